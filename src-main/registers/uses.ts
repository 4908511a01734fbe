/** 在用处: the records that name an entry of a register, and renaming it in them. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { RegisterUse, RegisterUses, UsesOfKind, UsingKind } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import { updateRow, type Writer } from '../database/changes.ts'
import { getRow } from '../database/list-rows.ts'
import { fromRow, toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { holdsName, type NamePlace, nameKey, namePlaces, replaceName } from './name-places.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number }

/** How each kind is shown, in the order in which kinds are listed. */
const shownAs = {
  study: { title: 'topic', day: 'date' },
  lecture: { title: 'topic', day: 'date' },
  stay: { title: 'unitName', day: 'to' },
  activity: { title: 'title', day: 'date' },
  lecturer: { title: 'name', day: null },
} as const satisfies Record<UsingKind, { title: string; day: string | null }>
const usingKinds = Object.keys(shownAs) as UsingKind[]

/** @throws Problem NOT_FOUND */
export async function findUses(
  db: Kysely<Tables>,
  entry: { readonly kind: RegisterKind; readonly id: string },
): Promise<RegisterUses> {
  const { name } = await getRow<{ name: string }>(db, entry.kind, entry.id)
  const kinds = await usesOf(db, entry.kind, name)
  return { name, total: kinds.reduce((sum, { uses }) => sum + uses.length, 0), kinds }
}

export async function usesOf(db: Kysely<Tables>, kind: RegisterKind, name: string): Promise<UsesOfKind[]> {
  const found: UsesOfKind[] = []
  for (const table of usingKinds) {
    const rows = await rowsNaming(db, kind, table, name)
    if (rows.length > 0) found.push({ kind: table, uses: rows.map((row) => useOf(table, row)).sort(newestFirst) })
  }
  return found
}

/** Puts one name in the place of another wherever records hold it; returns how many of them changed. */
export async function renameInRecords(
  trx: Transaction<Tables>,
  writer: Writer,
  kind: RegisterKind,
  names: { readonly from: string; readonly to: string },
): Promise<number> {
  let changed = 0
  for (const table of usingKinds)
    for (const row of await rowsNaming(trx, kind, table, names.from)) {
      const fields: Record<string, unknown> = {}
      for (const place of placesIn(kind, table))
        fields[place.column] = replaceName(place, row[place.column], names.from, names.to)
      await updateRow(trx, writer, table, row, toRow(table, fields))
      changed += 1
    }
  return changed
}

function placesIn(kind: RegisterKind, table: UsingKind): NamePlace[] {
  return namePlaces[kind].filter((place) => place.table === table)
}

/** SQL finds the rows in which the letters of the name occur; whether they are the name is read from the fields. */
async function rowsNaming(db: Kysely<Tables>, kind: RegisterKind, table: UsingKind, name: string): Promise<Row[]> {
  const places = placesIn(kind, table)
  if (places.length === 0) return []
  const key = nameKey(kind, name)
  const occurs = places.map(({ column, part }) => {
    // In a list the name is written as JSON writes it.
    const written = part === null ? key : JSON.stringify(key).slice(1, -1)
    return sql`instr(${sql.ref(column)}, ${written}) > 0`
  })
  const found = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where removedAt is null and (${sql.join(occurs, sql` or `)})
  `.execute(db)
  return found.rows
    .map((row) => fromRow<Row>(table, row))
    .filter((row) => places.some((place) => holdsName(kind, place, row[place.column], key)))
}

function useOf(table: UsingKind, row: Row): RegisterUse {
  const { title, day } = shownAs[table]
  return { id: row.id, day: day === null ? null : String(row[day]), title: String(row[title]) }
}

function newestFirst(a: RegisterUse, b: RegisterUse): number {
  const [dayA, dayB] = [a.day ?? '', b.day ?? '']
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return a.id < b.id ? 1 : -1
}
