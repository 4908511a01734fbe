/** An official document (公文) as the bytes of a DOCX file; the same document gives the same bytes. */
import { Document, DocumentGridType, type ISectionOptions, Packer, PageOrientation, SectionType } from 'docx'
import { tableSetting } from '../../src-shared/annex-table.ts'
import { type DocumentParts, partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { annexParagraphs } from './docx-annex.ts'
import { bodyParagraphs } from './docx-body.ts'
import { imprintBox } from './docx-foot.ts'
import { headParagraphs } from './docx-head.ts'
import { finishPackage } from './docx-package.ts'
import { emptyHeaders, landscapeNumbers, pageNumberFooters } from './docx-page-number.ts'
import type { TablePlaces } from './docx-table.ts'
import { paragraph } from './docx-text.ts'

const { page, grid } = officeA

export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const parts = partsOf(document)
  const places: TablePlaces = new Map()
  const file = new Document({
    sections: sectionsOf(parts, places),
    evenAndOddHeaderAndFooters: true,
  })
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), { document, places })
}

type Content = { isLandscape: boolean; children: ISectionOptions['children'][number][] }

/** One section for each run of pages that lie the same way; the 版记 ends the last page, which stands upright. */
function sectionsOf(parts: DocumentParts, places: TablePlaces): ISectionOptions[] {
  const contents: Content[] = [{ isLandscape: false, children: [...headParagraphs(parts), ...bodyParagraphs(parts)] }]
  for (const annex of parts.annexes) {
    const setting = tableSetting(annex.sheet)
    addContent(contents, setting.isLandscape, annexParagraphs(annex, setting, places))
  }
  // In a paragraph of its own: where it finds no room, it goes to the next page and takes no line of text with it.
  addContent(contents, false, [paragraph('GwAnchor', [imprintBox(parts.imprint)])])
  return contents.map(({ isLandscape, children }) => ({
    properties: { ...pageProperties(isLandscape), type: SectionType.NEXT_PAGE },
    ...(isLandscape ? landscapeNumbers() : { headers: emptyHeaders(), footers: pageNumberFooters() }),
    children,
  }))
}

function addContent(contents: Content[], isLandscape: boolean, children: Content['children']): void {
  const last = contents.at(-1)
  if (last && last.isLandscape === isLandscape) last.children.push(...children)
  else contents.push({ isLandscape, children })
}

/** A landscape page is the upright one turned: its left edge is the foot of the paper, its top the inner margin (8). */
function pageProperties(isLandscape: boolean): ISectionOptions['properties'] {
  const [top, right, bottom, left] = isLandscape
    ? [page.left, page.top, page.right, page.bottom]
    : [page.top, page.right, page.bottom, page.left]
  return {
    page: {
      size: {
        width: page.width.value,
        height: page.height.value,
        orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: top.value,
        right: right.value,
        bottom: bottom.value,
        left: left.value,
        header: page.header.value,
        footer: page.footer.value,
        gutter: 0,
      },
    },
    grid: { type: DocumentGridType.LINES, linePitch: grid.pitch.value },
  }
}
