/** The reports that were received and count (算数的上报包), with what of their manifests the desk looks at. */
import { type Kysely, sql } from 'kysely'
import type { BoundPaper, DeclaredEmpty } from '../../src-shared/bundle-manifest.ts'
import { inMadeOrder } from '../../src-shared/made-order.ts'
import type { ReceivedBundle } from '../../src-shared/report-state.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'

export type ReportBundle = ReceivedBundle & {
  readonly officeId: string
  readonly keyId: string
  readonly replica: string
  readonly epoch: number
  /** In which order it was taken in; null while it is not. */
  readonly position: number | null
  readonly noticeId: string | null
  readonly noticeNumber: string
  readonly figures: PeriodFigures
  /** 取数指纹 as the sender prints it. */
  readonly fingerprint: string
  readonly papers: readonly BoundPaper[]
  readonly correction: string
}

type Row = Omit<
  ReportBundle,
  'period' | 'isFork' | 'figures' | 'declaredEmpty' | 'papers' | 'missingVolumes' | 'missingPhotos'
> & {
  readonly periodFrom: string
  readonly periodTo: string
  readonly isFork: 0 | 1
  readonly figures: string
  readonly declaredEmpty: string
  readonly papers: string
  /** Numbers, as JSON. */
  readonly here: string
  readonly withData: string
}

/** Not undone, in the order in which their senders made them; of one office when asked for one. */
export async function listReports(ledger: Kysely<Tables>, officeId?: string): Promise<ReportBundle[]> {
  // Kysely has no word for a member of a JSON column.
  const { rows } = await sql<Row>`
    select bundleId, officeId, keyId, replica, epoch, seq, position, isFork, receivedAt, importedAt,
      manifest ->> '$.createdAt' as createdAt,
      manifest ->> '$.period.from' as periodFrom, manifest ->> '$.period.to' as periodTo,
      manifest -> '$.figures' as figures, manifest ->> '$.fingerprint' as fingerprint,
      manifest -> '$.declaredEmpty' as declaredEmpty, manifest -> '$.papers' as papers,
      manifest ->> '$.notice.id' as noticeId, coalesce(manifest ->> '$.notice.number', '') as noticeNumber,
      coalesce(manifest ->> '$.correction', '') as correction, manifest ->> '$.volumes' as volumes,
      (select json_group_array(number) from archivedVolume where archivedVolume.bundleId = archivedBundle.bundleId) as here,
      (select json_group_array(distinct part.value ->> 'volume') from json_each(manifest, '$.parts') as part
        where part.value ->> 'name' not like 'att/%') as withData
    from archivedBundle
    where kind = 'report' and undoneAt is null ${officeId === undefined ? sql`` : sql`and officeId = ${officeId}`}`.execute(
    ledger,
  )
  return inMadeOrder(rows).map(bundleOf)
}

function bundleOf({ periodFrom, periodTo, here, withData, ...row }: Row): ReportBundle {
  const present = new Set<number>(JSON.parse(here))
  const data = new Set<number>(JSON.parse(withData))
  const missing = Array.from({ length: row.volumes }, (_, index) => index + 1).filter((number) => !present.has(number))
  return {
    ...row,
    period: { from: periodFrom, to: periodTo },
    isFork: row.isFork === 1,
    figures: JSON.parse(row.figures),
    declaredEmpty: JSON.parse(row.declaredEmpty) as DeclaredEmpty[],
    papers: JSON.parse(row.papers) as BoundPaper[],
    missingVolumes: missing.filter((number) => data.has(number)),
    missingPhotos: missing.filter((number) => !data.has(number)),
  }
}

/** By office; an office without any is absent. */
export function byOffice<Item extends { readonly officeId: string }>(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const known = found.get(item.officeId)
    if (known) known.push(item)
    else found.set(item.officeId, [item])
  }
  return found
}
