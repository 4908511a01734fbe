/**
 * Whose reports count together (汇总范围): the offices that stand below us now. One rule for totals, sheets, reports,
 * cross-tables and what an import says of the totals; the rows of an office that parted stay and count nowhere.
 */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** In the ledger; where it is attached, of `db.withSchema('ledger')`. */
export function officesBelow(db: Kysely<Tables>) {
  return db.selectFrom('peer').where('role', '=', '下级').where('removedAt', 'is', null)
}

/** Ids of those whose rows are in the received database `db` and no longer count. Mostly there are none. */
export async function partedOffices(db: Kysely<Tables>): Promise<string[]> {
  const present = officesBelow(db.withSchema('ledger')).select('officeId')
  const { rows } = await sql<{ officeId: string }>`
    select distinct officeId from main.appliedBundle where officeId not in ${present}
  `.execute(db)
  return rows.map(({ officeId }) => officeId)
}
