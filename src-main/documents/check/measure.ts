/** Measures of a paper (量度): sizes, families of fonts, empty lines, indents in twips, colours. */
import { widthOf } from '../../../src-shared/chinese.ts'
import type { Font } from '../../../src-shared/layout-9704.ts'
import type { Layout } from '../../../src-shared/layouts.ts'
import type { PaperParagraph, RunPiece } from './paper.ts'
import { isOn, numberIn, type Properties } from './properties.ts'

export type Family = keyof Layout['fonts']

/** Other names of the same faces, as Word, WPS and the foundries write them. */
const furtherNames: Readonly<Record<string, RegExp>> = {
  xiaobiaosong: /小标宋|XiaoBiaoSong|^STZhongsong$/i,
  fangsong: /仿宋|FangSong/i,
  kaiti: /楷体|楷_|KaiTi|KaiSong/i,
  heiti: /黑体|SimHei|Hei(ti)?$/i,
  songti: /^(新宋体|宋体|SimSun|NSimSun|宋体-简|Songti SC)$/i,
}

export function isOfFamily(layout: Layout, family: Family, name: string): boolean {
  const font: Omit<Font, 'clause' | 'strength'> = layout.fonts[family]
  return [font.name, ...font.alternatives].includes(name) || (furtherNames[family]?.test(name) ?? false)
}

/** Half-points; Word takes 10 pt where nothing is said. */
export function sizeOf(run: RunPiece): number {
  return numberIn(run.look, 'sz') ?? 20
}

/** The size of most of the text. */
export function mainSize(paragraph: PaperParagraph): number {
  return most(visibleRuns(paragraph).map((run) => [sizeOf(run), run.text.length])) ?? 0
}

/** The East-Asian font of most of the text; empty when only a default would say. */
export function mainFont(paragraph: PaperParagraph): string {
  const weights = visibleRuns(paragraph).map((run) => [run.fonts.eastAsia.name, hanCount(run.text) + 0.01] as const)
  return most(weights) ?? ''
}

export function visibleRuns(paragraph: PaperParagraph): readonly RunPiece[] {
  return paragraph.runs.filter((run) => run.text.trim() !== '')
}

export function isBlank(paragraph: PaperParagraph): boolean {
  return paragraph.text.trim() === ''
}

export function isBold(run: RunPiece): boolean {
  return isOn(run.look, 'b')
}

/** RRGGBB; `auto` and nothing are black. */
export function colourOf(run: RunPiece): string {
  const colour = run.look.color?.val
  return colour === undefined || colour === 'auto' ? '000000' : colour.toUpperCase()
}

/** R above 200, G and B below 60 (check 27). */
export function isRed(colour: string | undefined): boolean {
  const parts = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(colour ?? '')
  if (!parts) return /^red$/i.test(colour ?? '')
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16))
  return red > 200 && green < 60 && blue < 60
}

export function alignmentOf(look: Properties): 'left' | 'center' | 'right' | 'both' {
  const jc = look.jc?.val ?? 'left'
  if (jc === 'center') return 'center'
  if (jc === 'right' || jc === 'end') return 'right'
  return jc === 'both' || jc === 'distribute' ? 'both' : 'left'
}

/** Indents in twips; those in characters count by the paragraph's own type size and spacing. */
export function indentOf(paragraph: PaperParagraph): { left: number; right: number; first: number } {
  const { look } = paragraph
  const character = characterOf(paragraph)
  const side = (chars: string, twips: string) => {
    const count = numberIn(look, 'ind', chars)
    return count !== undefined && count !== 0 ? (count / 100) * character : (numberIn(look, 'ind', twips) ?? 0)
  }
  const hanging = side('hangingChars', 'hanging')
  return {
    left: side('leftChars', 'left'),
    right: side('rightChars', 'right'),
    first: hanging > 0 ? -hanging : side('firstLineChars', 'firstLine'),
  }
}

/** Width of one character with its spacing, in twips. */
export function characterOf(paragraph: PaperParagraph): number {
  const size = mainSize(paragraph) || 32
  const spacing = numberIn(paragraph.runs[0]?.look ?? {}, 'spacing') ?? 0
  return size * 10 + spacing
}

/** Width of the text in twips, as `widthOf` counts it. */
export function textWidth(paragraph: PaperParagraph, text = paragraph.text.trim()): number {
  return widthOf(text) * characterOf(paragraph)
}

export type LineRule = 'exact' | 'atLeast' | 'auto' | 'unknown'

/** Pitch of the lines: twips, or 240ths of a line for `auto`. */
export function lineOf(look: Properties): { rule: LineRule; value: number } {
  const written = look.spacing?.lineRule ?? 'auto'
  const rule = written === 'exact' || written === 'atLeast' || written === 'auto' ? written : 'unknown'
  return { rule, value: numberIn(look, 'spacing', 'line') ?? 240 }
}

/** Lines that stand empty between two paragraphs of the flow: blank paragraphs and space before or after. */
export function linesBetween(
  paragraphs: readonly PaperParagraph[],
  above: PaperParagraph,
  below: PaperParagraph,
  pitch: number,
): number {
  const flow = paragraphs.filter(({ place }) => place === 'body')
  const [from, to] = [flow.indexOf(above), flow.indexOf(below)]
  let lines = (after(above) + before(below)) / pitch
  for (const paragraph of flow.slice(from + 1, to)) {
    if (!isBlank(paragraph)) continue
    const { rule, value } = lineOf(paragraph.look)
    lines += (rule === 'exact' ? value / pitch : 1) + (before(paragraph) + after(paragraph)) / pitch
  }
  return lines
}

const before = ({ look }: PaperParagraph) => spaceOf(look, 'before')
const after = ({ look }: PaperParagraph) => spaceOf(look, 'after')

function spaceOf(look: Properties, side: 'before' | 'after'): number {
  if (['1', 'true', 'on'].includes(look.spacing?.[`${side}Autospacing`] ?? '')) return 280
  const lines = numberIn(look, 'spacing', `${side}Lines`)
  return lines !== undefined && lines !== 0 ? (lines / 100) * 312 : (numberIn(look, 'spacing', side) ?? 0)
}

export function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** What a report shows of a text: enough to find it. */
export function excerpt(text: string, length = 16): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const chars = [...plain]
  return `“${chars.length > length ? `${chars.slice(0, length).join('')}…` : plain}”`
}

/** The value that weighs most. */
export function most<T>(weighed: readonly (readonly [T, number])[]): T | undefined {
  const sums = new Map<T, number>()
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort(([, one], [, other]) => other - one)[0]?.[0]
}
