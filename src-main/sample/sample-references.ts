/** What refers to rows of the sample (引用): columns that hold ids, and what becomes of them when the row goes. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { removeRow, updateRow, type Writer } from '../database/changes.ts'
import type { StampedTable, Tables } from '../database/tables.ts'

type Reference = {
  readonly table: StampedTable
  readonly column: string
  /** A list of ids loses one, a single id becomes empty, a row that says something of the other goes with it. */
  readonly form: 'list' | 'single' | 'part'
}

const references: readonly Reference[] = [
  { table: 'lecture', column: 'unionIds', form: 'list' },
  { table: 'lecture', column: 'stayId', form: 'single' },
  { table: 'stay', column: 'unionId', form: 'single' },
  { table: 'activity', column: 'unionIds', form: 'list' },
  { table: 'grassrootsUnion', column: 'parentId', form: 'single' },
  { table: 'grassrootsUnion', column: 'successorId', form: 'single' },
  { table: 'grassrootsUnion', column: 'originId', form: 'single' },
  { table: 'attachment', column: 'recordId', form: 'part' },
]

/** Those of `ids` that a present row outside `ids` names. */
export async function referredTo(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Set<string>> {
  const given = JSON.stringify([...ids])
  const referred = new Set<string>()
  for (const reference of references) {
    const named = valuesOf(reference)
    const { rows } = await sql<{ id: string }>`
      select distinct named.value as id from ${sql.table(reference.table)} as referring, ${named} as named
      where referring.removedAt is null and named.value in (select value from json_each(${given}))
        and referring.id not in (select value from json_each(${given}))
    `.execute(db)
    for (const { id } of rows) referred.add(id)
  }
  return referred
}

/** Takes `ids` out of every present row outside `ids` that names them. */
export async function forgetReferences(
  trx: Transaction<Tables>,
  writer: Writer,
  ids: ReadonlySet<string>,
): Promise<void> {
  const given = JSON.stringify([...ids])
  for (const { table, column, form } of references) {
    const { rows } = await sql<{ id: string; version: number; value: string }>`
      select distinct referring.id, referring.version, referring.${sql.ref(column)} as value
      from ${sql.table(table)} as referring, ${valuesOf({ table, column, form })} as named
      where referring.removedAt is null and named.value in (select value from json_each(${given}))
        and referring.id not in (select value from json_each(${given}))
    `.execute(trx)
    for (const row of rows)
      if (form === 'part') await removeRow(trx, writer, table, row.id)
      else await updateRow(trx, writer, table, row, { [column]: form === 'list' ? without(row.value, ids) : null })
  }
}

function valuesOf({ column, form }: Reference) {
  return form === 'list'
    ? sql`json_each(referring.${sql.ref(column)})`
    : sql`json_each(json_array(referring.${sql.ref(column)}))`
}

function without(list: string, ids: ReadonlySet<string>): string {
  return JSON.stringify((JSON.parse(list) as string[]).filter((id) => !ids.has(id)))
}
