/** Progress of a notice (落实进度): reads the requirements, counts in SQL, lets the pure rule judge. */
import { type Kysely, sql } from 'kysely'
import type { Notice, Requirement } from '../../src-shared/notices.ts'
import type { AnswerFigures, GroupProgress, NoticeProgress, RequirementProgress } from '../../src-shared/progress.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import {
  evidenceFor,
  gapOf,
  isShownBy,
  nextStepOf,
  progressStateOf,
  type Tally,
} from '../../src-shared/requirement-state.ts'
import type { Tables } from '../database/tables.ts'
import { type Counted, countAnswers, countGroups, type Question } from './count-answers.ts'
import { criteriaOf, firstDayOf } from './criteria.ts'
import { groupsOf } from './groups.ts'
import { amountOf } from './measures.ts'
import { getNotice, requirementsOf } from './notices.ts'

type Asked = { readonly requirement: Requirement; readonly questions: readonly Question[] }

/**
 * Every requirement that is not set aside, in the order of the notice. `withRecords`: whether the ids of the records
 * are listed. @throws Problem NOT_FOUND
 */
export async function noticeProgress(
  db: Kysely<Tables>,
  { id, withRecords }: { readonly id: string; readonly withRecords: boolean },
  today: string,
): Promise<NoticeProgress> {
  // All is counted at one moment; within a transaction it is that one's.
  const atOnce = <Value>(read: (trx: Kysely<Tables>) => Promise<Value>) =>
    db.isTransaction ? read(db) : db.transaction().execute(read)
  return await atOnce(async (trx) => {
    const notice = await getNotice(trx, id)
    const asked = await questionsOf(trx, notice)
    const distinct = [...new Map(asked.flatMap(({ questions }) => questions).map((one) => [one.key, one])).values()]
    const counted = byKey(await countAnswers(trx, distinct, withRecords))
    const groups = await groupsOf(
      trx,
      asked.map(({ requirement }) => requirement),
      {
        counted: byKey(await countGroups(trx, distinct)),
        keysOf: new Map(asked.map(({ requirement, questions }) => [requirement.id, questions.map(({ key }) => key)])),
        firstDay: firstDayOf(notice),
        today,
      },
    )
    const documents = await finalisedFor(trx, id)
    const requirements = asked.map((one) => {
      const rows = one.questions.flatMap(({ key }) => counted.get(key) ?? [])
      return progressOf(one, rows, { ...groups(one.requirement), documents, today })
    })
    return { noticeId: id, today, requirements }
  })
}

/** One question for each kind of record that answers a requirement. */
export async function questionsOf(
  db: Kysely<Tables>,
  notice: Pick<Notice, 'id' | 'date' | 'number'>,
): Promise<Asked[]> {
  const requirements = (await requirementsOf(db, notice.id)).filter(({ state }) => state !== '不适用')
  const answered = await answeredKinds(db, notice.id)
  const firstDay = firstDayOf(notice)
  return requirements.map((requirement) => {
    const criteria = criteriaOf(requirement, firstDay)
    const known = new Set(criteria.map(({ recordKind }) => recordKind))
    // What the clerk has confirmed counts whatever its kind.
    const from = requirement.window?.from ?? firstDay
    for (const recordKind of recordKinds)
      if (!known.has(recordKind) && answered.has(`${requirement.id} ${recordKind}`))
        criteria.push({
          recordKind,
          from,
          to: null,
          forms: [],
          isVague: true,
          isClosed: true,
          activityKind: null,
          marks: [],
        })
    return { requirement, questions: criteria.map((criterion) => questionOf(requirement, criterion, answered)) }
  })
}

function questionOf(
  requirement: Requirement,
  criterion: Question['criterion'],
  answered: ReadonlySet<string>,
): Question {
  const isAnswered = answered.has(`${requirement.id} ${criterion.recordKind}`)
  const requirementId = isAnswered ? requirement.id : null
  const scope = requirement.minimum?.scope ?? '本单位'
  const unit = requirement.minimum?.unit ?? '次'
  return { key: JSON.stringify([requirementId, scope, unit, criterion]), criterion, requirementId, scope, unit }
}

/** `requirementId recordKind` of every answer of the notice. */
async function answeredKinds(db: Kysely<Tables>, noticeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('requirement', 'requirement.id', 'answer.requirementId')
    .where('requirement.noticeId', '=', noticeId)
    .where('answer.removedAt', 'is', null)
    .select(sql<string>`answer.requirementId || ' ' || answer.recordKind`.as('key'))
    .distinct()
    .execute()
  return new Set(rows.map(({ key }) => key))
}

type Context = {
  readonly groups: readonly GroupProgress[]
  readonly remarks: readonly string[]
  readonly documents: readonly { readonly role: string; readonly title: string }[]
  readonly today: string
}

/** The documents of a notice that have gone out; the builder does not know the table of their roles. */
async function finalisedFor(db: Kysely<Tables>, noticeId: string): Promise<Context['documents']> {
  const { rows } = await sql<Context['documents'][number]>`
    select noticeDocument.role, outgoing.title from noticeDocument
    join outgoing on outgoing.documentId = noticeDocument.documentId
    where noticeDocument.noticeId = ${noticeId} and noticeDocument.removedAt is null
      and outgoing.state = '已定稿' and outgoing.removedAt is null
  `.execute(db)
  return rows
}

function progressOf(
  { requirement, questions }: Asked,
  rows: readonly Counted[],
  context: Context,
): RequirementProgress {
  const { minimum, id, kind, title } = requirement
  const count = (pick: (row: Counted) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const [confirmed, proposed, doubtful] = [
    count((row) => row.confirmed),
    count((row) => row.proposed),
    count((row) => row.doubtful),
  ]
  const tally: Tally = {
    records: confirmed + proposed,
    done: minimum ? (sumOf(rows, 'amount') ?? 0) : confirmed + proposed,
    doubtful,
    isCountable: questions.some(
      (one) => !one.criterion.isClosed && amountOf(one.criterion.recordKind, one.unit) !== null,
    ),
    isShown: isShownBy(requirement, context.documents),
    groups: context.groups,
  }
  const due = dueOf(requirement)
  const state = progressStateOf(minimum, tally, isPast(context.today, due))
  const gap = gapOf(minimum, tally)
  const isEvident = state !== '已达标' && !tally.isCountable && tally.records === 0
  const evidence = isEvident ? evidenceFor(requirement) : ''
  return {
    requirementId: id,
    kind,
    title,
    state,
    isCountable: tally.isCountable,
    done: tally.done,
    confirmed,
    proposed,
    doubtful,
    minimum: minimum?.count ?? null,
    scope: minimum?.scope ?? null,
    gap,
    unit: minimum?.unit ?? null,
    groups: context.groups,
    figures: figuresOf(rows, tally.records),
    recordIds: rows.flatMap(({ ids }) => ids?.split(',') ?? []),
    lastRecord: lastOf(rows, questions),
    due,
    evidence,
    nextStep: nextStepOf(requirement, { ...tally, state, gap, due, evidence }),
    remarks: minimum && !tally.isCountable ? [uncountable(minimum.unit), ...context.remarks] : context.remarks,
  }
}

const uncountable = (unit: string) => `“${unit}”无法从记录中数出来，请另备名单或材料。`

/** The last day of the window, else the day by which it is to be reported. */
export function dueOf({ window, report }: Pick<Requirement, 'window' | 'report'>): string | null {
  if (window?.to) return window.to
  return report && report.due !== '' && report.due !== '及时' ? report.due : null
}

export function isPast(today: string, due: string | null): boolean {
  return due !== null && today > due
}

function figuresOf(rows: readonly Counted[], records: number): AnswerFigures {
  return {
    records,
    attended: sumOf(rows, 'attended'),
    audienceOnSite: sumOf(rows, 'onSite'),
    audienceOnline: sumOf(rows, 'online'),
    clicks: sumOf(rows, 'clicks'),
    coveredUnions: sumOf(rows, 'covered') ?? 0,
    daysOnSite: sumOf(rows, 'days'),
  }
}

/** null when no row states it. */
function sumOf(
  rows: readonly Counted[],
  column: 'amount' | 'attended' | 'onSite' | 'online' | 'clicks' | 'covered' | 'days',
) {
  return rows.reduce<number | null>((sum, row) => (row[column] === null ? sum : (sum ?? 0) + row[column]), null)
}

function lastOf(rows: readonly Counted[], questions: readonly Question[]): RequirementProgress['lastRecord'] {
  const newest = rows
    .filter((row) => row.last !== null)
    .toSorted((one, other) => ((one.last ?? '') < (other.last ?? '') ? 1 : -1))[0]
  const kind = questions.find(({ key }) => key === newest?.key)?.criterion.recordKind
  if (!newest?.last || !kind) return null
  const [date = '', id = ''] = newest.last.split(' ')
  return { kind, id, date }
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row])
  return found
}
