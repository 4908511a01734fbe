/** Photographs as telephones make them: JPEG with EXIF (orientation, day, place), XMP, IPTC, and a film behind them. */
import { makeJpeg } from './make-pictures.ts'

export type PhotoFacts = {
  readonly width?: number
  readonly height?: number
  /** Of EXIF, 1 to 8. */
  readonly orientation?: number
  /** `YYYY-MM-DD` */
  readonly day?: string
  /** Degrees of north and east. */
  readonly place?: readonly [number, number]
  readonly xmp?: string
  readonly iptcCity?: string
  /** Bytes behind the picture. */
  readonly trailer?: Uint8Array
  readonly isLittle?: boolean
  readonly shade?: (x: number, y: number) => number
}

export function makePhoto(facts: PhotoFacts = {}): Uint8Array {
  const { width = 64, height = 48, xmp, iptcCity, trailer = new Uint8Array() } = facts
  const plain = makeJpeg(width, height, facts.shade ?? ((x, y) => (x * 3 + y * 5) % 256))
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), makeTiff(facts)])),
    ...(xmp === undefined ? [] : [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`))]),
    ...(iptcCity === undefined ? [] : [segment(0xed, iptc(iptcCity))]),
  ]
  return new Uint8Array(Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2), trailer]))
}

/** The EXIF block as a TIFF, as JPEG, PNG and WebP hold it. */
export function makeTiff({ orientation, day, place, isLittle = true }: PhotoFacts): Buffer {
  const bytes = Buffer.alloc(400)
  const write16 = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)
  const write32 = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)
  const directory = (at: number, entries: readonly (readonly [number, number, number, number | string])[]) => {
    write16(entries.length, at)
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const entry = at + 2 + index * 12
      write16(tag, entry)
      write16(type, entry + 2)
      write32(count, entry + 4)
      if (typeof value === 'string') bytes.write(value, entry + 8, 'latin1')
      else if (type === 3) write16(value, entry + 8)
      else write32(value, entry + 8)
    }
    write32(0, at + 2 + entries.length * 12)
  }
  bytes.write(isLittle ? 'II' : 'MM', 0, 'latin1')
  write16(42, 2)
  write32(8, 4)
  const [exifAt, gpsAt, valuesAt] = [100, 160, 300]
  directory(8, [
    [0x010f, 2, 8, valuesAt],
    ...(orientation === undefined ? [] : [[0x0112, 3, 1, orientation] as const]),
    ...(place === undefined ? [] : [[0x8825, 4, 1, gpsAt] as const]),
    ...(day === undefined ? [] : [[0x8769, 4, 1, exifAt] as const]),
    [0x9c9b, 1, 4, 'abc\0'],
  ])
  bytes.write('XUEXUAN\0', valuesAt, 'latin1')
  if (day !== undefined) {
    directory(exifAt, [[0x9003, 2, 20, valuesAt + 10]])
    bytes.write(`${day.replaceAll('-', ':')} 09:30:00\0`, valuesAt + 10, 'latin1')
  }
  if (place !== undefined) {
    directory(gpsAt, [
      [1, 2, 2, 'N\0'],
      [2, 5, 3, valuesAt + 40],
      [3, 2, 2, 'E\0'],
      [4, 5, 3, valuesAt + 64],
    ])
    for (const [index, degrees] of place.entries()) {
      const at = valuesAt + 40 + index * 24
      for (const [part, value] of [Math.trunc(degrees), 1, 30, 1, 1234, 100].entries()) write32(value, at + part * 4)
    }
  }
  return bytes
}

function iptc(city: string): Buffer {
  const text = Buffer.from(city)
  const record = Buffer.concat([Buffer.from([0x1c, 2, 90, 0, text.length]), text])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(record.length)
  return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, record])
}

function segment(mark: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
