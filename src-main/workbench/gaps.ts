/** What is missing (待补事项), in the order in which a clerk would mend it. */
import { type Kysely, sql } from 'kysely'
import { periodWords } from '../../src-shared/chinese.ts'
import type { Period } from '../../src-shared/period.ts'
import { lastMonth, lastQuarter, quarterOf, yearOf } from '../../src-shared/periods.ts'
import type { ReturnedCounts } from '../../src-shared/receipts.ts'
import { recordKindNames, recordKinds } from '../../src-shared/record-kinds.ts'
import type { Gap, Workbench } from '../../src-shared/workbench.ts'
import type { Tables } from '../database/tables.ts'
import { countMarked } from '../database/upper-mark.ts'
import { coveredUnions, lecturesIn, rowCount, staysIn, studiesIn } from '../statistics/in-period.ts'
import { findNoticeGaps } from './notice-gaps.ts'

type Known = { readonly today: string; readonly totals: Workbench['totals']; readonly hasOffice: boolean }

export async function findGaps(db: Kysely<Tables>, known: Known): Promise<Gap[]> {
  const counts = await countGaps(db, known.today)
  const notices = await findNoticeGaps(db, known.today)
  const report = await missingReport(db, known.today)
  const returned = [
    ...saidGaps('退回', await countMarked(db, '退回')),
    ...saidGaps('冲突', await countMarked(db, '冲突')),
  ]
  return [
    ...setUpGaps(known),
    ...returned,
    ...notices,
    ...recordGaps(counts, known.totals),
    ...(report ? [report] : []),
  ]
}

function setUpGaps({ hasOffice, totals, today }: Known): Gap[] {
  const gaps: Gap[] = []
  if (!hasOffice) gaps.push(gap('office-missing', 1, 'office', '还没有填写本单位信息，报告、统计表和上报包都要用到。'))
  if (totals.union === 0)
    gaps.push(gap('unions-missing', 1, 'unions', '单位名册还是空的，录入基层工会后才能统计宣讲覆盖率。'))
  if (totals.study + totals.lecture + totals.stay === 0)
    gaps.push(
      gap(
        'no-records',
        1,
        'studies',
        `还没有任何记录，请从${Number(today.slice(5, 7))}月的第一次学习、宣讲或蹲点登记起。`,
      ),
    )
  return gaps
}

/** What the level above sent back comes before everything that is only near. */
function saidGaps(mark: '退回' | '冲突', counts: ReturnedCounts): Gap[] {
  const pages = { study: 'studies', lecture: 'lectures', stay: 'stays', activity: 'activities' } as const
  return recordKinds.flatMap((kind) => {
    const count = counts[kind]
    if (count === 0) return []
    const name = recordKindNames[kind]
    const sentence =
      mark === '退回'
        ? `上级退回${count}条${name}记录，请按意见改好，改过的随下一次上报送出。`
        : `有${count}条${name}记录在两台电脑上改成了不同的值，请看上级回执，改定后随下一次上报送出。`
    return [{ ...gap('records-returned', count, pages[kind], sentence), filter: `upperMark=${mark}` }]
  })
}

function recordGaps(counts: GapCounts, totals: Workbench['totals']): Gap[] {
  const { attendance, audience, reactions, lectures, overdue, covered } = counts
  const uncovered = totals.union - covered
  const gaps = [
    gap(
      'attendance-missing',
      attendance,
      'studies',
      `今年有${attendance}场学习没有填全应到、实到人数，这些场次的到课率算不出来。`,
    ),
    gap(
      'audience-missing',
      audience,
      'lectures',
      `今年有${audience}场宣讲没有填写现场人次、线上人次或点击次数，统计时算不进去。`,
    ),
    gap(
      'reactions-missing',
      reactions === 0 ? lectures : 0,
      'lectures',
      `本季度${lectures}场宣讲都没有记下职工反响，报告里“职工群众反响”没有材料可写。`,
    ),
    gap('problems-overdue', overdue, 'stays', `蹲点中有${overdue}个问题过了办理时限还没有办结，请催办或更新办理状态。`),
    gap(
      'unions-uncovered',
      uncovered,
      'unions',
      `今年还有${uncovered}个基层工会没有宣讲到（名册共${totals.union}个）。`,
    ),
  ]
  return gaps.filter((one) => one.count > 0)
}

function gap(code: Gap['code'], count: number, where: Gap['where'], sentence: string): Gap {
  return { code, sentence, count, where }
}

type GapCounts = Awaited<ReturnType<typeof countGaps>>

async function countGaps(db: Kysely<Tables>, today: string) {
  const year = yearOf(today)
  const quarter = quarterOf(today)
  const row = await db
    .selectNoFrom([
      studiesIn(db, year)
        .where((eb) => eb.or([eb('dueCount', 'is', null), eb('attendedCount', 'is', null)]))
        .select(rowCount)
        .as('attendance'),
      lecturesIn(db, year)
        .where('audienceOnSite', 'is', null)
        .where('audienceOnline', 'is', null)
        .where('clicks', 'is', null)
        .select(rowCount)
        .as('audience'),
      lecturesIn(db, quarter).select(rowCount).as('lectures'),
      lecturesIn(db, quarter).where('reactions', '<>', '').select(rowCount).as('reactions'),
      overdueProblems(today).as('overdue'),
      coveredUnions(db, year).select(rowCount).as('covered'),
    ])
    .executeTakeFirstOrThrow()
  return {
    attendance: row.attendance ?? 0,
    audience: row.audience ?? 0,
    lectures: row.lectures ?? 0,
    reactions: row.reactions ?? 0,
    overdue: row.overdue,
    covered: row.covered ?? 0,
  }
}

/** Kysely has no word for json_each. */
const overdueProblems = (today: string) => sql<number>`(
  select count(*) from stay, json_each(stay.problems) as problem
  where stay.removedAt is null and stay.problems <> '[]'
    and problem.value ->> 'due' < ${today} and problem.value ->> 'state' in ('待办', '办理中')
)`

/** A gap when the newest month and the newest quarter that are over both lack a report, and either has records. */
async function missingReport(db: Kysely<Tables>, today: string): Promise<Gap | undefined> {
  const [month, quarter] = [lastMonth(today), lastQuarter(today)]
  if ((await hasReport(db, month)) || (await hasReport(db, quarter))) return undefined
  // Right after a quarter it is the quarter that is reported, its last month with it.
  const period = month.to === quarter.to ? quarter : month
  const records = await countRecords(db, period)
  if (records === 0) return undefined
  return gap('report-missing', 1, 'documents', `${periodWords(period)}有${records}条记录，还没有起草情况报告。`)
}

async function hasReport(db: Kysely<Tables>, period: Period): Promise<boolean> {
  const found = await db
    .selectFrom('document')
    .where('removedAt', 'is', null)
    .where('periodFrom', '<=', period.from)
    .where('periodTo', '>=', period.to)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function countRecords(db: Kysely<Tables>, period: Period): Promise<number> {
  const row = await db
    .selectNoFrom([
      studiesIn(db, period).select(rowCount).as('studies'),
      lecturesIn(db, period).select(rowCount).as('lectures'),
      staysIn(db, period).select(rowCount).as('stays'),
    ])
    .executeTakeFirstOrThrow()
  return (row.studies ?? 0) + (row.lectures ?? 0) + (row.stays ?? 0)
}
