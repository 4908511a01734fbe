/** What was received (收包存档): bundles and their volumes as the ledger lists them, files in the content store. */
import type { Kysely, Selectable } from 'kysely'
import type { Manifest, ReportManifest } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { getContent } from '../files/content-store.ts'
import { isAttachment } from '../sync/bundle-schemas.ts'
import { type OpenedVolume, openVolume } from '../sync/open-bundle.ts'

export type ArchivedBundle = Omit<Selectable<Tables['archivedBundle']>, 'manifest'> & {
  readonly manifest: ReportManifest
}

/** @throws Problem NOT_FOUND */
export async function archivedBundle(db: Kysely<Tables>, bundleId: string): Promise<ArchivedBundle> {
  const row = await db
    .selectFrom('archivedBundle')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .where('kind', '=', 'report')
    .executeTakeFirst()
  if (!row) throw new Problem('NOT_FOUND', `没有收到过编号为“${bundleId}”的上报包，请核对编号。`)
  return { ...row, manifest: JSON.parse(row.manifest) as ReportManifest }
}

/** Those that count, in the order in which they were taken in. */
export async function countedBundles(db: Kysely<Tables>, officeId?: string): Promise<readonly string[]> {
  const query = db
    .selectFrom('archivedBundle')
    .select('bundleId')
    .where('importedAt', 'is not', null)
    .where('undoneAt', 'is', null)
    .where('kind', '=', 'report')
    .orderBy('position')
  const rows = await (officeId === undefined ? query : query.where('officeId', '=', officeId)).execute()
  return rows.map(({ bundleId }) => bundleId)
}

export async function volumesHere(db: Kysely<Tables>, bundleId: string) {
  return await db
    .selectFrom('archivedVolume')
    .select(['number', 'sha256', 'bytes', 'fileName'])
    .where('bundleId', '=', bundleId)
    .orderBy('number')
    .execute()
}

/** Numbers of volumes with rows; the first when there are none, so that something stands for an empty report. */
export function dataVolumes({ parts }: Pick<Manifest, 'parts'>): readonly number[] {
  const numbers = new Set(parts.filter((part) => !isAttachment(part)).map(({ volume }) => volume))
  return numbers.size === 0 ? [1] : [...numbers].sort((one, other) => one - other)
}

export function missingOf(manifest: Pick<Manifest, 'parts' | 'volumes'>, here: Iterable<number>) {
  const there = new Set(here)
  const volumes = Array.from({ length: manifest.volumes }, (_, index) => index + 1).filter((one) => !there.has(one))
  const photos = manifest.parts.filter((part) => isAttachment(part) && !there.has(part.volume)).length
  return { volumes, photos, isUsable: dataVolumes(manifest).every((number) => there.has(number)) }
}

/**
 * A volume out of the store, opened anew: what lies on our own disk is trusted no more than what came.
 * @throws Problem FILE_UNREADABLE, NOT_FOUND, BUNDLE_INVALID, KEY_LOCKED
 */
export async function openArchived(
  { dataFolder, keys }: Pick<CoreContext, 'dataFolder' | 'keys'>,
  sha256: string,
): Promise<OpenedVolume> {
  return await openVolume(await getContent(dataFolder, sha256), keys.identities())
}
