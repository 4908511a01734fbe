/**
 * The picture that is shown, printed and sent (显示图): upright, no longer than asked, nothing in it but the picture.
 * The only file that knows the picture library, which is loaded when the first picture comes.
 */
import { Problem } from '../../src-shared/problems.ts'

export type ViewPicture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
export type ViewLook = {
  /** Pixels of the longer side at most; null for all there are. */
  readonly longSide: number | null
  /** Quarters clockwise, after the picture was set upright. */
  readonly turns: number
}

/** Programs unpack a picture to four bytes a pixel; the largest telephones take 200 million. */
const mostPixels = 250_000_000
const thumbnailSide = 320

/**
 * A JPEG in sRGB, its transparency white, the first frame of what moves.
 * @throws Problem FILE_UNREADABLE when the picture is damaged or too large
 */
export async function makeView(bytes: Uint8Array, { longSide, turns }: ViewLook): Promise<ViewPicture> {
  const { default: sharp } = await import('sharp')
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient()
    const sized =
      longSide === null ? upright : upright.resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    const { data, info } = await sized
      .rotate(turns * 90)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), width: info.width, height: info.height }
  } catch (cause) {
    if (cause instanceof Error && /pixel limit/u.test(cause.message))
      throw new Problem('FILE_UNREADABLE', '图片的像素过多，没有添加。请缩小后再添加。', { cause })
    throw new Problem('FILE_UNREADABLE', '图片不完整或已损坏，没有添加。请重新保存或另要一份。', { cause })
  }
}

/** @throws Problem FILE_UNREADABLE */
export async function makeThumbnail(view: Uint8Array): Promise<Uint8Array> {
  return (await makeView(view, { longSide: thumbnailSide, turns: 0 })).bytes
}
