/** Attached files handed out (取出佐证): to be shown, small or large, and saved where the clerk wants them. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attachment } from '../../src-shared/attachments.ts'
import type { DeliveredFile, Delivery } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { getContent } from '../files/content-store.ts'
import { deliver } from '../files/deliver.ts'
import { makeThumbnail } from '../files/view-picture.ts'
import { writeFile } from '../files/write-file.ts'
import { getAttachment, renewView } from './attachments.ts'

export type FileLook = 'original' | 'view' | 'thumbnail'

/** @throws Problem NOT_FOUND, FILE_UNREADABLE; INVALID_INPUT for the view of what is no picture */
export async function getAttachedFile(
  context: CoreContext,
  { id, as }: { readonly id: string; readonly as: FileLook },
): Promise<DeliveredFile> {
  const attachment = await getAttachment(context.db, id)
  const { fileName, mediaType } = attachment
  if (as === 'original') return fileOf(await getContent(context.dataFolder, attachment.sha256), fileName, mediaType)
  if (attachment.viewSha256 === null) throw new Problem('INVALID_INPUT', '这份材料不是图片，不能预览，请保存后打开。')
  const view = { ...attachment, viewSha256: attachment.viewSha256 }
  const bytes = as === 'view' ? await viewOf(context, view) : await thumbnailOf(context, view)
  return fileOf(bytes, fileName, 'image/jpeg')
}

/** The original, byte for byte as it is kept. @throws Problem NOT_FOUND, FILE_UNREADABLE, DISK_FULL, FILE_UNWRITABLE */
export async function saveAttachment(context: CoreContext, id: string): Promise<Delivery> {
  const { sha256, fileName, mediaType } = await getAttachment(context.db, id)
  return await deliver(context.host, { name: fileName, type: mediaType }, () => getContent(context.dataFolder, sha256))
}

type WithView = Attachment & { readonly viewSha256: string }

/** A view that is lost is made again from the original; the same bytes come back or the row learns the new hash later. */
async function viewOf(context: CoreContext, attachment: WithView): Promise<Uint8Array> {
  try {
    return await getContent(context.dataFolder, attachment.viewSha256)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { viewSha256 } = await renewView(context, attachment)
    return await getContent(context.dataFolder, viewSha256)
  }
}

/** Kept beside the ledger in `thumbnails`, which may be deleted at any time. */
async function thumbnailOf(context: CoreContext, attachment: WithView): Promise<Uint8Array> {
  const folder = join(context.dataFolder, 'thumbnails', attachment.viewSha256.slice(0, 2))
  const path = join(folder, `${attachment.viewSha256}.jpg`)
  const kept = await readFile(path).catch(() => undefined)
  if (kept) return kept
  const made = await makeThumbnail(await viewOf(context, attachment))
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path, made, { mode: 0o600 })
  } catch {
    // A full disk must not keep her from seeing the picture; it is made again next time.
  }
  return made
}

function fileOf(bytes: Uint8Array, name: string, type: string): DeliveredFile {
  return new File([new Uint8Array(bytes)], name, { type })
}
