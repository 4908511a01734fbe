/** What the tables of the sheets say they hold, told once more by their titles: how each cell is counted in plain TypeScript. */
import type { RecordKind } from '../../../src-shared/record-kinds.ts'
import type { SheetKind } from '../../../src-shared/statistics.ts'
import { isThere, type PlainLedger, type PlainRow, plainCell, reachedBy, recordsIn } from './plain-groups.ts'

export type PlainBlock = {
  readonly kind: RecordKind
  readonly rows: string
  /** Counted month by month. */
  readonly timed?: string
  readonly hasNoTotal?: true
  readonly only?: { readonly key: string; readonly value: string }
}

/** By sheet and block; blocks of another make are tested by themselves. */
export const plainBlocks: Readonly<Partial<Record<SheetKind, readonly (PlainBlock | null)[]>>> = {
  study: [{ kind: 'study', rows: 'type' }],
  studyMonths: [
    { kind: 'study', rows: 'type', timed: 'sessions' },
    { kind: 'study', rows: 'type', timed: 'attended' },
    { kind: 'study', rows: 'organiser' },
    { kind: 'study', rows: 'partyOrganisation' },
    { kind: 'lecture', rows: 'occasion', only: { key: 'scale', value: '班前会和小型学习' } },
  ],
  lecture: [null, { kind: 'lecture', rows: 'venueType' }, { kind: 'lecture', rows: 'mode', hasNoTotal: true }],
  lectureDetail: ['mode', 'venueType', 'stratum', 'level', 'occasion', 'scale'].map((rows) => ({
    kind: 'lecture',
    rows,
  })),
  stay: [{ kind: 'stay', rows: 'id' }],
  stayDetail: ['cadre', 'unit', 'township', 'form'].map((rows) => ({ kind: 'stay', rows })),
  activity: [
    { kind: 'activity', rows: 'kind' },
    { kind: 'activity', rows: 'kind', timed: 'records' },
    { kind: 'activity', rows: 'genreUnit' },
  ],
}

/** The measure that a column is, by its title. */
export const measureOfTitle: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  study: {
    场次: 'sessions',
    线下场次: 'delivery 线下',
    线上场次: 'delivery 线上',
    线上线下结合场次: 'delivery 线上线下结合',
    应到人次: 'due',
    实到人次: 'attended',
    计率应到人次: 'ratedDue',
    计率实到人次: 'ratedAttended',
  },
  lecture: {
    场次: 'sessions',
    现场人次: 'onSite',
    线上人次: 'online',
    点击次数: 'clicks',
    解答问题数: 'questions',
    '覆盖单位数（去重）': 'coveredUnions',
  },
  stay: {
    人数: 'cadres',
    蹲点次数: 'stays',
    在岗天数: 'days',
    走访家数: 'visits',
    访谈人次: 'talks',
    座谈场次: 'meetings',
    宣讲场次: 'lectures',
    意见建议: 'suggestions',
    问题数: 'problems',
    已办结: 'solved',
    办实事: 'deeds',
    新建工会: 'unionsFounded',
    发展会员: 'membersJoined',
    慰问人次: 'consolationPeople',
    '慰问金额（元）': 'consolationYuan',
  },
  activity: { 条数: 'records', 数量: 'count', 参加人次: 'participants', '参加单位数（去重）': 'coveredUnions' },
}

type Period = Parameters<typeof recordsIn>[2]

/** One cell of such a block; `month` is a column of a timed one. */
export function plainSheetCell(
  ledger: PlainLedger,
  { kind, rows, only }: PlainBlock,
  {
    period,
    measure,
    row,
    month = null,
  }: { period: Period; measure: string; row: string | null; month?: string | null },
): { value: number | null; ids: string[] } {
  const axes = [{ key: rows, value: row }, only ?? null, { key: 'month', value: month }]
  const where = { ledger, kind, period }
  if (measure.startsWith('delivery '))
    return plainCell(where, 'sessions', [...axes, { key: 'delivery', value: measure.slice(9) }])
  return plainCell(where, measure, axes)
}

/** The base of coverage and what of it was reached. */
export function plainCoverage(ledger: PlainLedger, period: Period) {
  const base = ledger.grassrootsUnion.filter((union) => isThere(union, period.to))
  const reached = new Set(recordsIn(ledger, 'lecture', period).flatMap((row) => reachedBy(ledger, row, period.to)))
  return { base, reached, unreached: base.filter((union) => !reached.has(union)) }
}

export function plainProblems(ledger: PlainLedger, period: Period): (PlainRow & { stayId: string })[] {
  return recordsIn(ledger, 'stay', period).flatMap((row) =>
    row.problems.map((problem: PlainRow) => ({ ...problem, stayId: row.id })),
  )
}
