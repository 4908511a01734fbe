/** 验收: a person has looked at what an office reported; it holds for the content that she saw and is taken back by hand. */
import type { Kysely } from 'kysely'
import type { DeskRemark } from '../../src-shared/desk.ts'
import type { AskedDesk } from '../../src-shared/desk-calls.ts'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import { valuesOf } from '../../src-shared/office-totals.ts'
import { Problem } from '../../src-shared/problems.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { approvedContent, countOffices, type OfficeCount } from './count-offices.ts'
import { type Resolved, resolveQuestion } from './question.ts'
import { listReports, type ReportBundle } from './received-bundles.ts'

export type Approval = Tables['approval']

/** Of a notice or period, by office. */
export async function listApprovals(db: Kysely<Tables>, question: Resolved): Promise<Map<string, Approval>> {
  const key = keyOf(question)
  const rows = await db
    .selectFrom('approval')
    .selectAll()
    .where('noticeId', '=', key.noticeId)
    .where('periodFrom', '=', key.periodFrom)
    .where('periodTo', '=', key.periodTo)
    .execute()
  return new Map(rows.map((row) => [row.officeId, row]))
}

/**
 * Binds the approval to the content as it is now.
 * @throws Problem NOT_FOUND, INVALID_INPUT when nothing that counts was received
 */
export async function approve(
  context: CoreContext,
  { officeId, ...asked }: AskedDesk & { readonly officeId: string },
): Promise<void> {
  const question = await resolveQuestion(context, asked)
  const reports = await listReports(context.db, officeId)
  const newest = reports.filter((report) => question.isAnsweredBy(report)).at(-1)
  if (newest === undefined || newest.importedAt === null)
    throw new Problem('INVALID_INPUT', '还没有接收这个单位的上报包，没有可以验收的内容；请先接收，再验收。')
  const { noticeId } = question
  const [count] = await countOffices(context, [{ officeId, noticeId, period: question.period ?? newest.period }])
  if (count === undefined) throw new Error('an office was asked for and not counted')
  const row = {
    officeId,
    ...keyOf(question),
    root: approvedContent(count),
    figures: JSON.stringify(count.figures),
    position: Math.max(...reports.map(({ position }) => position ?? 0)),
    at: context.now(),
    by: context.operator,
  }
  await context.db
    .insertInto('approval')
    .values(row)
    .onConflict((same) => same.columns(['officeId', 'noticeId', 'periodFrom', 'periodTo']).doUpdateSet(row))
    .execute()
}

/** Takes it back; without one nothing happens. @throws Problem NOT_FOUND for an unknown notice */
export async function withdrawApproval(
  context: CoreContext,
  { officeId, ...asked }: AskedDesk & { readonly officeId: string },
): Promise<void> {
  const key = keyOf(await resolveQuestion(context, asked))
  await context.db
    .deleteFrom('approval')
    .where('officeId', '=', officeId)
    .where('noticeId', '=', key.noticeId)
    .where('periodFrom', '=', key.periodFrom)
    .where('periodTo', '=', key.periodTo)
    .execute()
}

const namedAtMost = 4

/** Why an approval holds no longer: which bundle came behind it, and which figures are not what they were. */
export function staleWords(
  approval: Approval,
  { bundles, count }: { readonly bundles: readonly ReportBundle[]; readonly count: OfficeCount | undefined },
): DeskRemark {
  const later = bundles.filter(({ position }) => position !== null && position > approval.position)
  const cause =
    later.length > 0
      ? `又接收了第${later.map(({ seq }) => seq).join('、')}号包${reasons(later)}`
      : '接收的内容有变动（撤销过接收，或者要求有改动）'
  const changed = count ? changes(JSON.parse(approval.figures) as PeriodFigures, count.figures) : ''
  const figures = changed !== '' ? `：${changed}` : '，数字未变，记录内容有变'
  return { level: 'note', words: `验收（${localDayOf(approval.at)}）以后${cause}${figures}，请重新验收` }
}

function reasons(bundles: readonly ReportBundle[]): string {
  const given = bundles.map(({ correction }) => correction).filter((words) => words !== '')
  return given.length > 0 ? `（更正：${given.join('；')}）` : ''
}

/** Empty when none has changed. */
function changes(then: PeriodFigures, now: PeriodFigures): string {
  const [before, after] = [valuesOf(then), valuesOf(now)]
  const rounded = (value: number | null) => (value === null ? '空' : String(Math.round(value * 1000) / 1000))
  const changed = periodFigures.filter((key) => rounded(before[key]) !== rounded(after[key]))
  const named = changed.slice(0, namedAtMost).map((key) => {
    return `${figureName(key)}由${rounded(before[key])}变为${rounded(after[key])}`
  })
  return changed.length > namedAtMost ? `${named.join('、')}等${changed.length}项` : named.join('、')
}

/** Without days of its own the approval is of the notice alone. */
function keyOf({ noticeId, period }: Resolved) {
  return { noticeId: noticeId ?? '', periodFrom: period?.from ?? '', periodTo: period?.to ?? '' }
}
