/** The standard's numbers (公文格式) as CSS variables: the preview takes every length from the one file of the layout. */
import type { CSSProperties } from 'react'
import { type Font, type Measure, officeA, toMillimetres } from '../../src-shared/layout-9704.ts'

const { page, typeArea, grid, text, mark, redLine, title, annex, imprint, pageNumber, fonts, colours } = officeA

const points = (measure: Measure) => `${(toMillimetres(measure) / 25.4) * 72}pt`
const millimetres = (measure: Measure) => `${toMillimetres(measure)}mm`

/** Faces that stand in on machines without the fonts of the standard, the nearest first. */
export const standIns = {
  xiaobiaosong: ['STZhongsong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'AR PL UMing CN'],
  fangsong: ['STFangsong', 'FandolFang R', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'AR PL UMing CN'],
  kaiti: ['STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC', 'SimSun'],
  heiti: ['STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei'],
  songti: ['STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'AR PL UMing CN'],
} as const satisfies Readonly<Record<keyof typeof fonts, readonly string[]>>

const faces = (font: Font, others: readonly string[]) =>
  [font.name, ...font.alternatives, ...others].map((name) => `"${name}"`).join(', ')

export const paperVariables = {
  '--page-width': millimetres(page.width),
  '--page-height': millimetres(page.height),
  '--page-top': millimetres(page.top),
  '--page-right': millimetres(page.right),
  '--page-bottom': millimetres(page.bottom),
  '--page-left': millimetres(page.left),
  '--area-width': millimetres(typeArea.width),
  '--area-height': millimetres(typeArea.height),
  '--pitch': points(grid.pitch),
  '--zi': points(grid.character),
  '--spacing': points(grid.spacing),
  '--size': points(text.size),
  '--indent': text.indent.value,
  '--mark-before': points(mark.before),
  '--mark-line': mark.lineHeight.value,
  '--red': `#${colours.red.value}`,
  '--red-line': points(redLine.thickness),
  '--red-space': points(redLine.space),
  '--title-size': points(title.size),
  '--title-pitch': points(title.pitch),
  '--table-head': points(annex.tableHead),
  '--table-text': points(annex.tableText),
  '--table-small': points(annex.tableSmallText),
  '--caption': points(annex.caption),
  '--note': points(annex.note),
  '--title-gap': points(annex.titleGap),
  '--cell-side': points(annex.cellSide),
  '--cell-top': points(annex.cellTop),
  '--rule': points(annex.rule),
  '--imprint-size': points(imprint.size),
  '--imprint-pitch': points(imprint.pitch),
  '--imprint-zi': points(imprint.character),
  '--imprint-outer': points(imprint.outerRule),
  '--imprint-inner': points(imprint.innerRule),
  '--number-size': points(pageNumber.size),
  '--number-indent': points(pageNumber.indent),
  '--number-gap': millimetres(pageNumber.gap),
  '--xiaobiaosong': faces(fonts.xiaobiaosong, standIns.xiaobiaosong),
  '--fangsong': faces(fonts.fangsong, standIns.fangsong),
  '--kaiti': faces(fonts.kaiti, standIns.kaiti),
  '--heiti': faces(fonts.heiti, standIns.heiti),
  '--songti': faces(fonts.songti, standIns.songti),
} as CSSProperties
