/** The place of taking goes, the picture stays: in every format, in both orders of bytes, however it is noted. */
import readExif from 'exif-reader'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { jpegParts } from '../../../src-main/files/jpeg-file.ts'
import { withoutPlace } from '../../../src-main/files/placeless-exif.ts'
import { placelessPicture, takenOnInHead } from '../../../src-main/files/placeless-picture.ts'
import { makePhoto, makeTiff } from '../../make-photos.ts'
import { makePng } from '../../make-pictures.ts'

const facts = { day: '2026-11-05', place: [28, 116], orientation: 6 } as const
const exifOf = async (bytes: Uint8Array) => {
  const { exif } = await sharp(bytes).metadata()
  return exif ? readExif(exif) : undefined
}
/** From the first mark that is not an APP segment: tables, frames, scans. */
const pictureIn = (bytes: Uint8Array) => {
  const parts = (jpegParts(bytes) ?? []).filter(({ mark }) => mark < 0xe0 || mark > 0xef)
  return Buffer.concat(parts.map(({ from, to }) => bytes.subarray(from, to)))
}

test.each([true, false])('a JPEG loses its place and nothing else; little-endian: %s', async (isLittle) => {
  const photo = makePhoto({ ...facts, isLittle })
  expect((await exifOf(photo))?.GPSInfo?.GPSLatitude).toEqual([28, 30, 12.34])
  const cleared = placelessPicture(photo, 'image/jpeg')
  expect(cleared).toMatchObject({ hadPlace: true, takenOn: '2026-11-05' })
  const bytes = cleared?.bytes ?? new Uint8Array()
  const exif = await exifOf(bytes)
  expect(exif?.GPSInfo).toBeUndefined()
  expect(exif?.Image).toMatchObject({ Make: 'XUEXUAN', Orientation: 6 })
  expect(exif?.Photo?.DateTimeOriginal?.toISOString()).toBe('2026-11-05T09:30:00.000Z')
  expect(bytes.length).toBe(photo.length)
  expect(pictureIn(bytes).equals(pictureIn(photo))).toBe(true)
  expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer())
  // Not even unreachable: the numbers themselves are gone.
  expect(Buffer.from(makeTiff(facts)).includes(Buffer.from([0xd2, 4, 0, 0]))).toBe(true)
  expect(Buffer.from(bytes).includes(Buffer.from(isLittle ? [0xd2, 4, 0, 0] : [0, 0, 4, 0xd2]))).toBe(false)
})

test('a photo without a place is kept byte for byte', () => {
  const photo = makePhoto({ day: '2026-11-05', orientation: 3, xmp: '<x:xmpmeta rating="5"/>' })
  const cleared = placelessPicture(photo, 'image/jpeg')
  expect(cleared?.hadPlace).toBe(false)
  expect(Buffer.from(cleared?.bytes ?? []).equals(Buffer.from(photo))).toBe(true)
})

test('XMP and IPTC that name a place are dropped, and the film of a live photo is cut off', () => {
  const photo = makePhoto({
    xmp: '<rdf:Description exif:GPSLatitude="28,30N"/>',
    iptcCity: '云山',
    trailer: Buffer.from('....ftypqt  ©xyz+28.5+116.5/'),
  })
  const cleared = placelessPicture(photo, 'image/jpeg')
  const text = Buffer.from(cleared?.bytes ?? []).toString('latin1')
  expect(cleared?.hadPlace).toBe(true)
  expect(text).not.toMatch(/GPSLatitude|8BIM|ftypqt/)
  expect(cleared && pictureIn(cleared.bytes).equals(pictureIn(photo))).toBe(true)
})

test('PNG and WebP lose the place too, and their pixels stay', async () => {
  const png = makePng(40, 30, (x, y) => (x * y) % 256)
  const exif = { IFD0: { Make: 'XUEXUAN' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 30/1 0/1' } }
  for (const type of ['image/png', 'image/webp'] as const) {
    const made = sharp(png).withExif(exif)
    const photo = await (type === 'image/png' ? made.png() : made.webp({ lossless: true })).toBuffer()
    expect((await exifOf(photo))?.GPSInfo).toBeDefined()
    const cleared = placelessPicture(photo, type)
    expect(cleared?.hadPlace).toBe(true)
    const bytes = cleared?.bytes ?? new Uint8Array()
    expect((await exifOf(bytes))?.GPSInfo).toBeUndefined()
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer())
  }
})

test('the day is read from the beginning of a file that is cut off', () => {
  expect(takenOnInHead(makePhoto(facts).subarray(0, 500))).toBe('2026-11-05')
  expect(takenOnInHead(makePhoto({ place: [1, 2] }).subarray(0, 500))).toBeNull()
  expect(takenOnInHead(new TextEncoder().encode('%PDF-1.7'))).toBeNull()
})

test('no EXIF block, however damaged, makes the clearing fail or grow', () => {
  const block = makeTiff(facts)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(block.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
      const odd = Buffer.from(block)
      for (const [at, value] of changes) odd[at] = value
      const cleared = withoutPlace(odd)
      if (cleared) expect(cleared.tiff.length).toBe(block.length)
    }),
    { numRuns: 500 },
  )
})
