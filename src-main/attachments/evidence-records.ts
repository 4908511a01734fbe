/** Records as evidence names them (佐证所属记录): by kind, last day, title and place; the four registers in one list. */
import { type Kysely, sql } from 'kysely'
import type { EvidenceRecord } from '../../src-shared/attachments.ts'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'

export type DatedRecord = EvidenceRecord & {
  /** First day; the same as the last but for a stay. */
  readonly from: string
}

// Four selects in one, which the query builder's types cannot follow; all names are written here.
const everyRecord = sql`
  select 'study' as kind, id, date as "from", date as day, topic as title, place from study where removedAt is null
  union all
  select 'lecture', id, date, date, topic, place from lecture where removedAt is null
  union all
  select 'stay', id, "from", "to", unitName, township from stay where removedAt is null
  union all
  select 'activity', id, date, date, title, medium from activity where removedAt is null`

/** Records that have a day in the period, in order of their days. */
export async function recordsWithin(db: Kysely<Tables>, { from, to }: Period): Promise<readonly DatedRecord[]> {
  const { rows } = await sql<DatedRecord>`
    select * from (${everyRecord}) where day >= ${from} and "from" <= ${to} order by day, id
  `.execute(db)
  return rows
}

/** Records by their ids; those that are removed are missing. */
export async function recordsById(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EvidenceRecord>> {
  const { rows } = await sql<DatedRecord>`
    select * from (${everyRecord}) where id in (select value from json_each(${JSON.stringify(ids)}))
  `.execute(db)
  return new Map(rows.map(({ from: _from, ...record }) => [record.id, record]))
}
