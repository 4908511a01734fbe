/**
 * Forms to be printed and filled in by hand (空白表单) as DOCX: paragraphs and ruled tables in the fonts, margins and
 * page numbers of the official format (公文格式), written as raw WordprocessingML.
 */
import type { Layout } from '../../src-shared/layouts.ts'
import { writeZip } from '../files/zip.ts'
import { exact, inFont, inSize, type StyleId } from './docx-styles.ts'
import { fontTableXml, stylesXml } from './docx-styles-xml.ts'
import { element, paragraphProperties, runProperties, xmlText } from './docx-xml.ts'
import { type FormPicture, formPicture, pictureRelation } from './form-picture.ts'

export type FormCell = {
  readonly text: string
  /** Columns that it covers. */
  readonly span?: number
  readonly look?: 'label' | 'text' | 'centred'
  /** One cell with that above or below it in its column. */
  readonly merge?: 'restart' | 'continue'
  /** Below the text; `number` counts from 1 in the list that the form is given. */
  readonly picture?: FormPicture & { readonly number: number }
}
export type FormRow = {
  readonly cells: readonly FormCell[]
  /** Millimetres at least: room for a hand. */
  readonly height: number
  /** Repeated on every page. */
  readonly isHead?: boolean
  /** Text at the top and not in the middle: room to write below. */
  readonly isTall?: boolean
  /** 五号 and closer lines, for many figures on one page. */
  readonly isSmall?: boolean
  /** 二号, for figures that are read out over the phone; labels stay as they are. */
  readonly isLarge?: boolean
}

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
/** 字 of 四号 in a line of the head. */
export const charactersPerLine = 31
/** Half-points: 四号 for the lines of the head, 小四, 五号 or 二号 in the table. */
const sizes = { line: 28, cell: 24, small: 21, large: 44 } as const
/** Twips from line to line, 26, 20, 15 and 36 points. */
const pitches = { line: 520, cell: 400, small: 300, large: 720 } as const
/** Eighths of a point. */
const rule = 4

export function formTitle(text: string): string {
  return `<w:p><w:pPr>${element('pStyle', 'GwTitle' satisfies StyleId)}</w:pPr>${run(text, '')}</w:p>`
}

/** Keeps the table off the line above it. */
export const formGap = `<w:p><w:pPr>${element('spacing', exact(120))}</w:pPr></w:p>`

/** A line of the head; `\t` goes to the stop, in millimetres from the left. */
export function formLine(text: string, stop = 88): string {
  const properties = paragraphProperties({
    tabs: { val: 'left', pos: twips(stop) },
    spacing: exact(pitches.line),
    jc: 'left',
  })
  return `<w:p>${properties}${run(text, runProperties(inSize(sizes.line)))}</w:p>`
}

/** @param widths of the columns in millimetres */
export function formTable(widths: readonly number[], rows: readonly FormRow[], layout: Layout): string {
  const grid = widths.map((width) => element('gridCol', { w: twips(width) })).join('')
  const line = { val: 'single', sz: rule, space: 0, color: layout.colours.text.value }
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(side, line)).join('')
  const margin = (side: string) => element(side, { w: twips(1.5), type: 'dxa' })
  const properties =
    element('tblW', { w: widths.reduce((sum, width) => sum + twips(width), 0), type: 'dxa' }) +
    `${element('jc', 'center')}<w:tblBorders>${borders}</w:tblBorders>${element('tblLayout', { type: 'fixed' })}` +
    `<w:tblCellMar>${margin('left')}${margin('right')}</w:tblCellMar>`
  const written = rows.map((row) => rowXml(row, widths, layout)).join('')
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written}</w:tbl>`
}

function rowXml(
  { cells, height, isHead, isTall, isSmall, isLarge }: FormRow,
  widths: readonly number[],
  layout: Layout,
): string {
  let column = 0
  const written = cells.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + twips(one), 0)
    column += span
    const properties =
      element('tcW', { w: width, type: 'dxa' }) +
      element('gridSpan', span > 1 ? span : undefined) +
      element('vMerge', cell.merge) +
      element('vAlign', isTall && cell.look !== 'label' ? 'top' : 'center')
    const written = cell.text === '' && cell.picture ? [] : cell.text.split('\n')
    const size = isSmall ? 'small' : isLarge && cell.look !== 'label' ? 'large' : 'cell'
    const lines = written.map((line) => cellParagraph(line, { look: cell.look ?? 'text', size }, layout))
    const picture = cell.picture ? formPicture(cell.picture, cell.picture.number) : ''
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.join('')}${picture}</w:tc>`
  })
  const properties =
    element('cantSplit', true) +
    element('trHeight', { val: twips(height), hRule: 'atLeast' }) +
    element('tblHeader', isHead || undefined)
  return `<w:tr><w:trPr>${properties}</w:trPr>${written.join('')}</w:tr>`
}

type CellLook = { readonly look: NonNullable<FormCell['look']>; readonly size: 'cell' | 'small' | 'large' }

function cellParagraph(text: string, { look, size }: CellLook, { fonts }: Layout): string {
  const properties = paragraphProperties({ spacing: exact(pitches[size]), jc: look === 'text' ? 'left' : 'center' })
  const font = look === 'label' ? inFont(fonts.heiti) : {}
  return `<w:p>${properties}${run(text, runProperties({ ...font, spacing: 0, ...inSize(sizes[size]) }))}</w:p>`
}

function run(text: string, properties: string): string {
  if (text === '') return ''
  const parts = text.split('\t').map((part) => `<w:t xml:space="preserve">${xmlText(part)}</w:t>`)
  const hinted = properties.includes('w:rFonts')
    ? properties
    : `<w:rPr>${element('rFonts', { hint: 'eastAsia' })}${properties.replace(/<\/?w:rPr>/g, '')}</w:rPr>`
  return `<w:r>${hinted}${parts.join('<w:tab/>')}</w:r>`
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The same form gives the same bytes. @param body paragraphs and tables */
export function formDocx(
  body: readonly string[],
  title: string,
  layout: Layout,
  pictures: readonly FormPicture[] = [],
): Uint8Array {
  const encoder = new TextEncoder()
  const texts = Object.entries(partsOf(body, title, layout, pictures.length))
  const media = pictures.map(({ png }, index) => [`word/media/${pictureRelation(index + 1)}.png`, png])
  return writeZip(Object.fromEntries([...texts.map(([name, text]) => [name, encoder.encode(text)]), ...media]))
}

function partsOf(body: readonly string[], title: string, layout: Layout, pictures: number): Record<string, string> {
  const { page } = layout
  const section =
    `<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>` +
    element('pgSz', { w: page.width.value, h: page.height.value }) +
    element('pgMar', {
      top: page.top.value,
      right: page.right.value,
      bottom: page.bottom.value,
      left: page.left.value,
      header: page.header.value,
      footer: page.footer.value,
      gutter: 0,
    }) +
    '</w:sectPr>'
  // A table wants a paragraph behind it; a low one stays on its page.
  const last = `<w:p><w:pPr>${element('pStyle', 'GwAnchor' satisfies StyleId)}</w:pPr></w:p>`
  return {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      `${override('document', 'document.main')}${override('styles', 'styles')}${override('settings', 'settings')}` +
      `${override('fontTable', 'fontTable')}${override('footer1', 'footer')}${override('footer2', 'footer')}` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels': relationships([
      ['document', `${relations}/officeDocument`, 'word/document.xml'],
      ['core', `${packageRelations}/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/document.xml':
      `${declaration}<w:document xmlns:w="${word}" xmlns:r="${relations}"><w:body>${body.join('')}${last}${section}` +
      '</w:body></w:document>',
    'word/_rels/document.xml.rels': relationships([
      ['styles', `${relations}/styles`, 'styles.xml'],
      ['settings', `${relations}/settings`, 'settings.xml'],
      ['fonts', `${relations}/fontTable`, 'fontTable.xml'],
      ['odd', `${relations}/footer`, 'footer1.xml'],
      ['even', `${relations}/footer`, 'footer2.xml'],
      ...Array.from({ length: pictures }, (_, index): [string, string, string] => {
        const name = pictureRelation(index + 1)
        return [name, `${relations}/image`, `media/${name}.png`]
      }),
    ]),
    'word/styles.xml': stylesXml(layout),
    'word/fontTable.xml': fontTableXml(layout),
    'word/settings.xml':
      `${declaration}<w:settings xmlns:w="${word}">${element('evenAndOddHeaders', true)}` +
      `${element('characterSpacingControl', 'doNotCompress')}</w:settings>`,
    'word/footer1.xml': footer('GwPageNumberOdd'),
    'word/footer2.xml': footer('GwPageNumberEven'),
    'docProps/core.xml':
      `${declaration}<cp:coreProperties xmlns:cp="${packageRelations.replace('relationships', 'metadata/core-properties')}"` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`,
  }
}

function override(part: string, type: string): string {
  return `<Override PartName="/word/${part}.xml" ContentType="${contentType}.${type}+xml"/>`
}

function relationships(all: readonly (readonly [string, string, string])[]): string {
  const written = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${declaration}<Relationships xmlns="${packageRelations}">${written.join('')}</Relationships>`
}

/** — 1 — (7.5) */
function footer(style: StyleId): string {
  const hint = `<w:rPr>${element('rFonts', { hint: 'eastAsia' })}</w:rPr>`
  const text = (words: string) => `<w:r>${hint}<w:t xml:space="preserve">${words}</w:t></w:r>`
  const field = (type: string) => `<w:r>${element('fldChar', { fldCharType: type })}</w:r>`
  return (
    `${declaration}<w:ftr xmlns:w="${word}"><w:p><w:pPr>${element('pStyle', style)}</w:pPr>${text('— ')}${field('begin')}` +
    `<w:r><w:instrText xml:space="preserve">PAGE</w:instrText></w:r>${field('separate')}${text('1')}${field('end')}` +
    `${text(' —')}</w:p></w:ftr>`
  )
}
