/** Which answers are reported (上报的印证): those to requirements that came down from the recipient. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/**
 * Ids of answers, removed ones too. A requirement came down when an installation of the recipient made its row; which
 * those are is known from the bundles that came from it.
 */
export async function answersTo(db: Kysely<Tables>, recipientId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .select('answer.id')
    .where('requirementId', 'in', (eb) =>
      eb
        .selectFrom('change')
        .select('rowId')
        .where('tableName', '=', 'requirement')
        .where('op', '=', 'insert')
        .where('replica', 'in', eb.selectFrom('archivedBundle').select('replica').where('officeId', '=', recipientId)),
    )
    .execute()
  return rows.map(({ id }) => id)
}
