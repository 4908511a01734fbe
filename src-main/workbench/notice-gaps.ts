/** Reminders of notices (通知提醒): what is overdue, soon due or not confirmed yet, and replies that have not gone out. */
import { type Kysely, sql } from 'kysely'
import { chineseDate } from '../../src-shared/chinese.ts'
import { addDays } from '../../src-shared/periods.ts'
import type { RequirementProgress } from '../../src-shared/progress.ts'
import type { Gap } from '../../src-shared/workbench.ts'
import type { Tables } from '../database/tables.ts'
import { noticeProgress } from '../notices/progress.ts'

/** Days ahead that 即将到期 looks. */
const daysAhead = 14
/** Days after which a report that is wanted 及时 is asked for. */
const promptDays = 30
/** A clerk reads the first few lines; of more notices of one kind only the number is told. */
const mostOfOneCode = 5

type DatedGap = Gap & { readonly due: string }

/** Overdue before soon due before unconfirmed, each by its day. */
export async function findNoticeGaps(db: Kysely<Tables>, today: string): Promise<Gap[]> {
  const until = addDays(today, daysAhead)
  const found: DatedGap[] = []
  for (const notice of await noticesAt(db, until)) {
    found.push(...replyGaps(notice, today, until), ...unconfirmedGaps(notice))
    if (!notice.hasDays) continue
    // Only counting tells what is met, and only few notices have days that near.
    const { requirements } = await noticeProgress(db, { id: notice.id, withRecords: false }, today)
    found.push(...requirementGaps(notice, requirements, { today, until }))
  }
  const codes = ['reply-overdue', 'requirements-overdue', 'reply-due', 'requirements-due', 'requirements-unconfirmed']
  return codes.flatMap((code) =>
    fewOf(found.filter((one) => one.code === code).toSorted((one, other) => (one.due < other.due ? -1 : 1))),
  )
}

type NoticeAt = {
  readonly id: string
  readonly title: string
  /** 成文日期, else the day on which it came. */
  readonly day: string
  readonly unconfirmed: number
  /** First day by which it wants a report; null when it names none. */
  readonly reportDue: string | null
  /** 1: it wants a report 及时. */
  readonly isPrompt: number
  /** Day of the newest reply that has been finalised. */
  readonly repliedOn: string | null
  /** 1: a last day of what it asks for, other than of its report, is past or near and no later reply tells of it. */
  readonly hasDays: number
}

/** JSON inside the rows, which the builder knows as text. */
async function noticesAt(db: Kysely<Tables>, until: string): Promise<readonly NoticeAt[]> {
  const { rows } = await sql<NoticeAt>`
    with asked as (
      select noticeId, kind, state,
        nullif("window" ->> 'to', '') as windowEnd,
        nullif(nullif(report ->> 'due', ''), '及时') as reportEnd,
        report ->> 'due' = '及时' as isPrompt
      from requirement where removedAt is null and state <> '不适用'
    ), replied as (
      select noticeDocument.noticeId, max(outgoing.date) as day
      from noticeDocument join outgoing on outgoing.documentId = noticeDocument.documentId
      where noticeDocument.role = '情况报告' and noticeDocument.removedAt is null and outgoing.state = '已定稿'
      group by noticeDocument.noticeId
    )
    select notice.id, notice.title, coalesce(notice.date, incoming.receivedOn) as day, replied.day as repliedOn,
      sum(asked.state = '待确认') as unconfirmed,
      min(coalesce(asked.reportEnd, case when asked.kind = '报告' then asked.windowEnd end)) as reportDue,
      coalesce(max(asked.isPrompt), 0) as isPrompt,
      max(asked.kind <> '报告' and coalesce(asked.windowEnd, asked.reportEnd, '9') <= ${until}
        and coalesce(replied.day < coalesce(asked.windowEnd, asked.reportEnd), 1)) as hasDays
    from notice
    join incoming on incoming.id = notice.incomingId
    join asked on asked.noticeId = notice.id
    left join replied on replied.noticeId = notice.id
    where notice.removedAt is null
    group by notice.id
  `.execute(db)
  return rows
}

function replyGaps(notice: NoticeAt, today: string, until: string): DatedGap[] {
  const { title, day, reportDue: due, isPrompt, repliedOn } = notice
  if (repliedOn !== null) return []
  if (due !== null && due < today)
    return [
      gap(notice, 'reply-overdue', {
        due,
        sentence: `《${title}》要求${chineseDate(due)}前报告，已经超过，情况报告还没有定稿。`,
      }),
    ]
  if (due !== null && due <= until)
    return [
      gap(notice, 'reply-due', { due, sentence: `《${title}》要求${chineseDate(due)}前报告，情况报告还没有定稿。` }),
    ]
  const asked = addDays(day, promptDays)
  if (isPrompt === 0 || asked >= today) return []
  const sentence = `《${title}》要求及时报告，来文已超过${promptDays}天，情况报告还没有定稿。`
  return [gap(notice, 'reply-overdue', { due: asked, sentence })]
}

function unconfirmedGaps(notice: NoticeAt): DatedGap[] {
  const { title, unconfirmed: count, day: due } = notice
  if (count === 0) return []
  const sentence = `《${title}》还有${count}条要求没有确认，请对照原文核对后确认。`
  return [gap(notice, 'requirements-unconfirmed', { due, sentence, count })]
}

/** The report is not among them: replyGaps speaks of it. A reply says of what was due before it why it was not done. */
function requirementGaps(
  notice: NoticeAt,
  requirements: readonly RequirementProgress[],
  { today, until }: { readonly today: string; readonly until: string },
): DatedGap[] {
  const open = requirements.flatMap(({ kind, state, due }) =>
    kind === '报告' || state === '已达标' || due === null || due > until || (notice.repliedOn ?? '') >= due
      ? []
      : [{ state, due }],
  )
  const overdue = open.filter(({ state }) => state === '已超期').map(({ due }) => due)
  const near = open.filter(({ due }) => due >= today).map(({ due }) => due)
  const ofDays = (code: Gap['code'], days: readonly string[], sentence: (first: string) => string) => {
    const first = days.toSorted()[0]
    return first === undefined ? [] : [gap(notice, code, { due: first, sentence: sentence(first), count: days.length })]
  }
  return [
    ...ofDays(
      'requirements-overdue',
      overdue,
      () => `《${notice.title}》有${overdue.length}条要求过了期限还没有办结，请补做补记，或者在报告中说明原因。`,
    ),
    ...ofDays(
      'requirements-due',
      near,
      (first) =>
        `《${notice.title}》有${near.length}条要求${daysAhead}天内到期（最早${chineseDate(first)}），还没有办结。`,
    ),
  ]
}

type GapWords = { readonly due: string; readonly sentence: string; readonly count?: number }

function gap({ id }: NoticeAt, code: Gap['code'], { due, sentence, count = 1 }: GapWords): DatedGap {
  return { code, sentence, count, where: 'notices', noticeId: id, due }
}

const restWords: Readonly<Partial<Record<Gap['code'], string>>> = {
  'reply-overdue': '的情况报告过了期限还没有定稿',
  'requirements-overdue': '有要求过了期限还没有办结',
  'reply-due': `的情况报告${daysAhead}天内到期还没有定稿`,
  'requirements-due': `有要求${daysAhead}天内到期还没有办结`,
  'requirements-unconfirmed': '有要求没有确认',
}

function fewOf(gaps: readonly DatedGap[]): Gap[] {
  const shown = gaps.slice(0, mostOfOneCode).map(({ due: _, ...one }): Gap => one)
  const rest = gaps.length - shown.length
  const code = gaps[0]?.code
  if (rest <= 0 || code === undefined) return shown
  return [...shown, { code, sentence: `另有${rest}件通知${restWords[code]}。`, count: rest, where: 'notices' }]
}
