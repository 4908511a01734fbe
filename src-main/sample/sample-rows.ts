/** Which rows are the sample's (示例数据的行): noted when it is loaded, so that they can be told from the clerk's own. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { StampedTable, Tables } from '../database/tables.ts'

export type SampleRow = {
  readonly table: StampedTable
  readonly id: string
  readonly version: number
  readonly name: string
}

/** The column that names a row, where it is not called `name`. */
const nameColumns: Readonly<Partial<Record<StampedTable, string>>> = {
  study: 'topic',
  lecture: 'topic',
  stay: 'unitName',
  activity: 'title',
  notice: 'title',
  requirement: 'title',
  document: 'title',
  incoming: 'title',
  attachment: 'fileName',
}

/** Notes as the sample's every row that was written since the change `after`. */
export async function noteSampleRows(trx: Transaction<Tables>, after: number): Promise<void> {
  await sql`
    insert into sampleRow (tableName, rowId)
    select distinct tableName, rowId from change where seq > ${after} and op = 'insert'
  `.execute(trx)
}

export async function lastChange(trx: Transaction<Tables>): Promise<number> {
  const last = await trx
    .selectFrom('change')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst()
  return last?.seq ?? 0
}

/** Those that are present; rows that the clerk has removed herself are gone for good. */
export async function presentSampleRows(db: Kysely<Tables>): Promise<SampleRow[]> {
  const tables = await db.selectFrom('sampleRow').select('tableName').distinct().orderBy('tableName').execute()
  const rows: SampleRow[] = []
  for (const { tableName } of tables) {
    const found = await sql<Omit<SampleRow, 'table'>>`
      select id, version, ${sql.ref(nameColumns[tableName] ?? 'name')} as name from ${sql.table(tableName)}
      where removedAt is null and id in (select rowId from sampleRow where tableName = ${tableName})
      order by id
    `.execute(db)
    rows.push(...found.rows.map((row) => ({ table: tableName, ...row })))
  }
  return rows
}
