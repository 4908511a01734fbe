/** Where a union is used (在用处): the records that name it, and the unions that belong to it or came of it. */
import { type Kysely, sql } from 'kysely'
import type { UnionUse } from '../../src-shared/union-lives.ts'
import type { Tables } from '../database/tables.ts'

/** Shown of each kind; the counts are of all. */
const shown = 50

/** Present rows that name the union `id`, with the day by which they are ordered and what they are called. */
const naming = {
  lecture: (id: string) => sql`select lecture.id, lecture.date, lecture.topic as title
    from lectureUnion join lecture on lecture.id = lectureUnion.lectureId
    where lectureUnion.unionId = ${id} and lecture.removedAt is null`,
  stay: (id: string) => sql`select id, "to" as date, unitName as title from stay
    where unionId = ${id} and removedAt is null`,
  // Kysely has no word for json_each.
  activity: (id: string) => sql`select id, date, title from activity
    where removedAt is null and exists (select 1 from json_each(activity.unionIds) where value = ${id})`,
  grassrootsUnion: (id: string) => sql`select id, coalesce(endedOn, '') as date, name as title from grassrootsUnion
    where removedAt is null and id <> ${id} and ${id} in (parentId, successorId, originId)`,
} as const
type UsingKind = keyof typeof naming
const kinds = Object.keys(naming) as UsingKind[]

/** Kinds that do not name it are left out; the newest first. */
export async function usesOfUnion(db: Kysely<Tables>, id: string): Promise<UnionUse[]> {
  const uses: UnionUse[] = []
  for (const kind of kinds) {
    const { rows } = await sql<UnionUse['newest'][number] & { count: number }>`
      select *, count(*) over () as count from (${naming[kind](id)}) order by date desc, id desc limit ${shown}
    `.execute(db)
    const [first] = rows
    if (first) uses.push({ kind, count: first.count, newest: rows.map(({ count: _, ...row }) => row) })
  }
  return uses
}

/** How many records and unions name it. */
export async function countUses(db: Kysely<Tables>, id: string): Promise<{ records: number; unions: number }> {
  const counts = sql.join(kinds.map((kind) => sql`(select count(*) from (${naming[kind](id)})) as ${sql.ref(kind)}`))
  const { rows } = await sql<Record<UsingKind, number>>`select ${counts}`.execute(db)
  const { lecture = 0, stay = 0, activity = 0, grassrootsUnion = 0 } = rows[0] ?? {}
  return { records: lecture + stay + activity, unions: grassrootsUnion }
}

/** Does anything name it? Then it cannot be taken out of the register. */
export async function isUsed(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { records, unions } = await countUses(db, id)
  return records + unions > 0
}
