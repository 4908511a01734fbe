/** What the level above last said about a row (上级意见), as SQL beside the row itself. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ReturnedCounts, UpperMark } from '../../src-shared/receipts.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import type { Tables } from './tables.ts'

/**
 * For a query over `table`; null for a row of which no receipt speaks. What was said about an earlier version counts
 * only as 已改. Of several levels the one that wants something done is heard.
 */
export function upperMarkOf(table: string): RawBuilder<UpperMark | null> {
  const row = (column: string) => sql.ref(`${table}.${column}`)
  return sql<UpperMark | null>`(
    select case when said.version < ${row('version')} then '已改' else said.result end as mark
    from acknowledgement as said
    where said.tableName = ${table} and said.rowId = ${row('id')}
    order by case mark when '退回' then 1 when '冲突' then 2 when '暂存' then 3 when '已收' then 4 else 5 end limit 1
  )`
}

/** Records that have this mark, by kind. */
export async function countMarked(db: Kysely<Tables>, mark: '退回' | '冲突'): Promise<ReturnedCounts> {
  const counts = { study: 0, lecture: 0, stay: 0, activity: 0 }
  for (const kind of recordKinds) {
    // The few that ever had it are looked at, not every record.
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(kind)} where removedAt is null and ${upperMarkOf(kind)} = ${mark}
        and id in (select rowId from acknowledgement where result <> '已收' and result = ${mark} and tableName = ${kind})
    `.execute(db)
    counts[kind] = rows[0]?.count ?? 0
  }
  return counts
}
