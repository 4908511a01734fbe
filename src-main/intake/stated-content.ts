/** Whether what is here of an office is what it says it has (内容核对), by the roots of both. */
import { type Kysely, sql } from 'kysely'
import { lastOfReplicas } from '../../src-shared/made-order.ts'
import type { Tables } from '../database/tables.ts'

export type StatedContent = {
  /** The root over all rows of the office as they are now. */
  readonly root: string
  readonly isSame: boolean
}

type Row = {
  readonly officeId: string
  /** After this bundle was taken in, and as its sender states it. */
  readonly found: string
  readonly stated: string
  readonly replica: string
  readonly epoch: number
  readonly seq: number
}

/**
 * By office. What it says it has stands in the bundle that it made last, which need not be the one that was taken in
 * last; of several replicas one that knows all is enough, the others have not heard of it yet.
 * @param received the received database with the ledger beside it
 */
export async function statedContents(
  received: Kysely<Tables>,
  officeId?: string,
): Promise<ReadonlyMap<string, StatedContent>> {
  const { rows } = await sql<Row>`
    select applied.officeId, effect ->> '$.root.value' as found, effect ->> '$.root.stated' as stated,
      sent.replica, sent.epoch, sent.seq
    from main.appliedBundle as applied join ledger.archivedBundle as sent on sent.bundleId = applied.bundleId
    ${officeId === undefined ? sql`` : sql`where applied.officeId = ${officeId}`}
    order by applied.position`.execute(received)
  const byOffice = new Map<string, Row[]>()
  for (const row of rows) byOffice.set(row.officeId, [...(byOffice.get(row.officeId) ?? []), row])
  return new Map(
    [...byOffice].map(([id, bundles]) => {
      // Nothing but taking in changes rows: the last one found what there is now.
      const root = bundles.at(-1)?.found ?? ''
      return [id, { root, isSame: lastOfReplicas(bundles).some(({ stated }) => stated === root) }]
    }),
  )
}
