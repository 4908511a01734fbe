/** Counts the records of a period by groups (分组统计): one statement, whatever overlaps. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { RecordsBehind } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { standingOn } from '../unions/on-day.ts'
import { type CountSql, countOf } from './count-sql.ts'
import { type DimensionSql, dimensionSql } from './dimension-sql.ts'
import { activitiesIn, lecturesIn, staysIn, studiesIn } from './in-period.ts'

export type Grouping = {
  readonly kind: RecordKind
  readonly period: Period
  readonly rows: string | null
  readonly columns: string | null
  /** Keys of counts. */
  readonly counts: readonly string[]
  /** See `dimensionSql`. */
  readonly shift?: number
  /** Only the records of this value. */
  readonly only?: { readonly key: string; readonly value: string }
}

/** `row` and `column` are null where all rows (columns) are taken together, each record once. */
export type Group = {
  readonly row: string | null
  readonly column: string | null
  readonly values: readonly (number | null)[]
}

type Level = { readonly byRow: boolean; readonly byColumn: boolean }

/** The groups and every total of them: added up where nothing overlaps, counted in the same statement where it does. */
export async function groupRecords(db: Kysely<Tables>, grouping: Grouping): Promise<Group[]> {
  const { kind, period, counts } = grouping
  const overlaps = { rows: isOverlapping(grouping, 'rows'), columns: isOverlapping(grouping, 'columns') }
  const levels = (overlaps.rows ? [true, false] : [true]).flatMap((byRow) =>
    (overlaps.columns ? [true, false] : [true]).map((byColumn): Level => ({ byRow, byColumn })),
  )
  const selects = levels.map((level) => groupsAt(db, grouping, level))
  const { rows } = await sql<{ r: string | null; c: string | null } & Record<string, number | null>>`
    ${withCounted(kind, period)} ${sql.join(selects, sql` union all `)}
  `.execute(db)
  const groups = rows.map(({ r, c, ...values }): Group => {
    return { row: r, column: c, values: counts.map((_, index) => values[`n${index}`] ?? null) }
  })
  const withRows =
    grouping.rows === null || overlaps.rows
      ? groups
      : [...groups, ...added(groups, ({ column }) => ({ row: null, column }))]
  return grouping.columns === null || overlaps.columns
    ? withRows
    : [...withRows, ...added(withRows, ({ row }) => ({ row, column: null }))]
}

/** Whether one record (or union) may stand under several values of the dimension. */
function isOverlapping({ kind, counts, ...grouping }: Grouping, side: 'rows' | 'columns'): boolean {
  const key = grouping[side]
  return key !== null && ('list' in dimensionSql(kind, key) || counts.some((count) => countOf(kind, count).isUnions))
}

type Place = Pick<Group, 'row' | 'column'>

/** Groups that fall together, added up; what none of them states stays unstated. */
function added(groups: readonly Group[], placeOf: (group: Group) => Place): Group[] {
  const sums = new Map<string | null, Place & { readonly values: (number | null)[] }>()
  for (const group of groups) {
    const place = placeOf(group)
    const key = place.row ?? place.column
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { ...place, values: [...group.values] })
    else for (const [index, value] of group.values.entries()) sum.values[index] = plus(sum.values[index] ?? null, value)
  }
  return [...sums.values()]
}

function plus(one: number | null, other: number | null): number | null {
  // Amounts have two decimals.
  return one === null ? other : other === null ? one : Math.round((one + other) * 100) / 100
}

/** The records of one group that a count is made of, each with what it adds, in the order of their days; of coverage the unions, by name. */
export async function recordsOfGroup(
  db: Kysely<Tables>,
  grouping: Omit<Grouping, 'counts'> & { readonly count: string },
  { row, column }: Pick<Group, 'row' | 'column'>,
): Promise<RecordsBehind> {
  const { kind, period, only } = grouping
  const count = countOf(kind, grouping.count)
  const conditions = [
    ...conditionOf(grouping, { key: only?.key ?? null, value: only?.value ?? null, count }),
    ...conditionOf(grouping, { key: grouping.rows, value: row, count }),
    ...conditionOf(grouping, { key: grouping.columns, value: column, count }),
    ...(count.stated ? [count.stated] : []),
  ]
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
  const records = sql`${baseOf(db, kind, period)} ${joinsOf(kind, count, [])} ${where}`
  const day = sql.ref(kind === 'stay' ? 'stay.to' : `${kind}.date`)
  const select = count.isUnions
    ? sql`select reached.id as id, 1 as value ${records} ${conditions.length === 0 ? sql`where` : sql`and`} reached.id is not null
        group by reached.id order by reached.name, reached.id`
    : count.isLectures
      ? sql`select id, 1 as value from lecture where removedAt is null and stayId in (select stay.id ${records}) order by date, id`
      : sql`select ${sql.ref(`${kind}.id`)} as id, ${count.total} as value ${records} group by 1 order by ${day}, id`
  const found = await sql<{ id: string; value: number | null }>`${withCounted(kind, period)} ${select}`.execute(db)
  return {
    kind: count.isUnions ? 'grassrootsUnion' : count.isLectures ? 'lecture' : kind,
    ids: found.rows.map(({ id }) => id),
    values: found.rows.map(({ value }) => value),
  }
}

function groupsAt(db: Kysely<Tables>, grouping: Grouping, { byRow, byColumn }: Level): RawBuilder<unknown> {
  const { kind, period } = grouping
  const counts = grouping.counts.map((key) => countOf(kind, key))
  const isUnions = counts.some((count) => count.isUnions)
  const sides = [
    side('r', byRow ? grouping.rows : null, grouping, isUnions),
    side('c', byColumn ? grouping.columns : null, grouping, isUnions),
  ]
  const keys = sides.flatMap(({ value, name }) =>
    value ? [sql`${value} as ${sql.ref(name)}`] : [sql`null as ${sql.ref(name)}`],
  )
  const numbers = counts.map(({ total }, index) => sql`${total} as ${sql.ref(`n${index}`)}`)
  const grouped = sides.flatMap(({ value }, index) => (value ? [sql.lit(index + 1)] : []))
  const conditions = [
    ...sides.flatMap(({ isOfUnion }) => (isOfUnion ? [sql`reached.id is not null`] : [])),
    ...(grouping.only ? conditionOf(grouping, { ...grouping.only, count: counts[0] as CountSql }) : []),
  ]
  return sql`select ${sql.join([...keys, ...numbers])} ${baseOf(db, kind, period)}
    ${joinsOf(
      kind,
      counts.find((count) => count.isUnions),
      sides.flatMap(({ join }) => join ?? []),
    )}
    ${conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`}
    ${grouped.length === 0 ? sql`` : sql`group by ${sql.join(grouped)}`}`
}

/** How a dimension stands in a statement: the value to group by, and what must be joined for it. */
function side(name: 'r' | 'c', key: string | null, { kind, shift }: Grouping, isUnions: boolean) {
  if (key === null) return { name }
  const dimension = dimensionSql(kind, key, shift)
  if ('value' in dimension) return { name, value: dimension.value }
  if (isUnions && dimension.ofUnion) return { name, value: dimension.ofUnion, isOfUnion: true }
  const of = sql.ref(`${name}Of`)
  return {
    name,
    value: sql`coalesce(${sql.ref(`${name}Of.value`)}, '')`,
    join: sql`left join json_each(${dimension.list}) as ${of}`,
  }
}

/** A group's value as a condition on one record. */
function conditionOf(
  { kind, shift }: Pick<Grouping, 'kind' | 'shift'>,
  { key, value, count }: { readonly key: string | null; readonly value: string | null; readonly count: CountSql },
): RawBuilder<boolean>[] {
  if (key === null || value === null) return []
  const dimension: DimensionSql = dimensionSql(kind, key, shift)
  if ('value' in dimension) return [sql`${dimension.value} = ${value}`]
  if (count.isUnions && dimension.ofUnion) return [sql`${dimension.ofUnion} = ${value}`]
  if (value === '') return [sql`json_array_length(${dimension.list}) = 0`]
  return [sql`exists (select 1 from json_each(${dimension.list}) where value = ${value})`]
}

function baseOf(db: Kysely<Tables>, kind: RecordKind, period: Period): RawBuilder<unknown> {
  if (kind === 'study') return sql`from ${studiesIn(db, period).selectAll()} as study`
  if (kind === 'lecture') return sql`from ${lecturesIn(db, period).selectAll()} as lecture`
  if (kind === 'stay') return sql`from ${staysIn(db, period).selectAll()} as stay`
  return sql`from ${activitiesIn(db, period).selectAll()} as activity`
}

/** For every union that a record may name the one that it counts for on the period's last day. */
function withCounted(kind: RecordKind, period: Period): RawBuilder<unknown> {
  if (kind === 'study' || kind === 'stay') return sql``
  return sql`with counted as materialized (
    select standing.formerId, standing.id, standing.name, grassrootsUnion.township
    from ${standingOn(period.to)} as standing join grassrootsUnion on grassrootsUnion.id = standing.id)`
}

function joinsOf(
  kind: RecordKind,
  count: CountSql | undefined,
  joins: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const reached = !count?.isUnions
    ? []
    : kind === 'lecture'
      ? [
          sql`left join lectureUnion on lectureUnion.lectureId = lecture.id left join counted as reached on reached.formerId = lectureUnion.unionId`,
        ]
      : [
          sql`left join json_each(activity.unionIds) as member left join counted as reached on reached.formerId = member.value`,
        ]
  return [...joins, ...reached].reduce<RawBuilder<unknown>>((all, join) => sql`${all} ${join}`, sql``)
}
