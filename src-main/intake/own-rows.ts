/**
 * The office's own rows in the received database (本单位的记录): copied from the ledger as one more source, so that
 * every row stands in one table with one set of indexes and a record that came two ways stands once.
 */
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { isSameThing } from '../merge/same-thing.ts'
import { reportedTables } from '../sync/reported-tables.ts'
import { ofReceived } from './received-database.ts'

type Own = Pick<CoreContext, 'officeId' | 'replica' | 'epoch'>

/**
 * Brings over what the ledger has changed since the last time. A row that came from another office stays that one's.
 * When the office has taken its id back or another PC's keys over, what stands here under the former id goes.
 */
export async function refreshOwnRows(db: Kysely<Tables>, { officeId, replica, epoch }: Own): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await ofReceived(trx).selectFrom('received').selectAll().executeTakeFirstOrThrow()
    const { rows } = await sql<{ last: number }>`select coalesce(max(seq), 0) as last from ledger.change`.execute(trx)
    const last = rows[0]?.last ?? 0
    const isOfSame = before.ownOffice === officeId && before.ownReplica === replica && before.ownEpoch === epoch
    const isSame = isOfSame && before.ownTo <= last
    if (isSame && before.ownTo === last) return
    // A row goes out and comes in again while others name it.
    await sql`PRAGMA defer_foreign_keys = ON`.execute(trx)
    if (!isSame) for (const own of new Set([before.ownOffice, officeId])) await dropRows(trx, own)
    for (const table of reportedTables) {
      const which = isSame
        ? sql`select rowId from ledger.change where seq > ${before.ownTo} and tableName = ${table}
            ${isSameThing(table) ? renamedRows(table, officeId) : sql``}`
        : sql`select id from ledger.${sql.table(table)}`
      await copyRows(trx, table, which, officeId)
    }
    const stands = { ownOffice: officeId, ownReplica: replica, ownEpoch: epoch, ownTo: last }
    await ofReceived(trx).updateTable('received').set(stands).execute()
  })
}

const mainTable = (table: string) => sql`main.${sql.table(table)}`

/** Rows that took another id when they became one with those of another PC: no change tells of the id that they had. */
const renamedRows = (table: string, officeId: string) => sql`
  union all select id from ${mainTable(table)}
  where officeId = ${officeId} and id not in (select id from ledger.${sql.table(table)})`

async function dropRows(trx: Kysely<Tables>, officeId: string) {
  for (const table of ['lectureUnion', ...reportedTables.toReversed()])
    await sql`delete from ${mainTable(table)} where officeId = ${officeId}`.execute(trx)
}

async function copyRows(trx: Kysely<Tables>, table: string, which: ReturnType<typeof sql>, officeId: string) {
  const own = sql`officeId = ${officeId} and id in (${which})`
  if (table === 'lecture')
    await sql`delete from main.lectureUnion where lectureId in (select id from main.lecture where ${own})`.execute(trx)
  await sql`delete from ${mainTable(table)} where ${own}`.execute(trx)
  const columns = await columnsOf(trx, table)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert or ignore into ${mainTable(table)} (${names}, officeId)
    select ${names}, ${officeId} from ledger.${sql.table(table)} where id in (${which})`.execute(trx)
}

async function columnsOf(trx: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}, 'ledger')`.execute(trx)
  return rows.map(({ name }) => name)
}
