/** Evidence that goes with a report (上报的佐证): each file once, until the recipient has confirmed that it has come. */
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { contentBytes, getContent } from '../files/content-store.ts'
import type { UnsealedAttachment } from '../sync/seal-bundle.ts'

export type ReportFiles = {
  readonly files: readonly UnsealedAttachment[]
  /** Files that attachments name and that are not in the content store. */
  readonly missing: number
}

/**
 * Of a picture the one that is shown and printed, upright, smaller, without the place of taking; anything else as it is.
 * Those of the newest records come first: what is reported now should not wait for what was left behind last year.
 */
export async function filesFor(
  { dataFolder }: Pick<CoreContext, 'dataFolder'>,
  trx: Kysely<Tables>,
  recipientId: string,
): Promise<ReportFiles> {
  const confirmed = await confirmedFiles(trx, recipientId)
  const files: UnsealedAttachment[] = []
  let missing = 0
  for (const sha256 of await attachedFiles(trx)) {
    if (confirmed.has(sha256)) continue
    const bytes = await contentBytes(dataFolder, sha256)
    if (bytes === null) missing += 1
    else files.push({ sha256, bytes, read: () => getContent(dataFolder, sha256) })
  }
  return { files, missing }
}

async function attachedFiles(trx: Kysely<Tables>): Promise<string[]> {
  const rows = await trx
    .selectFrom('attachment')
    .select(({ fn }) => fn.coalesce('viewSha256', 'sha256').as('file'))
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return [...new Set(rows.map(({ file }) => file))]
}

/** Files in volumes that a receipt of the recipient says it holds. */
async function confirmedFiles(trx: Kysely<Tables>, recipientId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct part.value ->> 'sha256' as sha256
    from acceptedReceipt receipt
      join exportedBundle bundle on bundle.bundleId = receipt.bundleId and bundle.manifest <> '',
      json_each(receipt.content, '$.technical.volumes.here') here,
      json_each(bundle.manifest, '$.parts') part
    where receipt.officeId = ${recipientId}
      and part.value ->> 'name' like 'att/%'
      and part.value ->> 'volume' = here.value ->> 'number'
  `.execute(trx)
  return new Set(rows.map(({ sha256 }) => sha256))
}
