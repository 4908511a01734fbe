/** Columns of the stamped tables as the database has them (列): which ones a row state carries, and their defaults. */
import { type Kysely, sql } from 'kysely'
import type { StampedTable, Tables } from '../database/tables.ts'
import { type RowState, type SqlValue, tableOrder, type Values } from './row-state.ts'

/** `defaults`: of columns that have one, and null for those that may be null. */
export type TableColumns = {
  /** In order of their names, as canonical JSON has them. */
  readonly names: readonly string[]
  readonly defaults: ReadonlyMap<string, SqlValue>
}
export type AllColumns = ReadonlyMap<StampedTable, TableColumns>

/** What follows from the changes, and `officeId`, by which a received database keeps the rows of offices apart. */
const notCarried = new Set(['id', 'version', 'replica', 'updatedAt', 'officeId'])

/** Numbers of rows in the change log mean something in their own ledger only. */
const localColumns: Partial<Record<StampedTable, Values>> = { unionAct: { firstChange: 0, lastChange: 0 } }

export async function readColumns(db: Kysely<Tables>): Promise<AllColumns> {
  const { rows } = await sql<{ tableName: StampedTable; name: string; byDefault: string | null; notnull: number }>`
    SELECT tables.name AS tableName, columns.name, columns.dflt_value AS byDefault, columns."notnull"
    FROM main.sqlite_schema AS tables JOIN pragma_table_info(tables.name, 'main') AS columns WHERE tables.type = 'table'
    ORDER BY columns.name
  `.execute(db)
  const all = new Map(tableOrder.map((table) => [table, { names: [] as string[], defaults: new Map() }]))
  for (const { tableName, name, byDefault, notnull } of rows) {
    if (notCarried.has(name) || localColumns[tableName]?.[name] !== undefined) continue
    const columns = all.get(tableName)
    columns?.names.push(name)
    if (byDefault !== null) columns?.defaults.set(name, valueOfLiteral(byDefault))
    else if (!notnull) columns?.defaults.set(name, null)
  }
  return all
}

/** What the columns hold that are not carried, in a row that came from elsewhere. */
export function localValues(table: StampedTable): Values {
  return localColumns[table] ?? {}
}

/** Every column of the row, those that the state leaves out with their default; undefined where there is none. */
export function fullValues({ names, defaults }: TableColumns, { values }: Pick<RowState, 'values'>) {
  const full: Record<string, SqlValue | undefined> = {}
  for (const name of names) full[name] = values[name] ?? defaults.get(name)
  return full
}

function valueOfLiteral(literal: string): SqlValue {
  return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : Number(literal)
}
