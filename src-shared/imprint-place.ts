/** The 版记: how high it is, and on which page it goes when both sides are printed. */
import { widthOf } from './chinese.ts'
import type { DocumentParts, Imprint } from './document-parts.ts'
import { officeA } from './layout-9704.ts'
import type { Layout } from './layouts.ts'
import { estimatePages } from './page-estimate.ts'

const { imprint: rules, typeArea } = officeA

/** On the last page of the text; on the next page, an even one; or behind a blank page, without numbers (7.5). */
export type ImprintPlace = 'here' | 'even' | 'behind-blank'

/** The rules of the box and the paragraph that holds it, in twips: with less room LibreOffice puts it on the next page. */
const slack = 60

/**
 * So that it closes the last side, an even page; always on the last page where only one side is printed.
 * Reckoned, not measured; a document that ends within a line of the page's end may come out one page off.
 */
export function imprintPlace(parts: DocumentParts, layout: Layout): ImprintPlace {
  if (!layout.traits.isDuplex) return 'here'
  const { pages, room, isLandscape } = estimatePages(parts, layout)
  const isOdd = pages % 2 === 1
  const hasRoom = !isLandscape && room >= imprintRoom(parts, layout)
  if (isOdd) return hasRoom ? 'even' : 'here'
  return hasRoom ? 'here' : 'behind-blank'
}

/** What it needs below the text, in twips. */
export function imprintRoom(parts: Pick<DocumentParts, 'imprint'>, { grid }: Layout): number {
  return imprintHeight(parts) + slack + grid.overhang.value
}

/** Height of the lines, in twips. */
export function imprintHeight({ imprint }: Pick<DocumentParts, 'imprint'>): number {
  const { named, single } = linesOf(imprint)
  return named * (isTight(imprint) ? rules.tightPitch : rules.pitch).value + single * rules.pitch.value
}

/** A list of addressees so long that its lines stand closer, to leave the 版记 on one page. */
export function isTight(imprint: Imprint): boolean {
  const { named, single } = linesOf(imprint)
  return (named + single) * rules.pitch.value > typeArea.height.value
}

/** Lines of addressees, and the others. */
function linesOf({ recipients, copyTo, printer, copies }: Imprint): { named: number; single: number } {
  const texts = [recipients, copyTo].filter((text) => text !== null)
  const single = [printer, copies].filter((text) => text !== null).length
  return { named: texts.reduce((lines, text) => lines + hangingLines(text), 0), single }
}

/** Lines in 4号: the text stands one 字 and the label's three in from the left, one from the right. */
function hangingLines(text: string): number {
  const perLine = typeArea.width.value / rules.character.value - rules.indent.value * 2 - widthOf('抄送：')
  return Math.ceil(widthOf(text) / Math.floor(perLine))
}
