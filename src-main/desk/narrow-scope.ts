/** Moves an open desk from one office to the next (换单位): opening one for each would cost more than counting it. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** @param desk opened for a list of offices, not for all */
export async function narrowTo(desk: Kysely<Tables>, officeIds: readonly string[]): Promise<void> {
  await sql`delete from temp.deskScope`.execute(desk)
  await sql`insert into temp.deskScope select value from json_each(${JSON.stringify(officeIds)})`.execute(desk)
}
