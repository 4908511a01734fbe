/** Faces of the standard (公文字体) in the browser: what stands in for them, and where their baseline comes to stand. */
import type { Profile } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'

export type Face = keyof Profile['fonts']
type Fonts = Profile['fonts']

/** Faces that stand in on machines without the fonts of the standard, the nearest first. */
export const standIns = {
  xiaobiaosong: ['STZhongsong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'AR PL UMing CN'],
  fangsong: ['STFangsong', 'FandolFang R', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'AR PL UMing CN'],
  kaiti: ['STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC', 'SimSun'],
  heiti: ['STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei'],
  songti: ['STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'AR PL UMing CN'],
} as const satisfies Readonly<Record<Face, readonly string[]>>

export const faceNames = Object.keys(standIns) as readonly Face[]

/** As `font-family` has it. */
export function familyOf(fonts: Fonts, face: Face): string {
  const { name, alternatives } = fonts[face]
  return [name, ...alternatives, ...standIns[face]].map((one) => `"${one}"`).join(', ')
}

/** In em. */
export function boxOf(fonts: Fonts, face: Face): { readonly ascent: number; readonly descent: number } {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return usualBox
  context.font = `${largeSize}px ${familyOf(fonts, face)}`
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('国')
  return { ascent: fontBoundingBoxAscent / largeSize, descent: fontBoundingBoxDescent / largeSize }
}

/**
 * Word and LibreOffice put the baseline at 80 % of an exact line; a browser puts the font's box, its ascent and descent
 * rounded to pixels, in the middle. How much lower the text must stand, as CSS length.
 * @param size and pitch in points
 */
export function liftOf({ fonts }: Pick<Layout, 'fonts'>, face: Face, size: number, pitch: number): string {
  const { ascent, descent } = boxOf(fonts, face)
  const [line, above, below] = [pitch * pixels, Math.round(ascent * size * pixels), Math.round(descent * size * pixels)]
  const baseline = above + Math.floor((line - above - below) / 2)
  return `${(0.8 * line - baseline) / pixels}pt`
}

/** To a point. */
const pixels = 96 / 72
const largeSize = 1000
const usualBox = { ascent: 0.86, descent: 0.14 }
