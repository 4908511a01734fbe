/** Rows of a county's ledger put straight into an upper office's received database, for tests of what reads it. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { openReceived } from '../../../src-main/intake/received-database.ts'
import { reportedTables } from '../../../src-main/sync/reported-tables.ts'
import { testNow } from '../../open-test-app.ts'

export async function putIntoReceived(upper: CoreContext, county: CoreContext): Promise<void> {
  const db = await openReceived(upper)
  try {
    await sql`ATTACH ${join(county.dataFolder, 'ledger.sqlite')} AS county`.execute(db)
    for (const table of reportedTables)
      await sql`insert into main.${sql.table(table)} select *, ${county.officeId} from county.${sql.table(table)}`.execute(
        db,
      )
  } finally {
    await db.destroy()
  }
}

/** Ids that no other office of the test gives. */
export function idsOf(office: number): () => string {
  let seq = 0
  return () => {
    seq += 1
    return uuidv7({ msecs: testNow.getTime(), seq, random: new Uint8Array(16).fill(office) })
  }
}
