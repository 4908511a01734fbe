/** Small sound pictures made by hand: PNG and JPEG whose shades the test chooses, a JPEG also as a camera turns it. */
import { crc32, deflateSync } from 'node:zlib'

/** 0 black to 255 white at that pixel. */
type Shade = (x: number, y: number) => number

export function makePng(width: number, height: number, shade: Shade = () => 128): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (_, x) => shade(x, y))])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', [...number32(width), ...number32(height), 8, 0, 0, 0, 0]),
      pngChunk('IDAT', [...deflateSync(Buffer.from(rows.flat()))]),
      pngChunk('IEND', []),
    ]),
  )
}

/** A picture that claims that size and holds nothing of it. */
export function makePngClaiming(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(makePng(1, 1))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

/** Baseline, grey, a shade for each block of 8 × 8 pixels. @param orientation of EXIF, 1 to 8 */
export function makeJpeg(width: number, height: number, shade: Shade = () => 128, orientation?: number): Uint8Array {
  const across = Math.ceil(width / 8)
  const down = Math.ceil(height / 8)
  let before = 0
  let bits = ''
  for (let block = 0; block < across * down; block += 1) {
    const level = Math.round(shade((block % across) * 8, Math.floor(block / across) * 8) - 128)
    bits += blockBits(level - before)
    before = level
  }
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1')
  const scan = (padded.match(/.{8}/g) ?? []).flatMap((byte) =>
    byte === '11111111' ? [255, 0] : [Number.parseInt(byte, 2)],
  )
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : segment(0xe1, exif(orientation))),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, ...number16(height), ...number16(width), 1, 1, 0x11, 0]),
    // Differences of up to eleven bits, each named by four; of the other coefficients only their end, by one bit.
    ...segment(0xc4, [
      0x00,
      0,
      0,
      0,
      12,
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 12 }, (_, size) => size),
    ]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
  ])
}

function blockBits(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1
  const value = difference >= 0 ? difference : difference + 2 ** size - 1
  return `${size.toString(2).padStart(4, '0')}${size === 0 ? '' : value.toString(2).padStart(size, '0')}0`
}

function exif(orientation: number): number[] {
  const text = [...'Exif\0\0MM\0*'].map((char) => char.charCodeAt(0))
  return [
    ...text,
    ...number32(8),
    ...number16(1),
    ...number16(0x0112),
    ...number16(3),
    ...number32(1),
    ...number16(orientation),
    0,
    0,
  ]
}

function segment(mark: number, data: readonly number[]): number[] {
  return [0xff, mark, ...number16(data.length + 2), ...data]
}

function pngChunk(name: string, data: readonly number[]): Buffer {
  const body = Buffer.from([...Buffer.from(name), ...data])
  return Buffer.concat([Buffer.from(number32(data.length)), body, Buffer.from(number32(crc32(body)))])
}

function number16(value: number): number[] {
  return [value >> 8, value & 255]
}

function number32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}
