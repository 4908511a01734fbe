/** Where the 版记 goes when both sides are printed: on an even page, so that it closes the last side. */
import type { DocumentParts } from '../../src-shared/document-parts.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { estimatePages } from '../../src-shared/page-estimate.ts'
import { imprintHeight } from './docx-foot.ts'

/** On the last page of the text; on the next page, an even one; or behind a blank page, without numbers (7.5). */
export type ImprintPlace = 'here' | 'even' | 'behind-blank'

/** The lines of the box and of the paragraph that holds it, in twips. */
const slack = 60

/** Reckoned, not measured; a document that ends within a line of the page's end may come out one page off. */
export function imprintPlace(parts: DocumentParts, layout: Layout): ImprintPlace {
  if (!layout.traits.isDuplex) return 'here'
  const { pages, room, isLandscape } = estimatePages(parts)
  const isOdd = pages % 2 === 1
  const hasRoom = !isLandscape && room >= imprintHeight(parts) + slack
  if (isOdd) return hasRoom ? 'even' : 'here'
  return hasRoom ? 'here' : 'behind-blank'
}
