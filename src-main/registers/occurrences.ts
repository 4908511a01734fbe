/** Which names occur in records (记录中的名字), how often, when last, and what the newest record says besides. */
import { type Kysely, sql } from 'kysely'
import type { UsingKind } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import type { Tables } from '../database/tables.ts'
import { type NamePlace, nameKey, namePlaces } from './name-places.ts'

export type Occurrence = {
  readonly name: string
  readonly times: number
  readonly lastOn: string
  readonly about: Readonly<Record<string, unknown>>
}

type TextRow = { readonly text: string; readonly times: number; readonly lastOn: string; readonly about: string }

const dayOf: Readonly<Record<UsingKind, string>> = {
  study: 'date',
  lecture: 'date',
  stay: '"to"',
  activity: 'date',
  lecturer: 'updatedAt',
}

/**
 * By the key under which a name is known, in the places worth collecting from.
 * @param newest of each kind of record, how many are looked at; all without it
 */
export async function occurrencesOf(
  db: Kysely<Tables>,
  kind: RegisterKind,
  newest?: number,
): Promise<Map<string, Occurrence>> {
  const found = new Map<string, Occurrence>()
  for (const place of namePlaces[kind]) {
    if (place.about === undefined) continue
    for (const row of await textsOf(db, place, place.about, newest))
      for (const name of new Set(place.reading.namesIn(row.text))) {
        const key = nameKey(kind, name)
        const known = found.get(key)
        const own = { name, times: row.times, lastOn: row.lastOn, about: JSON.parse(row.about) }
        found.set(key, known ? together(known, own) : own)
      }
  }
  return found
}

/** Each text once, with the columns of its newest record: SQLite takes bare columns from the row that has the maximum. */
async function textsOf(
  db: Kysely<Tables>,
  { table, column, part }: NamePlace,
  about: string,
  newest: number | undefined,
): Promise<readonly TextRow[]> {
  const day = dayOf[table]
  const limit = newest === undefined ? '' : ` ORDER BY ${day} DESC, id DESC LIMIT ${newest}`
  const text = part === null ? column : `item.value ->> '${part}'`
  const items = part === null ? '' : `, json_each(record.${column}) AS item`
  const { rows } = await sql<TextRow>`${sql.raw(`
    SELECT ${text} AS text, count(*) AS times, max(${day}) AS lastOn, ${about} AS about
    FROM (SELECT * FROM ${table} WHERE removedAt IS NULL${limit}) AS record${items}
    WHERE ${text} <> '' GROUP BY 1`)}`.execute(db)
  return rows
}

/** Adds up; what the newer one says goes before what the older one says. */
function together(a: Occurrence, b: Occurrence): Occurrence {
  const [newer, older] = a.lastOn >= b.lastOn ? [a, b] : [b, a]
  return { ...newer, times: a.times + b.times, about: { ...older.about, ...newer.about } }
}
