/** For which bundles a receipt is due (待发回执): none was issued, or something about their office has changed since. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DueReceipt } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'

/**
 * Bundles that were taken in; an undone one when a receipt for it is out. What a clerk returned and photos that came
 * later are told with the newest bundle of the office. An office that has parted (停止往来) waits for nothing.
 */
export async function dueReceipts(db: Kysely<Tables>): Promise<DueReceipt[]> {
  const { rows } = await sql<DueReceipt>`
    with newest as (
      select officeId, max(position) as position from archivedBundle
      where importedAt is not null and undoneAt is null and kind = 'report' group by officeId
    )
    select bundle.bundleId, bundle.officeId, coalesce(peer.name, bundle.manifest ->> '$.sender.name') as officeName,
      bundle.seq, bundle.receivedAt, said.seq as replaces
    from archivedBundle as bundle
    left join issuedReceipt as said on said.receiptId = (
      select receiptId from issuedReceipt where bundleId = bundle.bundleId order by seq desc limit 1)
    left join newest on newest.officeId = bundle.officeId
    left join peer on peer.officeId = bundle.officeId
    where bundle.kind = 'report' and bundle.importedAt is not null and peer.removedAt is null and case
      when bundle.undoneAt is not null then said.seq is not null and said.content ->> '$.technical.state' <> '已撤销'
      when said.seq is null then 1
      else bundle.position = newest.position and said.answered <> ${answeredBy(sql.ref('bundle.officeId'))} end
    order by bundle.position
  `.execute(db)
  return rows
}

/**
 * Counts of what receipts of an office answer: each only grows, so that a receipt that noted the same has told all.
 * Not times, which two events may share and a clock may put back.
 */
export function answeredBy(officeId: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(
    (select count(*) || ' ' || count(withdrawnAt) from rowReturn where officeId = ${officeId}) || ' ' ||
    (select count(importedAt) || ' ' || count(undoneAt) from archivedBundle where officeId = ${officeId}) || ' ' ||
    (select count(*) from archivedVolume where bundleId in
      (select bundleId from archivedBundle where officeId = ${officeId} and importedAt is not null))
  )`
}
