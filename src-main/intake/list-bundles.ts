/** What was received (收到的上报包) as the window lists it: whose, which, how far it has come. */
import { type Kysely, type Selectable, sql } from 'kysely'
import { isReport, type Manifest } from '../../src-shared/bundle-manifest.ts'
import type { IntakeState, ReceivedBundle } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Tables } from '../database/tables.ts'
import { missingOf } from './archive.ts'

type Query = {
  readonly officeId?: string | undefined
  readonly isWaiting?: boolean | undefined
  readonly limit: number
}

/** The newest first. */
export async function listBundles(
  db: Kysely<Tables>,
  { officeId, isWaiting, limit }: Query,
): Promise<readonly ReceivedBundle[]> {
  let query = withVolumes(db)
  if (officeId !== undefined) query = query.where('archivedBundle.officeId', '=', officeId)
  if (isWaiting) query = query.where('importedAt', 'is', null)
  const rows = await query.orderBy('receivedAt', 'desc').orderBy('bundleId', 'desc').limit(limit).execute()
  return rows.flatMap(asReceived)
}

/** @throws Problem NOT_FOUND */
export async function showBundle(db: Kysely<Tables>, bundleId: string): Promise<ReceivedBundle> {
  const rows = await withVolumes(db).where('archivedBundle.bundleId', '=', bundleId).execute()
  const [bundle] = rows.flatMap(asReceived)
  if (!bundle) throw new Problem('NOT_FOUND', `没有收到过编号为“${bundleId}”的上报包，请核对编号。`)
  return bundle
}

function withVolumes(db: Kysely<Tables>) {
  return db
    .selectFrom('archivedBundle')
    .leftJoin('peer', 'peer.officeId', 'archivedBundle.officeId')
    .selectAll('archivedBundle')
    .select([
      'peer.name as peerName',
      sql<string>`(select json_group_array(json_object('number', number, 'bytes', bytes)) from archivedVolume
        where archivedVolume.bundleId = archivedBundle.bundleId)`.as('here'),
    ])
    .where('kind', '=', 'report')
}

type Row = Selectable<Tables['archivedBundle']> & { readonly peerName: string | null; readonly here: string }

function asReceived({
  here,
  peerName,
  manifest: text,
  via,
  manifestHash: _,
  keyId: __,
  position: ___,
  ...row
}: Row): ReceivedBundle[] {
  const manifest = JSON.parse(text) as Manifest
  if (!isReport(manifest)) return []
  const volumes = JSON.parse(here) as readonly { readonly number: number; readonly bytes: number }[]
  const missing = missingOf(
    manifest,
    volumes.map(({ number }) => number),
  )
  return [
    {
      ...row,
      isFork: row.isFork === 1,
      officeName: peerName ?? manifest.sender.name,
      period: manifest.period,
      state: stateOf(row, missing.isUsable),
      createdAt: manifest.createdAt,
      correction: manifest.correction,
      notice: manifest.notice?.title ?? '',
      via: JSON.parse(via),
      volumes: manifest.volumes,
      missingVolumes: missing.volumes,
      missingPhotos: missing.photos,
      bytes: volumes.reduce((sum, { bytes }) => sum + bytes, 0),
      counts: manifest.counts,
      declaredEmpty: manifest.declaredEmpty,
    },
  ]
}

function stateOf({ importedAt, undoneAt }: Pick<Row, 'importedAt' | 'undoneAt'>, isUsable: boolean): IntakeState {
  if (undoneAt !== null) return '已撤销'
  if (importedAt !== null) return '已导入'
  return isUsable ? '待导入' : '缺分卷'
}
