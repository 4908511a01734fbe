/** Evidence that came with a bundle (随包佐证): into the content store, where the rows name it by its hash. */
import type { CoreContext } from '../core-context.ts'
import { putContent } from '../files/content-store.ts'
import { isAttachment } from '../sync/bundle-schemas.ts'
import type { OpenedVolume } from '../sync/open-bundle.ts'
import { type ArchivedBundle, openArchived, volumesHere } from './archive.ts'

/** Each was held against the hash that its sender signed. @throws Problem BUNDLE_INVALID, DISK_FULL, FILE_UNWRITABLE */
export async function takePhotos({ dataFolder }: Pick<CoreContext, 'dataFolder'>, volume: OpenedVolume): Promise<void> {
  for (const { read } of volume.attachments) await putContent(dataFolder, await read())
}

/** Of every volume of the bundle that is here and holds any. */
export async function takePhotosOf(context: CoreContext, { bundleId, manifest }: ArchivedBundle): Promise<void> {
  const numbers = new Set(manifest.parts.filter(isAttachment).map(({ volume }) => volume))
  for (const { number, sha256 } of await volumesHere(context.db, bundleId))
    if (numbers.has(number)) await takePhotos(context, await openArchived(context, sha256))
}
