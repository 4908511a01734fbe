/** What the ledger holds already (已有记录), found by natural key; fields are read only of what a part of rows names. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { ImportKind } from '../../src-shared/excel-import.ts'
import { formFields, type Stamp } from '../../src-shared/stamp.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { keyOf } from './natural-key.ts'

export type Fields = Readonly<Record<string, unknown>>
export type Known = { readonly id: string; readonly version: number; readonly fields: Fields }
export type KnownRecords = {
  /** Reads the records under these keys. */
  readonly load: (keys: readonly string[]) => Promise<void>
  /** Whether a record that is loaded has this key. */
  readonly has: (key: string) => boolean
  /** Those of them that no row of the workbook has claimed. */
  readonly free: (key: string) => readonly Known[]
  readonly claim: (known: Known) => void
  /** Lets the fields go; what is claimed stays claimed. */
  readonly forget: () => void
}

/** Records read in one query while the keys are gathered. */
const page = 500
/** Ids in one query. */
const most = 500

export async function readKnown(db: Kysely<Tables>, kind: ImportKind): Promise<KnownRecords> {
  const ids = await idsByKey(db, kind)
  const claimed = new Set<string>()
  const loaded = new Map<string, Known[]>()
  return {
    async load(keys) {
      const wanted = [...new Set(keys)].flatMap((key) => ids.get(key) ?? [])
      for (let start = 0; start < wanted.length; start += most) {
        const part = wanted.slice(start, start + most)
        const rows = await db.selectFrom(kind).selectAll().where('id', 'in', part).orderBy('id').execute()
        for (const row of rows) {
          const item = fromRow<Fields & Stamp>(kind, row)
          const fields: Fields = formFields(item)
          const key = keyOf(kind, fields)
          loaded.set(key, [...(loaded.get(key) ?? []), { id: item.id, version: item.version, fields }])
        }
      }
    },
    has: (key) => loaded.has(key),
    free: (key) => (loaded.get(key) ?? []).filter(({ id }) => !claimed.has(id)),
    claim: ({ id }) => claimed.add(id),
    forget: () => loaded.clear(),
  }
}

/** In the order of ids, which is that of time. */
async function idsByKey(db: Kysely<Tables>, kind: ImportKind): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, string[]>()
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom(kind)
      .selectAll()
      .where('removedAt', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(page)
      .execute()
    for (const row of rows) {
      const key = keyOf(kind, fromRow<Fields>(kind, row))
      const same = ids.get(key)
      if (same) same.push(row.id)
      else ids.set(key, [row.id])
    }
    last = rows.at(-1)?.id ?? ''
    await nextTurn()
    if (rows.length < page) return ids
  }
}
