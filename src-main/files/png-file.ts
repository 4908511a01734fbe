/** PNG files (PNG 图片): every chunk there and as its checksum says, and their size. */
import { crc32 } from 'node:zlib'
import type { PictureFile } from './picture-facts.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, name and checksum round the data of a chunk. */
const frame = 12

/** undefined when it is damaged or cut off. */
export function readPng(bytes: Uint8Array): PictureFile | undefined {
  if (signature.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = signature.length; names.at(-1) !== 'IEND'; ) {
    if (at + frame > bytes.length) return undefined
    const end = at + frame + view.getUint32(at)
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined
    names.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))
    at = end
  }
  if (names[0] !== 'IHDR' || !names.includes('IDAT')) return undefined
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (width === 0 || height === 0) return undefined
  return { type: 'image/png', width, height, turns: 0, isMirrored: false }
}
