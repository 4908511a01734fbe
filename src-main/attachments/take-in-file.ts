/** One file taken into the content store (收存文件): recognised, without its place of taking, a picture with its view. */
import type { AttachmentFields, AttachmentFile, AttachmentRole, EvidenceSetting } from '../../src-shared/attachments.ts'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import { putContent } from '../files/content-store.ts'
import { safeFileName } from '../files/file-name.ts'
import { type PictureType, placelessPicture } from '../files/placeless-picture.ts'
import { makeView } from '../files/view-picture.ts'
import { type KnownFile, recogniseFile } from './recognise-file.ts'

/** Bytes; a scanned sign-in book of fifty pages has about 20 million. */
const largestFile = 50_000_000

export type TakenFile = Omit<AttachmentFields, 'caption'> &
  Omit<AttachmentFile, 'recordKind' | 'recordId' | 'position'> & { readonly hadPlace: boolean }

/** @throws Problem FILE_UNREADABLE for what cannot be evidence; DISK_FULL, FILE_UNWRITABLE */
export async function takeInFile(
  dataFolder: string,
  file: DeliveredFile,
  { longSide }: EvidenceSetting,
): Promise<TakenFile> {
  if (file.size > largestFile)
    throw new Problem('FILE_UNREADABLE', '超过50兆，没有添加。请压缩、降低扫描分辨率或分成几个文件后再添加。')
  const given = new Uint8Array(await file.arrayBuffer())
  const known = recogniseFile(given, file.name)
  const name = nameOf(file.name, known)
  const common = { role: roleOf(name, known), fileName: name, mediaType: known.mediaType, turns: 0 }
  if (!known.isPicture) {
    const none = { takenOn: null, viewSha256: null, width: null, height: null, hadPlace: false }
    return { ...common, ...none, bytes: given.length, sha256: await putContent(dataFolder, given) }
  }
  const picture = placelessPicture(given, known.mediaType as PictureType)
  if (!picture) throw new Problem('FILE_UNREADABLE', '图片不完整或已损坏，没有添加。请重新保存或另要一份。')
  if (picture.bytes.length === 0)
    throw new Problem('FILE_UNREADABLE', '这个GIF图片里写有地点，没有添加。请用看图软件另存为JPEG或PNG后再添加。')
  const { bytes: view, ...size } = await makeView(picture.bytes, { longSide, turns: 0 })
  const [sha256, viewSha256] = [await putContent(dataFolder, picture.bytes), await putContent(dataFolder, view)]
  const { takenOn, hadPlace } = picture
  return { ...common, takenOn, hadPlace, bytes: picture.bytes.length, sha256, viewSha256, ...size }
}

/** The clerk's name for it with the ending of what it is, so that a program never comes out again as one. */
function nameOf(given: string, { extension }: KnownFile): string {
  const last = given.split(/[\\/]/u).at(-1) ?? ''
  const stem = last.replace(/\.[A-Za-z0-9]{1,5}$/u, '')
  return safeFileName(stem, extension)
}

const roleWords: readonly (readonly [RegExp, AttachmentRole])[] = [
  [/签到|考勤|点名/u, '签到册'],
  [/会议记录|学习记录|记录|纪要/u, '会议记录'],
  [/课件|讲稿|提纲/u, '课件'],
  [/报道|新闻|简报|推文|信息/u, '报道'],
]

/** What the file most likely is; the clerk may say otherwise. */
function roleOf(name: string, { isPicture, extension }: KnownFile): AttachmentRole {
  const named = roleWords.find(([pattern]) => pattern.test(name))?.[1]
  return named ?? (isPicture ? '照片' : extension === 'pptx' ? '课件' : '其他')
}
