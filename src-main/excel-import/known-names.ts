/** What cells refer to by name (按名称引用): unions and stays of the ledger, with what the workbook adds to them. */
import { type Kysely, sql } from 'kysely'
import type { ImportKind } from '../../src-shared/excel-import.ts'
import type { Tables } from '../database/tables.ts'
import type { Fields } from './known-records.ts'

/** Names → ids. */
export type KnownNames = { readonly unions: Map<string, string>; readonly stays: Map<string, string> }

export async function readNames(db: Kysely<Tables>): Promise<KnownNames> {
  // A name that a union had still means it, unless an ended union or one that goes on has that name now.
  const { rows: unions } = await sql<{ id: string; name: string }>`
    select grassrootsUnion.id, former.value ->> 'name' as name, 0 as rank
    from grassrootsUnion join json_each(formerNames) as former where removedAt is null
    union all select id, name, case when endedOn is null then 2 else 1 end from grassrootsUnion where removedAt is null
    order by rank
  `.execute(db)
  const stays = await db
    .selectFrom('stay')
    .select(['id', 'unitName', 'from', 'to'])
    .where('removedAt', 'is', null)
    .execute()
  return {
    unions: new Map(unions.map(({ id, name }) => [name, id])),
    stays: new Map(stays.map((stay) => [stayName(stay), stay.id])),
  }
}

/** @param ids of the rows in order; a preview has none, and its names stand for themselves */
export function addNames(
  names: KnownNames,
  kind: ImportKind,
  rows: readonly { readonly fields: Fields }[],
  ids: readonly string[],
): void {
  for (const [index, { fields }] of rows.entries()) {
    const name = nameOf(kind, fields)
    const known = kind === 'grassrootsUnion' ? names.unions : names.stays
    if (name !== undefined) known.set(name, ids[index] ?? `新:${name}`)
  }
}

/** How a cell names a stay. */
export function stayName(stay: { readonly unitName: string; readonly from: string; readonly to: string }): string {
  return `${stay.unitName}（${stay.from}至${stay.to}）`
}

function nameOf(kind: ImportKind, fields: Fields): string | undefined {
  if (kind === 'grassrootsUnion') return String(fields.name)
  return kind === 'stay' ? stayName(fields as Parameters<typeof stayName>[0]) : undefined
}
