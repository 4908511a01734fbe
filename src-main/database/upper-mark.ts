/** What the level above last said about a row (上级意见), as SQL beside the row itself. */
import { type RawBuilder, sql } from 'kysely'
import type { UpperMark } from '../../src-shared/receipts.ts'

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
