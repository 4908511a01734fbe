/** What the tests of receiving do over and over: stage files, take them in, look at what is there. */
import { sql } from 'kysely'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { importBundles } from '../../../src-main/intake/import-bundles.ts'
import { previewBundles } from '../../../src-main/intake/preview-bundles.ts'
import { inTurn } from '../../../src-main/intake/received-turn.ts'
import { stageFiles } from '../../../src-main/intake/stage-files.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { reportedTables, wholeTables } from '../../../src-main/sync/reported-tables.ts'
import type { TestOffice } from '../../open-offices.ts'
import type { MadeReport } from './make-report.ts'

const unseen = { step: async () => undefined }

export async function stage({ context }: TestOffice, ...reports: readonly MadeReport[]) {
  return await stageFiles(
    context,
    reports.flatMap(({ files }) => files),
    unseen,
  )
}

export async function preview({ context }: TestOffice, ...reports: readonly MadeReport[]) {
  return await previewBundles(
    context,
    reports.map(({ manifest }) => manifest.bundleId),
    unseen,
  )
}

/** Stages and imports; red flags are accepted when asked. */
export async function takeIn(office: TestOffice, reports: readonly MadeReport[], acceptRed = false) {
  await stage(office, ...reports)
  const bundleIds = [...new Set(reports.map(({ manifest }) => manifest.bundleId))]
  return await importBundles(office.context, { bundleIds, acceptRed: acceptRed ? 'all' : [] }, unseen)
}

/** The rows of an office as the receiver has them, and their root. */
export async function receivedOf(context: CoreContext, officeId: string) {
  return await inTurn(context, async (db) => {
    const rows: Record<string, number> = {}
    for (const table of reportedTables) {
      const counted = await sql<{ n: number }>`
        select count(*) as n from main.${sql.table(table)} where officeId = ${officeId} and removedAt is null
      `.execute(db)
      if (counted.rows[0]?.n) rows[table] = counted.rows[0].n
    }
    return { rows, root: (await stateRoot(db, wholeTables, { officeId })).root }
  })
}

/** How often the received database has been written to. */
export async function writesTo(context: CoreContext): Promise<string> {
  return await inTurn(context, async (db) => {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from "change") || ' ' || (select count(*) from appliedBundle) || ' ' ||
        (select count(*) from heldRow) || ' ' || (select count(*) from conflict) as n
    `.execute(db)
    return String(rows[0]?.n)
  })
}
