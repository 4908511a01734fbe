/** Records by day and name (记录名称), for lists that only know their ids. */
import { type Kysely, sql } from 'kysely'
import type { TracedRecord } from '../../src-shared/replies.ts'
import type { Tables } from '../database/tables.ts'

const naming = {
  study: sql`select id, date, topic as title from study`,
  lecture: sql`select id, date, topic as title from lecture`,
  stay: sql`select id, "to" as date, unitName as title from stay`,
  activity: sql`select id, date, title from activity`,
  grassrootsUnion: sql`select id, '' as date, name as title from grassrootsUnion`,
} as const

type RecordRef = Pick<TracedRecord, 'kind' | 'id'>

/** In the order given, removed ones too. */
export async function nameRecords(db: Kysely<Tables>, refs: readonly RecordRef[]): Promise<TracedRecord[]> {
  const known = new Map<string, TracedRecord>()
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    // One JSON value, because SQLite binds a limited number of parameters.
    const ids = JSON.stringify(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))
    const { rows } = await sql<Omit<TracedRecord, 'kind'>>`${naming[kind]}
      where id in (select value from json_each(${ids}))`.execute(db)
    for (const row of rows) known.set(row.id, { kind, ...row })
  }
  return refs.flatMap(({ id }) => known.get(id) ?? [])
}
