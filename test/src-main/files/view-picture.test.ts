/** The picture that is shown: upright whatever the camera noted, no longer than asked, nothing in it but the picture. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeThumbnail, makeView } from '../../../src-main/files/view-picture.ts'
import { makePhoto } from '../../make-photos.ts'

/** White in the corner that is up and left when a picture is stored as orientation 1 tells. */
const shade = (x: number, y: number) => (x < 32 && y < 24 ? 255 : 0)
/** Where that corner belongs when it is looked at: [right, bottom]. */
const corners: Readonly<Record<number, readonly [boolean, boolean]>> = {
  1: [false, false],
  2: [true, false],
  3: [true, true],
  4: [false, true],
  5: [false, false],
  6: [true, false],
  7: [true, true],
  8: [false, true],
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stands upright', async (orientation) => {
  const { bytes, width, height } = await makeView(makePhoto({ orientation, shade }), { longSide: null, turns: 0 })
  expect([width, height]).toEqual(orientation >= 5 ? [48, 64] : [64, 48])
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [isRight, isLow] = corners[orientation] ?? []
  const at = (right: boolean, low: boolean) =>
    data[(low ? info.height - 6 : 5) * info.width * info.channels + (right ? info.width - 6 : 5) * info.channels] ?? 0
  for (const right of [false, true])
    for (const low of [false, true]) expect(at(right, low) > 128).toBe(right === isRight && low === isLow)
})

test('a turn comes on top of what the camera noted', async () => {
  const photo = makePhoto({ orientation: 6, shade })
  const view = await makeView(photo, { longSide: null, turns: 1 })
  expect([view.width, view.height]).toEqual([64, 48])
})

test('it is no longer than asked, never larger than it was, and holds no metadata', async () => {
  const photo = makePhoto({ width: 2400, height: 1600, orientation: 6, day: '2026-11-05', place: [28, 116] })
  expect(await makeView(photo, { longSide: 2000, turns: 0 })).toMatchObject({ width: 1333, height: 2000 })
  expect(await makeView(photo, { longSide: 1200, turns: 1 })).toMatchObject({ width: 1200, height: 800 })
  const whole = await makeView(photo, { longSide: null, turns: 0 })
  expect(whole).toMatchObject({ width: 1600, height: 2400 })
  const { exif, xmp, iptc, orientation } = await sharp(whole.bytes).metadata()
  expect({ exif, xmp, iptc, orientation }).toEqual({})
  expect(await makeView(makePhoto(), { longSide: 2000, turns: 0 })).toMatchObject({ width: 64, height: 48 })
  const small = await sharp(await makeThumbnail(whole.bytes)).metadata()
  expect([small.width, small.height]).toEqual([213, 320])
})

test('a damaged picture is refused in one sentence', async () => {
  const damaged = makePhoto().subarray(0, 300)
  await expect(makeView(damaged, { longSide: null, turns: 0 })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})
