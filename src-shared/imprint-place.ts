/** The 版记: how high it is, and on which page it goes when both sides are printed. */
import { widthOf } from './chinese.ts'
import { officeA } from './layout-9704.ts'
import type { Layout } from './layouts.ts'
import { estimatePages } from './page-estimate.ts'
import type { DocumentParts, Imprint } from './part-types.ts'

const { imprint: rules, typeArea } = officeA

/** On the last page of the text; on the next page, an even one; or behind a blank page, without numbers (7.5). */
export type ImprintPlace = 'here' | 'even' | 'behind-blank'

/** Close lines of names on a page that also holds 印数, 印发机关 and one line more than reckoned. */
const mostLines = Math.floor((typeArea.height.value - 2 * rules.pitch.value) / rules.tightPitch.value) - 1

/** The rules of the box and the paragraph that holds it, in twips: with less room LibreOffice puts it on the next page. */
const slack = 60

/**
 * So that it closes the last side, an even page; always on the last page where only one side is printed.
 * Reckoned, not measured; a document that ends within a line of the page's end may come out one page off.
 */
export function imprintPlace(parts: DocumentParts, layout: Layout): ImprintPlace {
  if (!layout.traits.isDuplex) return 'here'
  const { pages, room, isLandscape } = estimatePages(parts, layout)
  if (!isLandscape && room >= imprintRoom(parts, layout)) return pages % 2 === 1 ? 'even' : 'here'
  return (pages + imprintPages(parts.imprint).length) % 2 === 0 ? 'here' : 'behind-blank'
}

/** What stands on one page of the 版记; a list that goes on from the page before has a tab in place of its label. */
export type ImprintPage = Pick<Imprint, 'printer' | 'printed' | 'copies'> & { readonly sent: readonly string[] }

/** One page as a rule; a list that is longer than a page goes on behind one of its names. */
export function imprintPages(imprint: Imprint): readonly ImprintPage[] {
  const { recipients, copyTo, ...foot } = imprint
  const lists = [
    ...(recipients === null ? [] : [{ label: '主送：', names: recipients }]),
    ...(copyTo === null ? [] : [{ label: '抄送：', names: copyTo }]),
  ]
  if (imprintHeight({ imprint }) <= typeArea.height.value)
    return [{ ...foot, sent: lists.map(({ label, names }) => `${label}${names}`) }]
  const pages: string[][] = [[]]
  let used = 0
  for (const { label, names } of lists) {
    let [lead, text] = [label, '']
    for (const name of names.split(/(?<=[、，；])/u)) {
      if (used + hangingLines(text + name) > mostLines) {
        if (text !== '') pages.at(-1)?.push(`${lead}${text}`)
        if (text !== '') lead = '\t'
        pages.push([])
        ;[used, text] = [0, '']
      }
      text += name
    }
    pages.at(-1)?.push(`${lead}${text}`)
    used += hangingLines(text)
  }
  const none = { printer: null, printed: '', copies: null }
  return pages.map((sent, index) => (index === pages.length - 1 ? { ...foot, sent } : { ...none, sent }))
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
