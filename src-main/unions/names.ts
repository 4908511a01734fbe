/** Names in the register (名称): no two unions that go on have the same one. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { Tables } from '../database/tables.ts'

/** @throws Problem CONFLICT when a union that goes on has one of the names, or one stands twice among them */
export async function refuseKnownNames(
  trx: Transaction<Tables>,
  names: readonly string[],
  exceptIds: readonly string[] = [],
): Promise<void> {
  const rows = await trx
    .selectFrom('grassrootsUnion')
    .select(['id', 'name'])
    .where('removedAt', 'is', null)
    .where('endedOn', 'is', null)
    .execute()
  const known = new Set(rows.filter(({ id }) => !exceptIds.includes(id)).map(({ name }) => name))
  for (const name of names) {
    if (known.has(name)) throw new Problem('CONFLICT', `单位名册中已有“${name}”，请核对，不要重复添加。`)
    known.add(name)
  }
}

/** What the clerk should know of a name that another union had, or that an ended one has; empty when nobody had it. */
export async function remarksOnName(db: Kysely<Tables>, name: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; endedOn: string | null }>`
    select name, endedOn from grassrootsUnion where removedAt is null and id <> ${id} and ((name = ${name} and endedOn is not null)
      or exists (select 1 from json_each(formerNames) as former where former.value ->> 'name' = ${name}))
  `.execute(db)
  return rows.map((row) =>
    row.name === name
      ? `${row.endedOn}以前另有一个“${name}”，以往各期报表中的“${name}”指那个单位。`
      : `“${name}”是“${row.name}”用过的名称，请核对不是同一个单位。`,
  )
}
