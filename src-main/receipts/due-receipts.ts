/** For which bundles a receipt is due (待发回执): none was issued, or something about their office has changed since. */
import { type Kysely, sql } from 'kysely'
import type { DueReceipt } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'

/**
 * Bundles that were taken in; an undone one when a receipt for it is out. What a clerk returned and photos that came
 * later are told with the newest bundle of the office.
 */
export async function dueReceipts(db: Kysely<Tables>): Promise<DueReceipt[]> {
  const { rows } = await sql<DueReceipt>`
    with said as (
      select bundleId, max(seq) as number, max(issuedAt) as at from issuedReceipt group by bundleId
    ), changed as (
      select officeId, max(at) as at from (
        select officeId, max(at, coalesce(withdrawnAt, at)) as at from rowReturn
        union all select officeId, max(importedAt, coalesce(undoneAt, importedAt)) from archivedBundle
          where importedAt is not null
        union all select officeId, volume.receivedAt from archivedVolume as volume
          join archivedBundle using (bundleId) where importedAt is not null
      ) group by officeId
    ), newest as (
      select officeId, max(position) as position from archivedBundle
      where importedAt is not null and undoneAt is null and kind = 'report' group by officeId
    )
    select bundle.bundleId, bundle.officeId, coalesce(peer.name, bundle.manifest ->> '$.sender.name') as officeName,
      bundle.seq, bundle.receivedAt, said.number as replaces
    from archivedBundle as bundle
    left join said on said.bundleId = bundle.bundleId
    left join changed on changed.officeId = bundle.officeId
    left join newest on newest.officeId = bundle.officeId
    left join peer on peer.officeId = bundle.officeId
    where bundle.kind = 'report' and bundle.importedAt is not null and case
      when bundle.undoneAt is not null then said.at is not null and said.at < bundle.undoneAt
      when said.at is null then 1
      else bundle.position = newest.position and said.at < changed.at end
    order by bundle.position
  `.execute(db)
  return rows
}
