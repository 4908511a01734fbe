/** The page number (页码): below the type area, odd pages right and even pages left; it turns with a landscape page. */
import { Footer, Header, PageNumber, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { toMillimetres } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { StyleId } from './docx-styles.ts'
import { paragraph } from './docx-text.ts'
import { textBox } from './docx-text-box.ts'
import { element } from './docx-xml.ts'

const emuPerMillimetre = 36_000
/** Room for — 9999 —, in millimetres. */
const boxLength = 40

/** — 1 — below the type area: odd pages right, even pages left (7.5). */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  const footer = (style: StyleId) => new Footer({ children: [pageNumberParagraph(style)] })
  return { default: footer('GwPageNumberOdd'), even: footer('GwPageNumberEven') }
}

/** Headers with nothing in them: a section without its own would repeat those of a landscape section. */
export function emptyHeaders(): { default: Header; even: Header } {
  const header = () => new Header({ children: [paragraph('GwAnchor', '')] })
  return { default: header(), even: header() }
}

/** Footers with nothing in them. */
function emptyFooters(): { default: Footer; even: Footer } {
  const footer = () => new Footer({ children: [paragraph('GwAnchor', '')] })
  return { default: footer(), even: footer() }
}

/** Footers of a page without a number, as high as the others: LibreOffice gives the room of an empty one to the text. */
export function numberlessFooters(): { default: Footer; even: Footer } {
  const footer = (style: StyleId) => new Footer({ children: [paragraph(style, '\u00a0')] })
  return { default: footer('GwPageNumberOdd'), even: footer('GwPageNumberEven') }
}

/** A landscape page is bound like the others: its number stands at the foot of the paper, which is its left edge. */
export function landscapeNumbers(layout: Layout) {
  const header = (side: 'lower' | 'upper') =>
    new Header({ children: [paragraph('GwAnchor', [turnedNumber(side, layout)])] })
  return {
    headers: { default: header('lower'), even: header('upper') },
    footers: emptyFooters(),
  }
}

function pageNumberParagraph(style: StyleId): Paragraph {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } })
  return new Paragraph({ style, children: [run] })
}

/** The turned page number: `vert` reads from top to bottom; the number ends one 字 inside the type area. */
function turnedNumber(side: 'lower' | 'upper', { page, pageNumber }: Layout): ParagraphChild {
  const field = (type: string) => `<w:r>${element('fldChar', { fldCharType: type })}</w:r>`
  const run = (text: string) =>
    `<w:r><w:rPr>${element('rFonts', { hint: 'eastAsia' })}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const style: StyleId = side === 'lower' ? 'GwTurnedNumberOdd' : 'GwTurnedNumberEven'
  // The box fills what the dash has on both sides of it within the margin. Places by alignment only: LibreOffice
  // reads an offset in a header as nothing.
  const width = 2 * (toMillimetres(page.bottom) - pageNumber.landscapeLeft.value)
  return textBox({
    content:
      `<w:p><w:pPr>${element('pStyle', style)}</w:pPr>${run('— ')}${field('begin')}` +
      `<w:r><w:instrText xml:space="preserve">PAGE</w:instrText></w:r>${field('separate')}${field('end')}${run(' —')}</w:p>`,
    width: Math.round(width * emuPerMillimetre),
    height: boxLength * emuPerMillimetre,
    horizontal: '<wp:positionH relativeFrom="leftMargin"><wp:align>right</wp:align></wp:positionH>',
    vertical: `<wp:positionV relativeFrom="margin"><wp:align>${side === 'lower' ? 'bottom' : 'top'}</wp:align></wp:positionV>`,
    wrap: '<wp:wrapNone/>',
    body: 'vert="vert" anchor="ctr"',
    name: '页码',
    id: side === 'lower' ? 2 : 3,
  })
}
