/** The pages of a document (各页内容) once its items are measured: which part of which item each of them shows. Pure. */

import { imprintPages } from '../../src-shared/imprint-place.ts'
import { type FilledPage, fillPages } from '../../src-shared/page-filling.ts'
import type { Imprint } from '../../src-shared/part-types.ts'
import type { PaperItem } from './paper-items.ts'
import type { Measure, Measures } from './paper-measures.ts'
import type { PaperFlow } from './paper-sections.ts'

/** Lines or rows `from` to `to` of an item, and of a text its characters; null for the whole item. */
export type ItemPart = {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number | undefined
}
export type PaperSlice = { readonly item: PaperItem; readonly part: ItemPart | null }
export type PaperPage = {
  /** Of the sheet; every page is counted. */
  readonly number: number
  readonly isNumbered: boolean
  readonly isLandscape: boolean
  readonly slices: readonly PaperSlice[]
  /** Which page of the 版记 stands on it, from 0; null for none. */
  readonly imprintPage: number | null
  readonly hasLetterFrame: boolean
  /** Pages of one signature look alike. */
  readonly signature: string
}

type Draft = Omit<PaperPage, 'number' | 'signature'> & { readonly ids: readonly string[] }

/** @throws where an item has not been measured */
export function pagesOf(flow: PaperFlow, measures: Measures): PaperPage[] {
  const { sections, imprint, parts } = flow
  const filled = sections.map(({ items, isLandscape }) => {
    const measured = items.map((item) => measureOf(item, measures))
    return fillPages(
      items.map(({ look, keepsNext, startsPage }, index) => ({
        heights: measured[index]?.heights ?? [],
        head: measured[index]?.head ?? 0,
        keepsNext,
        // LibreOffice sends a paragraph that stays with the next over as a whole; Word, its last lines.
        keepsLines: keepsNext && (look.kind === 'gap' || look.kind === 'text'),
        startsPage,
      })),
      roomOf(flow, isLandscape),
    ).map((page) => draftOf(page, { items, measured, isLandscape }))
  })
  const drafts = filled.flatMap((pages) => pages.map(({ draft }) => draft))
  const last = filled.at(-1)?.at(-1)
  const first = drafts[0]
  if (parts.format === '信函' && first) drafts[0] = { ...first, hasLetterFrame: true, isNumbered: false }
  if (imprint && last?.draft) {
    const room = roomOf(flow, last.draft.isLandscape) - last.used
    const hasRoom = imprint.place === 'here' && !last.draft.isLandscape && room >= imprint.room
    const end = drafts.at(-1)
    if (hasRoom && end) drafts[drafts.length - 1] = { ...end, imprintPage: 0 }
    else drafts.push(...pagesOfImprint(parts.imprint, imprint.place === 'behind-blank'))
  }
  return drafts.map(({ ids, ...page }, index) => ({
    ...page,
    number: index + 1,
    signature: [page.isNumbered, page.isLandscape, page.imprintPage, page.hasLetterFrame, index + 1, ...ids].join(' '),
  }))
}

/** Height of the pages' margin box in points; a landscape page is the upright one turned. */
function roomOf({ layout: { page } }: PaperFlow, isLandscape: boolean): number {
  const twips = isLandscape
    ? page.width.value - page.left.value - page.right.value
    : page.height.value - page.top.value - page.bottom.value
  return twips / twipsPerPoint
}

/** Behind a blank page neither it nor the 版记 has a number (7.5). */
function pagesOfImprint(imprint: Imprint, isBehindBlank: boolean): Draft[] {
  const page = { isNumbered: !isBehindBlank, isLandscape: false, slices: [], hasLetterFrame: false, ids: [] }
  const own = imprintPages(imprint).map((_, index) => ({ ...page, imprintPage: index }))
  return [...(isBehindBlank ? [{ ...page, imprintPage: null }] : []), ...own]
}

type Measured = {
  readonly items: readonly PaperItem[]
  readonly measured: readonly Measure[]
  readonly isLandscape: boolean
}

function draftOf(page: FilledPage, { items, measured, isLandscape }: Measured): { draft: Draft; used: number } {
  const slices: PaperSlice[] = []
  const ids: string[] = []
  for (const { piece, from, to } of page.slices) {
    const [item, measure] = [items[piece], measured[piece]]
    if (!item || !measure) continue
    const isWhole = from === 0 && to === measure.heights.length
    const part = isWhole ? null : { from, to, start: measure.starts[from] ?? 0, end: measure.starts[to] }
    slices.push({ item, part })
    ids.push(part ? `${measure.id}:${part.from}-${part.to}` : String(measure.id))
  }
  const draft = { isNumbered: true, isLandscape, slices, ids, imprintPage: null, hasLetterFrame: false }
  return { draft, used: page.used }
}

function measureOf(item: PaperItem, measures: Measures): Measure {
  const measure = measures.get(item.key)
  if (!measure) throw new Error(`not measured: ${item.key}`)
  return measure
}

const twipsPerPoint = 20
