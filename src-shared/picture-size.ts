/** How large a picture (图片) is printed: as the clerk says, else by its pixels, never beyond the type area. */
import type { PictureBlock } from './documents.ts'
import { defaultLayout, type Layout } from './layouts.ts'

/** In twips. A picture that is too high for a page is scaled down whole, whatever width was asked for. */
export function printedSize(
  { width, height, printedWidth }: Pick<PictureBlock, 'width' | 'height' | 'printedWidth'>,
  isLandscape = false,
  { typeArea, grid, picture }: Layout = defaultLayout,
): { readonly width: number; readonly height: number } {
  const [across, down] = isLandscape ? [typeArea.height, typeArea.width] : [typeArea.width, typeArea.height]
  const asked = printedWidth === undefined ? width * picture.pixel.value : (printedWidth / 25.4) * 1440
  const highest = down.value - picture.linesFree.value * grid.pitch.value
  const scale = Math.min(asked / width, across.value / width, highest / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Millimetres: half of the type area and a little room. */
const halfWidth = 75

/** The picture as one of two in a row. */
export function halfWide(picture: PictureBlock, layout: Layout = defaultLayout): PictureBlock {
  const width = (printedSize(picture, false, layout).width / 1440) * 25.4
  return { ...picture, printedWidth: Math.min(width, halfWidth) }
}
