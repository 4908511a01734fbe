/** An official document (公文) as the bytes of a DOCX file; the same document gives the same bytes. */
import {
  Document,
  DocumentGridType,
  type ISectionOptions,
  Packer,
  PageOrientation,
  type ParagraphChild,
  SectionType,
} from 'docx'
import { annexSetting } from '../../src-shared/annex-setting.ts'
import { partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { type ImprintPlace, imprintPlace } from '../../src-shared/imprint-place.ts'
import { defaultLayout, type Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { Problem } from '../../src-shared/problems.ts'
import { annexParagraphs } from './docx-annex.ts'
import { bodyParagraphs } from './docx-body.ts'
import { imprintBoxes } from './docx-foot.ts'
import { headParagraphs } from './docx-head.ts'
import { letterFrames } from './docx-letter.ts'
import { finishPackage, type PackageParts } from './docx-package.ts'
import { emptyHeaders, landscapeNumbers, numberlessFooters, pageNumberFooters } from './docx-page-number.ts'
import { gatherPictures, type ReadPicture } from './docx-pictures.ts'
import { newPlaces, type Places } from './docx-places.ts'
import { paragraph } from './docx-text.ts'
import { allPrintable } from './printable-text.ts'

/**
 * @param layout the profile of the office, with what it has set
 * @param readPicture how the pictures of the text are found
 * @throws Problem NOT_FOUND naming a picture that is missing
 */
export async function writeDocx(
  written: OfficialDocument,
  layout: Layout = defaultLayout,
  readPicture: ReadPicture = noPictures,
): Promise<Uint8Array> {
  const document = allPrintable(written)
  const parts = partsOf(document, layout)
  const places = newPlaces(await gatherPictures(document, readPicture))
  const file = new Document({
    sections: sectionsOf(parts, layout, places),
    evenAndOddHeaderAndFooters: true,
    title: document.title,
    creator: document.issuer,
  })
  return finishPackage(partsMade(file), { document, places, layout })
}

/**
 * What the library makes, before it is packed: packing it and unpacking it again would take as long as all the rest.
 * It has no public word for this; the version is pinned, and nothing works without it in any test.
 */
function partsMade(file: Document): PackageParts {
  const { compiler } = Packer as unknown as { compiler: { compile(file: Document): PackageParts } }
  return compiler.compile(file)
}

async function noPictures(sha256: string): Promise<Uint8Array> {
  throw new Problem('NOT_FOUND', `图片${sha256}不在这里。`)
}

type Content = { isLandscape: boolean; place?: ImprintPlace; children: ISectionOptions['children'][number][] }

/**
 * One section for each run of pages that lie the same way. The 版记 stands at the foot of the last page (7.4.1) and is
 * read upright: behind a table that lies across it takes a page of its own, for the foot of that page is its long edge,
 * where the page number stands and the table leaves no room; clause 8 turns tables and nothing else.
 */
function sectionsOf(parts: DocumentParts, layout: Layout, places: Places): ISectionOptions[] {
  const contents: Content[] = [
    {
      isLandscape: false,
      children: [...headParagraphs(parts, layout, places), ...bodyParagraphs(parts, layout, places)],
    },
  ]
  for (const annex of parts.annexes) {
    const setting = annexSetting(annex)
    addContent(contents, setting.isLandscape, annexParagraphs(annex, setting, places))
  }
  const boxes = imprintBoxes(parts, layout)
  const place = imprintPlace(parts, layout)
  // In a paragraph of its own: where it finds no room, it goes to the next page and takes no line of text with it.
  if (boxes.length > 0 && place === 'here') addContent(contents, false, anchored(boxes))
  else if (boxes.length > 0) contents.push({ isLandscape: false, place, children: imprintPages(boxes, place) })
  return contents.map(({ isLandscape, children, place: at }, index) => {
    const isLetterHead = index === 0 && parts.format === '信函'
    return {
      properties: {
        ...pageProperties(isLandscape, layout),
        type: SectionType.NEXT_PAGE,
        ...(isLetterHead && { titlePage: true }),
      },
      ...(at === 'behind-blank'
        ? { headers: emptyHeaders(), footers: numberlessFooters() }
        : furniture(isLandscape, layout, isLetterHead ? letterFrames(parts.mark, layout) : undefined)),
      children,
    }
  })
}

/** Pages of its own, behind an empty one where the count of pages asks for it. */
function imprintPages(boxes: readonly ParagraphChild[], place: ImprintPlace): Content['children'] {
  if (place === 'even') return anchored(boxes)
  return [paragraph('GwAnchor', ''), ...anchored(boxes, { startsPage: true })]
}

/** Each box in a paragraph of its own, every one but the first on a page of its own. */
function anchored(boxes: readonly ParagraphChild[], { startsPage = false } = {}): Content['children'] {
  return boxes.map((box, index) => paragraph('GwAnchor', [box], { pageBreakBefore: startsPage || index > 0 }))
}

/** Headers and footers; the first page of a letter has its own. */
function furniture(
  isLandscape: boolean,
  layout: Layout,
  first: ReturnType<typeof letterFrames> | undefined,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  if (isLandscape) return landscapeNumbers(layout)
  return {
    headers: { ...emptyHeaders(), ...(first && { first: first.header }) },
    footers: { ...pageNumberFooters(), ...(first && { first: first.footer }) },
  }
}

function addContent(contents: Content[], isLandscape: boolean, children: Content['children']): void {
  const last = contents.at(-1)
  if (last && last.isLandscape === isLandscape) last.children.push(...children)
  else contents.push({ isLandscape, children })
}

/** A landscape page is the upright one turned: its left edge is the foot of the paper, its top the inner margin (8). */
function pageProperties(isLandscape: boolean, { page, grid, traits }: Layout): ISectionOptions['properties'] {
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
    grid:
      traits.grid === 'lines'
        ? { type: DocumentGridType.LINES, linePitch: grid.pitch.value }
        : {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: grid.pitch.value,
            charSpace: grid.charSpace.value,
          },
  }
}
