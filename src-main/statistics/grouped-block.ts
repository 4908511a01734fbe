/** A table of a sheet that groups records by one thing and counts several (分组表), e.g. lectures by venue. */
import { type Kysely, sql } from 'kysely'
import { officeDimension } from '../../src-shared/cross-tables.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { RecordsBehind, SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { nameOn } from '../unions/on-day.ts'
import { countOf } from './count-sql.ts'
import { headsOf } from './cross-heads.ts'
import { dimensionSql } from './dimension-sql.ts'
import { type Group, type Grouping, groupRecords, recordsOfGroup } from './group-records.ts'
import { rowCount, unionsOf } from './in-period.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, CellPlace, SheetScope } from './sheet-maker.ts'

/** A column holds a count, the number of unions that coverage counts, or what follows from other columns. */
export type GroupedColumn = SheetColumn & { readonly count?: string; readonly isBase?: true }

export type GroupedTable = {
  readonly caption?: string
  readonly kind: RecordKind
  /** Key of the dimension in the rows. */
  readonly rows: string
  readonly only?: Grouping['only']
  /** The first names the rows. */
  readonly columns: readonly GroupedColumn[]
  /** Leave the total out although it could be counted. */
  readonly hasNoTotal?: true
  /** Rows that stand there without a record. */
  readonly expected?: (db: Kysely<Tables>) => Promise<readonly ExpectedRow[]>
}

/** `isBlank`: nothing is known of it, which is not the noughts of a row whose records are known to be none. */
export type ExpectedRow = { readonly key: string; readonly isBlank: boolean }

export function groupedBlock(table: GroupedTable): BlockMaker {
  return {
    draw: (db, scope) => draw(db, table, scope),
    behind: (db, scope, place) => behind(db, table, scope, place),
  }
}

async function draw(db: Kysely<Tables>, table: GroupedTable, { period }: SheetScope): Promise<SheetBlock> {
  const { kind, rows: key, columns, caption = '' } = table
  const counts = columns.flatMap(({ count }) => (count === undefined ? [] : [count]))
  // Unions need a join that would multiply the records: they are counted by themselves.
  const isUnions = (count: string) => countOf(kind, count).isUnions === true
  const parts = [counts.filter((count) => !isUnions(count)), counts.filter(isUnions)].filter((part) => part.length > 0)
  const values = new Map<string, Map<string | null, number | null>>()
  for (const part of parts) collect(values, part, await groupRecords(db, groupingOf(table, period, part)))
  const first = values.get(counts[0] ?? '') ?? new Map<string | null, number | null>()
  const expected = (await table.expected?.(db)) ?? []
  const blank = new Set(expected.filter(({ key, isBlank }) => isBlank && !first.has(key)).map(({ key }) => key))
  const found = [...first.keys(), ...expected.map(({ key }) => key)].filter((row) => row !== null)
  const heads = found.length === 0 ? [] : await headsOf(db, { kind, key, period }, found)
  const bases = columns.some(({ isBase }) => isBase) ? await basesOf(db, period, key) : null
  // An office without unions has none to reach; any other row has all of them to reach.
  const baseOf = (row: string | null) =>
    bases?.get(row) ?? (key === officeDimension.key ? 0 : (bases?.get(null) ?? null))
  const rowOf = (label: string, row: string | null): SheetCell[] =>
    columns.map(({ count, isBase }, index) => {
      if (index === 0) return label
      if (row !== null && blank.has(row)) return null
      if (isBase) return baseOf(row)
      if (count === undefined) return null
      return values.get(count)?.get(row) ?? (countOf(kind, count).isCounted ? 0 : null)
    })
  const isOverlapping = 'list' in dimensionSql(kind, key)
  return makeBlock(
    columns.map(
      ({ count, isBase, ...column }): SheetColumn =>
        isBase || (count && isUnions(count)) ? { ...column, total: 'apart' } : column,
    ),
    heads.map((head) => rowOf(head.label, head.key)),
    {
      caption,
      isOverlapping,
      rowKeys: heads.map((head) => head.key),
      ...(!table.hasNoTotal && { apart: rowOf('', null) }),
    },
  )
}

async function behind(
  db: Kysely<Tables>,
  table: GroupedTable,
  scope: SheetScope,
  { row, column: index }: CellPlace,
): Promise<RecordsBehind | undefined> {
  const { period } = scope
  const { columns } = table
  const column = columns[index]
  if (column?.isBase) {
    const unions = await unionsOf(db, period)
      .$if(table.rows === officeDimension.key && row !== null, (query) => query.where(officeOfUnion, '=', row))
      .select('grassrootsUnion.id')
      .orderBy(nameOn(period.to))
      .orderBy('id')
      .execute()
    return { kind: 'grassrootsUnion', ids: unions.map(({ id }) => id) }
  }
  // A rate has the records that its base is made of; a rate of coverage has the unions reached.
  if (column?.ratioOf) {
    const [part, base] = column.ratioOf
    return await behind(db, table, scope, { row, column: columns[base]?.isBase ? part : base })
  }
  if (column?.count === undefined) return undefined
  return await recordsOfGroup(db, { ...groupingOf(table, period, []), count: column.count }, { row, column: null })
}

function groupingOf(
  { kind, rows, only }: GroupedTable,
  period: SheetScope['period'],
  counts: readonly string[],
): Grouping {
  return { kind, period, rows, columns: null, counts, ...(only && { only }) }
}

function collect(
  values: Map<string, Map<string | null, number | null>>,
  counts: readonly string[],
  groups: readonly Group[],
): void {
  for (const [index, count] of counts.entries())
    values.set(count, new Map(groups.map((group) => [group.row, group.values[index] ?? null])))
}

/** A column of the tables where the records of several offices lie together. */
const officeOfUnion = sql<string>`grassrootsUnion.officeId`

/** The unions that should be reached: of all under null, and of each office where those are the rows. */
async function basesOf(
  db: Kysely<Tables>,
  period: SheetScope['period'],
  key: string,
): Promise<Map<string | null, number>> {
  const { count } = await unionsOf(db, period).select(rowCount).executeTakeFirstOrThrow()
  if (key !== officeDimension.key) return new Map([[null, count]])
  const rows = await unionsOf(db, period)
    .groupBy(officeOfUnion)
    .select([officeOfUnion.as('office'), rowCount])
    .execute()
  return new Map<string | null, number>([[null, count], ...rows.map((row) => [row.office, row.count] as const)])
}
