/** Reading a register page by page: newest first, filtered by period, words and exact values. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import type { ListName } from '../../src-shared/list-filters.ts'
import { notFound } from './changes.ts'
import { isLatin, loadPinyin } from './initials.ts'
import { type Filters, filterConditions } from './list-filters.ts'
import { fromRow } from './rows.ts'
import type { Tables } from './tables.ts'

export type RowQuery = Filters & {
  readonly from: string | null
  readonly to: string | null
  /** Words, all of which must occur somewhere in the row's text. */
  readonly text: string
  /** The stay during which a lecture was given. */
  readonly stayId?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** A small register: by the sound of its names. */
const named = (...columns: readonly string[]) => ({
  day: null,
  order: sql`initials(name), name`,
  text: ['name', ...columns],
  sounds: 'name',
})

/**
 * For each register: the day by which it is filtered, its order, the columns in which words are looked for, and the one
 * that a word in Latin letters may also sound like.
 */
const lists = {
  study: {
    day: 'date',
    order: sql`date desc, id desc`,
    text: [
      'topic',
      'type',
      'organiser',
      'partyOrganisation',
      'host',
      'leadSpeaker',
      'place',
      'materials',
      'decisions',
      'note',
    ],
    sounds: null,
  },
  lecture: {
    day: 'date',
    order: sql`date desc, id desc`,
    text: [
      'topic',
      'modes',
      'speakers',
      'team',
      'organiser',
      'level',
      'occasion',
      'venueType',
      'place',
      'reactions',
      'note',
    ],
    sounds: null,
  },
  stay: {
    day: 'to',
    order: sql`"to" desc, id desc`,
    text: ['unitName', 'township', 'cadres', 'problems', 'deeds', 'outcome', 'note'],
    sounds: null,
  },
  activity: {
    day: 'date',
    order: sql`date desc, id desc`,
    text: ['title', 'kind', 'genre', 'organiser', 'medium', 'outcome', 'note'],
    sounds: null,
  },
  grassrootsUnion: {
    day: null,
    order: sql`township, name`,
    text: ['name', 'formerNames', 'township', 'kind', 'industry', 'code', 'statisticsCode', 'chair', 'note'],
    sounds: 'name',
  },
  incoming: {
    day: 'receivedOn',
    order: sql`year desc, serial desc`,
    text: ['sender', 'senderNumber', 'title', 'note'],
    sounds: null,
  },
  cadre: named('post', 'department', 'standing', 'phone', 'note'),
  lecturer: named('post', 'kind', 'team', 'topics', 'phone', 'note'),
  lectureTeam: named('leader', 'note'),
  studyGroup: named('kind', 'leader', 'duties', 'note'),
  venue: named('kind', 'venueType', 'township', 'address', 'contact', 'note'),
  material: named('kind', 'source', 'note'),
} as const

/** `besides`: conditions on columns of the table that only one list knows. */
export async function listRows<Item>(
  db: Kysely<Tables>,
  table: ListName,
  query: RowQuery,
  besides: readonly RawBuilder<unknown>[] = [],
): Promise<Page<Item>> {
  const conditions = [sql`removedAt is null`, ...besides]
  const { day, order, text, sounds } = lists[table]
  if (sounds) await loadPinyin()
  if (day && query.from) conditions.push(sql`${sql.ref(day)} >= ${query.from}`)
  if (day && query.to) conditions.push(sql`${sql.ref(day)} <= ${query.to}`)
  if (table === 'lecture' && query.stayId !== undefined) conditions.push(sql`stayId = ${query.stayId}`)
  conditions.push(...filterConditions(table, query))
  for (const word of query.text.split(/\s+/).filter(Boolean)) {
    const searched = sql.join(
      text.map((column) => sql.ref(column)),
      sql` || char(10) || `,
    )
    const isWritten = sql`instr(${searched}, ${word}) > 0`
    conditions.push(
      sounds && isLatin(word) ? sql`(${isWritten} or soundsLike(${sql.ref(sounds)}, ${word}))` : isWritten,
    )
  }
  // One text for all tables, which the query builder's types cannot follow; all names come from `lists`.
  const where = sql.join(conditions, sql` and `)
  const rows = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where ${where} order by ${order} limit ${query.limit} offset ${query.offset}
  `.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*) as total from ${sql.table(table)} where ${where}`.execute(db)
  return { rows: rows.rows.map((row) => fromRow<Item>(table, row)), total: counted.rows[0]?.total ?? 0 }
}

/** @throws Problem NOT_FOUND, also for a removed row */
export async function getRow<Item>(db: Kysely<Tables>, table: ListName | 'document', id: string): Promise<Item> {
  const found = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where id = ${id} and removedAt is null
  `.execute(db)
  const row = found.rows[0]
  if (!row) throw notFound(id)
  return fromRow<Item>(table, row)
}
