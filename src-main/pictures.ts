/** Pictures for documents (图片): taken into the content store as they are, and handed out again. */
import type { DeliveredFile } from '../src-shared/delivery.ts'
import type { StoredPicture } from '../src-shared/pictures.ts'
import { Problem } from '../src-shared/problems.ts'
import type { CoreContext } from './core-context.ts'
import { getContent, putContent } from './files/content-store.ts'
import { readPictureFile, uprightSize } from './files/picture-file.ts'

/** Bytes; a telephone's photograph has 3 to 8 million. */
const largestPicture = 20_000_000

/** @throws Problem FILE_UNREADABLE for what is no sound PNG or JPEG, DISK_FULL, FILE_UNWRITABLE */
export async function addPicture(context: CoreContext, file: DeliveredFile): Promise<StoredPicture> {
  if (file.size > largestPicture)
    throw new Problem('FILE_UNREADABLE', `“${file.name}”超过20兆，没有添加。请缩小或压缩后再添加。`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const picture = readPictureFile(bytes)
  const sha256 = await putContent(context.dataFolder, bytes)
  return { sha256, type: picture.type, ...uprightSize(picture) }
}

/** The picture as it was added. @throws Problem NOT_FOUND, FILE_UNREADABLE */
export async function getPicture(context: CoreContext, sha256: string): Promise<DeliveredFile> {
  const bytes = await getContent(context.dataFolder, sha256)
  const { type } = readPictureFile(bytes)
  const name = `${sha256.slice(0, 12)}.${type === 'image/png' ? 'png' : 'jpg'}`
  return new File([new Uint8Array(bytes)], name, { type })
}

/** How a document that is written finds its pictures. */
export function picturesOf({ dataFolder }: Pick<CoreContext, 'dataFolder'>): (sha256: string) => Promise<Uint8Array> {
  return (sha256) => getContent(dataFolder, sha256)
}
