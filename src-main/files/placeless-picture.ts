/**
 * Pictures without the place of taking (去掉拍摄地点): the blocks that may name it are cleared or dropped, the picture
 * itself keeps every byte. What is not the picture (the second film of a live photo) is cut off behind its end.
 */
import { crc32 } from 'node:zlib'
import { takenOn } from './exif.ts'
import { type JpegPart, jpegParts } from './jpeg-file.ts'
import { withoutPlace } from './placeless-exif.ts'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
export type PlacelessPicture = {
  readonly bytes: Uint8Array
  readonly hadPlace: boolean
  readonly takenOn: string | null
}

/** A block of the file: kept as it is, replaced, or dropped (null). */
type Blocks = { readonly kept: readonly Uint8Array[]; readonly hadPlace: boolean; readonly day: string | null }

/** undefined when the file is damaged. */
export function placelessPicture(bytes: Uint8Array, type: PictureType): PlacelessPicture | undefined {
  const blocks = { 'image/jpeg': jpegBlocks, 'image/png': pngBlocks, 'image/webp': webpBlocks, 'image/gif': whole }[
    type
  ](bytes)
  if (!blocks) return undefined
  const joined = new Uint8Array(Buffer.concat(blocks.kept))
  if (type === 'image/webp') new DataView(joined.buffer).setUint32(4, joined.length - 8, true)
  return { bytes: joined, hadPlace: blocks.hadPlace, takenOn: blocks.day }
}

/** The day of taking in the beginning of a JPEG, which may be cut off behind its first segments. */
export function takenOnInHead(head: Uint8Array): string | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = 2; at + 4 <= head.length && head[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const end = Math.min(head.length, at + 2 + view.getUint16(at + 2))
    if (head[at + 1] === marks.app1 && startsWith(head.subarray(at + 4, end), exifHead))
      return takenOn(head.subarray(at + 10, end))
  }
  return null
}

const marks = { app1: 0xe1, app2: 0xe2, app13: 0xed } as const
const exifHead = 'Exif\0\0'
const xmpHead = 'http://ns.adobe.com/'
/** Names under which XMP keeps a place: of EXIF, IPTC, Photoshop and drones. */
const placeWords = /gps|latitude|longitude|location|:city|:state|:country/iu

function jpegBlocks(bytes: Uint8Array): Blocks | undefined {
  const parts = jpegParts(bytes)
  if (!parts) return undefined
  const end = parts.at(-1)?.to ?? 2
  const hasMore = bytes.length > end + 2
  const made = parts.map((part) => jpegBlock(bytes, part, hasMore))
  return {
    kept: [bytes.subarray(0, 2), ...made.flatMap(({ block }) => block ?? []), bytes.subarray(end, end + 2)],
    hadPlace: made.some(({ hadPlace }) => hadPlace),
    day: made.find(({ day }) => day)?.day ?? null,
  }
}

type Made = { readonly block: Uint8Array | null; readonly hadPlace?: boolean; readonly day?: string | null }

function jpegBlock(bytes: Uint8Array, { mark, from, to }: JpegPart, hasMore: boolean): Made {
  const block = bytes.subarray(from, to)
  const data = bytes.subarray(from + 4, to)
  if (mark === marks.app1 && startsWith(data, exifHead)) {
    const cleared = withoutPlace(data.subarray(exifHead.length))
    if (!cleared) return { block: null }
    const day = takenOn(cleared.tiff)
    if (!cleared.hadPlace) return { block, day }
    return { block: Buffer.concat([block.subarray(0, 4 + exifHead.length), cleared.tiff]), hadPlace: true, day }
  }
  if (mark === marks.app1 && startsWith(data, xmpHead)) return xmp(block)
  if (mark === marks.app13 && namesPlaceInIptc(data)) return { block: null, hadPlace: true }
  // The directory of the pictures behind this one, which are cut off.
  if (hasMore && mark === marks.app2 && startsWith(data, 'MPF\0')) return { block: null }
  return { block }
}

function xmp(block: Uint8Array): Made {
  return placeWords.test(Buffer.from(block).toString('latin1')) ? { block: null, hadPlace: true } : { block }
}

/** Records 2:26, 27, 90, 92, 95, 100 and 101 of IPTC: content location, city, sublocation, province, country. */
function namesPlaceInIptc(data: Uint8Array): boolean {
  const bytes = Buffer.from(data)
  return [26, 27, 90, 92, 95, 100, 101].some((record) => bytes.includes(Buffer.from([0x1c, 2, record])))
}

function pngBlocks(bytes: Uint8Array): Blocks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const made: Made[] = [{ block: bytes.subarray(0, 8) }]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const block = bytes.subarray(at, end)
    const name = Buffer.from(block.subarray(4, 8)).toString('latin1')
    made.push(pngBlock(name, block))
    at = name === 'IEND' ? bytes.length : end
  }
  return gathered(made)
}

function pngBlock(name: string, block: Uint8Array): Made {
  const data = block.subarray(8, -4)
  if (name === 'eXIf') {
    const cleared = withoutPlace(data)
    if (!cleared) return { block: null }
    const body = Buffer.concat([block.subarray(4, 8), cleared.tiff])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return {
      block: Buffer.concat([block.subarray(0, 4), body, sum]),
      hadPlace: cleared.hadPlace,
      day: takenOn(cleared.tiff),
    }
  }
  if (name === 'iTXt' && startsWith(data, 'XML:com.adobe.xmp')) return xmp(block)
  // EXIF as hexadecimal text, often packed: it cannot be cleared in place.
  if (/^[zt]EXt$|^iTXt$/u.test(name) && startsWith(data, 'Raw profile type ')) return { block: null, hadPlace: true }
  return { block }
}

function webpBlocks(bytes: Uint8Array): Blocks | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const made: Made[] = [{ block: bytes.slice(0, 12) }]
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length + 1) return undefined
    const name = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    made.push(webpBlock(name, bytes.slice(at, end), size))
    at = end
  }
  // The flag that says there is XMP.
  const isWithoutXmp = made.some(({ block, hadPlace }) => block === null && hadPlace)
  const head = made.find(({ block }) => block && startsWith(block, 'VP8X'))?.block
  if (isWithoutXmp && head) head[8] = (head[8] ?? 0) & ~4
  return gathered(made)
}

function webpBlock(name: string, block: Uint8Array, size: number): Made {
  if (name === 'XMP ') return xmp(block)
  if (name !== 'EXIF') return { block }
  const data = block.subarray(8, 8 + size)
  const start = startsWith(data, exifHead) ? exifHead.length : 0
  const cleared = withoutPlace(data.subarray(start))
  // Zeros are no EXIF, and nothing else has to move.
  if (!cleared) block.fill(0, 8)
  else block.set(cleared.tiff, 8 + start)
  return { block, hadPlace: cleared?.hadPlace ?? false, day: cleared ? takenOn(cleared.tiff) : null }
}

/** A GIF has no EXIF; one whose XMP names a place is not ours to mend. */
function whole(bytes: Uint8Array): Blocks {
  const start = Buffer.from(bytes).indexOf('XMP DataXMP')
  const hadPlace = start !== -1 && placeWords.test(Buffer.from(bytes.subarray(start)).toString('latin1'))
  return { kept: hadPlace ? [] : [bytes], hadPlace, day: null }
}

function gathered(made: readonly Made[]): Blocks {
  return {
    kept: made.flatMap(({ block }) => block ?? []),
    hadPlace: made.some(({ hadPlace }) => hadPlace),
    day: made.find(({ day }) => day)?.day ?? null,
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((char, index) => bytes[index] === char.charCodeAt(0))
}
