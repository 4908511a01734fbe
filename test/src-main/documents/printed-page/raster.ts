/** Pages as dots (墨迹): where ink is within a window, and the long rules in it. Millimetres from the upper left corner. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Ink = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
export type IsInk = (red: number, green: number, blue: number) => boolean

export type Raster = {
  /** Undefined without any; dark ink unless said. */
  readonly ink: (window?: Partial<Ink>, isInk?: IsInk) => Ink | undefined
  /** Lines without a gap that are `length` long at least, from the top. */
  readonly rules: (length: number, window?: Partial<Ink>, isInk?: IsInk) => readonly Ink[]
}

export const isDark: IsInk = (red, green, blue) => red + green + blue < 3 * 140
export const isRed: IsInk = (red, green, blue) => red > 180 && green < 110 && blue < 110
/** Anything that is not paper. */
export const isAny: IsInk = (red, green, blue) => red + green + blue < 3 * 200
export const isColoured: IsInk = (red, green, blue) => Math.max(red, green, blue) - Math.min(red, green, blue) > 60

export type RasterOptions = { readonly page: number; readonly dotsPerInch: number; readonly part?: Ink }

/** One page of a PDF, or the `part` of it that is looked at. */
export async function readRaster(pdf: string, { page, dotsPerInch, part }: RasterOptions): Promise<Raster> {
  const dots = (length: number) => Math.round((length / 25.4) * dotsPerInch)
  const origin = { x: dots(part?.left ?? 0), y: dots(part?.top ?? 0) }
  const options = ['-r', String(dotsPerInch), '-f', String(page), '-l', String(page)]
  const crop = part && [origin.x, origin.y, dots(part.right) - origin.x, dots(part.bottom) - origin.y]
  if (crop) options.push(...['-x', '-y', '-W', '-H'].flatMap((name, index) => [name, String(crop[index])]))
  const { stdout } = await run('pdftoppm', [...options, pdf], { encoding: 'buffer', maxBuffer: 1e9 })
  const [picture] = picturesIn(stdout)
  if (!picture) throw new Error(`${pdf} has no page ${page}`)
  return rasterOf(picture, dotsPerInch, origin)
}

/** All pages in one reading, which is quicker than one by one. */
export async function readRasters(pdf: string, dotsPerInch: number): Promise<Raster[]> {
  const { stdout } = await run('pdftoppm', ['-r', String(dotsPerInch), pdf], { encoding: 'buffer', maxBuffer: 2e9 })
  return picturesIn(stdout).map((picture) => rasterOf(picture, dotsPerInch, { x: 0, y: 0 }))
}

type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** `origin`: where the picture's corner is on the page, in dots. */
function rasterOf(
  { width, height, pixels }: Picture,
  dotsPerInch: number,
  origin: { readonly x: number; readonly y: number },
): Raster {
  const dots = (length: number) => Math.round((length / 25.4) * dotsPerInch)
  const length = (count: number) => (count / dotsPerInch) * 25.4

  const within = (window: Partial<Ink>) => ({
    left: Math.max(0, dots(window.left ?? 0) - origin.x),
    top: Math.max(0, dots(window.top ?? 0) - origin.y),
    right: Math.min(width, window.right === undefined ? width : dots(window.right) - origin.x),
    bottom: Math.min(height, window.bottom === undefined ? height : dots(window.bottom) - origin.y),
  })
  const placed = (box: Ink): Ink => ({
    left: length(box.left + origin.x),
    right: length(box.right + origin.x),
    top: length(box.top + origin.y),
    bottom: length(box.bottom + origin.y),
  })
  /** The first and last dot of a row, and the longest run of them. */
  const readRow = (y: number, [from, to]: readonly [number, number], isInk: IsInk) => {
    let [first, last, start, best] = [-1, -1, -1, [0, 0] as [number, number]]
    for (let x = from; x <= to; x += 1) {
      const at = (y * width + x) * 3
      const red = pixels[at] ?? 255
      const green = pixels[at + 1] ?? 255
      const blue = pixels[at + 2] ?? 255
      // Most of a page is white.
      const has = x < to && red + green + blue < 765 && isInk(red, green, blue)
      if (has) {
        if (first < 0) first = x
        last = x + 1
        if (start < 0) start = x
      } else if (start >= 0) {
        if (x - start > best[1] - best[0]) best = [start, x]
        start = -1
      }
    }
    return { first, last, longest: best }
  }
  return {
    ink: (window = {}, isInk = isDark) => {
      const area = within(window)
      let box: Ink | undefined
      for (let y = area.top; y < area.bottom; y += 1) {
        const { first, last } = readRow(y, [area.left, area.right], isInk)
        if (first < 0) continue
        const [left, right] = [Math.min(box?.left ?? first, first), Math.max(box?.right ?? last, last)]
        box = { top: box?.top ?? y, bottom: y + 1, left, right }
      }
      return box && placed(box)
    },
    rules: (least, window = {}, isInk = isDark) => {
      const area = within(window)
      const found: Ink[] = []
      for (let y = area.top; y < area.bottom; y += 1) {
        const [left, right] = readRow(y, [area.left, area.right], isInk).longest
        if (length(right - left) < least) continue
        const last = found.at(-1)
        if (last?.bottom === y)
          found[found.length - 1] = {
            top: last.top,
            bottom: y + 1,
            left: Math.min(last.left, left),
            right: Math.max(last.right, right),
          }
        else found.push({ top: y, bottom: y + 1, left, right })
      }
      return found.map(placed)
    },
  }
}

/** Pictures in PPM, one behind the other. */
function picturesIn(bytes: Buffer): Picture[] {
  const pictures: Picture[] = []
  for (let at = 0; at < bytes.length; ) {
    const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(at, at + 64).toString('latin1'))
    if (!header) throw new Error('not a PPM raster')
    const [width, height] = [Number(header[1]), Number(header[2])]
    const start = at + header[0].length
    at = start + width * height * 3
    pictures.push({ width, height, pixels: bytes.subarray(start, at) })
  }
  return pictures
}
