/** JPEG files (JPEG 图片): their segments from the first mark to the last, their size and how the camera was held. */
import type { PictureFile } from './picture-facts.ts'

const marks = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1 } as const
/** Baseline, extended and progressive; what else the standard knows no office program shows. */
const frames = [0xc0, 0xc1, 0xc2]
const unusualFrames = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]

/** Turned and mirrored, by the value of EXIF's Orientation. */
const orientations: Readonly<Record<number, Pick<PictureFile, 'turns' | 'isMirrored'>>> = {
  2: { turns: 0, isMirrored: true },
  3: { turns: 2, isMirrored: false },
  4: { turns: 2, isMirrored: true },
  5: { turns: 3, isMirrored: true },
  6: { turns: 1, isMirrored: false },
  7: { turns: 1, isMirrored: true },
  8: { turns: 3, isMirrored: false },
}

/** A segment with its mark, or a scan with the entropy-coded bytes behind it: bytes `from` to before `to`. */
export type JpegPart = { readonly mark: number; readonly from: number; readonly to: number }

/** Every part from behind the first mark to the last mark, which is not among them; undefined when it is cut off. */
export function jpegParts(bytes: Uint8Array): readonly JpegPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: JpegPart[] = []
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === marks.end; ) {
    const mark = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (mark === marks.end) return parts
    if (mark === 0xff) {
      at += 1 // Marks may be filled up.
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const to = mark === marks.scan ? endOfScan(bytes, end) : end
    parts.push({ mark, from: at, to })
    at = to
  }
  return undefined
}

/** undefined when it is damaged or cut off; `unusual` when it is whole, but of a kind that office programs do not show. */
export function readJpeg(bytes: Uint8Array): PictureFile | 'unusual' | undefined {
  const parts = jpegParts(bytes)
  if (!parts) return undefined
  if (parts.some(({ mark }) => unusualFrames.includes(mark))) return 'unusual'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | undefined
  let orientation = 1
  for (const { mark, from, to } of parts)
    if (frames.includes(mark)) size = { height: view.getUint16(from + 5), width: view.getUint16(from + 7) }
    else if (mark === marks.exif) orientation = orientationIn(bytes.subarray(from + 4, to)) ?? orientation
  if (!size || size.width === 0 || size.height === 0 || !parts.some(({ mark }) => mark === marks.scan)) return undefined
  return { type: 'image/jpeg', ...size, ...(orientations[orientation] ?? { turns: 0, isMirrored: false }) }
}

/** The next mark behind the entropy-coded bytes, in which FF is followed by 00 or a restart mark. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/** Tag 0112 of the first directory; undefined when there is none or it cannot be read. */
function orientationIn(segment: Uint8Array): number | undefined {
  const head = String.fromCharCode(...segment.subarray(0, 8))
  if (!/^Exif\0\0(?:II|MM)/.test(head) || segment.length < 14) return undefined
  const isLittle = head[6] === 'I'
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6)
  const directory = tiff.getUint32(4, isLittle)
  if (directory + 2 > tiff.byteLength) return undefined
  const count = tiff.getUint16(directory, isLittle)
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.byteLength) return undefined
    if (tiff.getUint16(at, isLittle) === 0x0112) return tiff.getUint16(at + 8, isLittle)
  }
  return undefined
}
