/** Cross-tables (交叉表): rows × columns × measure of a period, beside another period when asked. */
import type { Kysely } from 'kysely'
import { comparedPeriod, monthsBetween } from '../../src-shared/compared-periods.ts'
import {
  type CrossDimension,
  type CrossFigures,
  type CrossMeasure,
  type CrossQuery,
  type CrossTable,
  comparisons,
  crossMeasures,
  dimensionsOf,
} from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { RecordsBehind } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { countOf, countsOf } from './count-sql.ts'
import { figuresOf, mapFigures } from './cross-figures.ts'
import { headsBefore, headsOf } from './cross-heads.ts'
import { crossNotes } from './cross-notes.ts'
import { ratio } from './figures.ts'
import { type Group, groupRecords, recordsOfGroup } from './group-records.ts'

/** Counted in one statement, and in one more for a period to compare with. */
export async function makeCrossTable(db: Kysely<Tables>, query: CrossQuery): Promise<CrossTable> {
  if (!db.isTransaction) return await db.transaction().execute((trx) => makeCrossTable(trx, query))
  const { kind, rows, columns, period, compare } = query
  const then = compare === null ? null : comparedPeriod(period, compare)
  const shift = then === null ? 0 : monthsBetween(then.from, period.from)
  const groups = await groupRecords(db, groupingOf(query, period, 0))
  const groupsThen = then === null ? [] : await groupRecords(db, groupingOf(query, then, shift))
  const all = [...groups, ...groupsThen]
  const heads = {
    rows: await headsOf(db, { kind, key: rows, period }, valuesOf(all, 'row')),
    columns: columns === null ? [] : await headsOf(db, { kind, key: columns, period }, valuesOf(all, 'column')),
  }
  const measure = measureOf(query)
  const tell = (counted: readonly Group[]) =>
    figuresOf(counted, heads, { isRate: measure.kind === 'rate', isCounted: isCounted(query) })
  const figures = tell(groups)
  const rowDimension = dimensionOf(kind, rows)
  const columnDimension = columns === null ? null : dimensionOf(kind, columns)
  const isDistinct = countsOf(query.measure).some((count) => countOf(kind, count).isUnions)
  const overlap = {
    rowsOverlap: rowDimension.overlaps === true || isDistinct,
    columnsOverlap: columnDimension?.overlaps === true || (isDistinct && columns !== null),
  }
  const by = [rowDimension, ...(columnDimension ? [columnDimension] : [])].map(({ label }) => label)
  return {
    query,
    title: `${titleWord(kind, measure)}（按${by.join('、')}）`,
    rowDimension,
    columnDimension,
    measure,
    ...heads,
    ...overlap,
    figures,
    compared:
      then === null || compare === null
        ? null
        : {
            label: comparisons[compare],
            period: then,
            rows: headsBefore(rows, heads.rows, shift),
            columns: headsBefore(columns, heads.columns, shift),
            ...against(figures, tell(groupsThen), measure),
          },
    notes: crossNotes(query, { ...overlap, then }),
  }
}

/** The records behind one cell, of either period. `row` and `column` are keys; null is the total. */
export async function crossRecords(
  db: Kysely<Tables>,
  query: CrossQuery,
  place: { readonly row: string | null; readonly column: string | null; readonly isCompared: boolean },
): Promise<RecordsBehind> {
  const { period, compare } = query
  const then = place.isCompared && compare !== null ? comparedPeriod(period, compare) : null
  const grouping = groupingOf(query, then ?? period, then === null ? 0 : monthsBetween(then.from, period.from))
  const counts = countsOf(query.measure)
  // A rate is made of the records that its base is made of.
  return await recordsOfGroup(db, { ...grouping, count: counts.at(-1) ?? '' }, place)
}

function groupingOf({ kind, rows, columns, measure }: CrossQuery, period: Period, shift: number) {
  return { kind, rows, columns, period, shift, counts: countsOf(measure) }
}

function against(now: CrossFigures, then: CrossFigures, measure: CrossMeasure) {
  const difference = mapFigures(now, then, (one, other) =>
    one === null || other === null ? null : roundFen(one - other, measure),
  )
  return {
    figures: then,
    difference,
    growth: mapFigures(difference, then, (more, base) => (measure.kind === 'rate' ? null : ratio(more, base))),
  }
}

const roundFen = (value: number, { kind }: CrossMeasure) => (kind === 'yuan' ? Math.round(value * 100) / 100 : value)

const isCounted = ({ kind, measure }: CrossQuery) => countsOf(measure).every((count) => countOf(kind, count).isCounted)

function valuesOf(groups: readonly Group[], side: 'row' | 'column'): string[] {
  return groups.map((group) => group[side]).filter((value) => value !== null)
}

export function dimensionOf(kind: RecordKind, key: string): CrossDimension {
  const dimension = dimensionsOf(kind, 'received').find((one) => one.key === key)
  if (dimension === undefined) throw new Error(`${kind} has no dimension ${key}`)
  return dimension
}

function measureOf({ kind, measure }: CrossQuery): CrossMeasure {
  const known: readonly CrossMeasure[] = crossMeasures[kind]
  const found = known.find((one) => one.key === measure)
  if (found === undefined) throw new Error(`${kind} has no measure ${measure}`)
  return found
}

/** 宣讲现场人次, but not 蹲点蹲点次数. */
function titleWord(kind: RecordKind, { label }: CrossMeasure): string {
  const name = recordKindNames[kind]
  return label.startsWith(name) ? label : `${name}${label}`
}
