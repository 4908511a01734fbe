/** Writes a DOCX by hand, as a program that is not ours would: raw paragraphs, only the properties that a test names. */
import { writeZip } from '../../../../src-main/files/zip.ts'

export type Look = {
  readonly jc?: string
  readonly ind?: string
  readonly spacing?: string
  readonly more?: string
  readonly font?: string
  readonly size?: number
  readonly run?: string
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const namespaces = `xmlns:w="${word}" xmlns:r="${office}"`

/** A paragraph; `more` is raw pPr content before spacing, `run` raw rPr content. */
export function p(text: string, look: Look = {}): string {
  const properties =
    `<w:pPr>${look.more ?? ''}${look.spacing === undefined ? '' : `<w:spacing ${look.spacing}/>`}` +
    `${look.ind === undefined ? '' : `<w:ind ${look.ind}/>`}${look.jc === undefined ? '' : `<w:jc w:val="${look.jc}"/>`}</w:pPr>`
  return `<w:p>${properties}${text === '' ? '' : r(text, look)}</w:p>`
}

/** A run; \t becomes a tab, \n a line break. */
export function r(text: string, { font, size, run }: Pick<Look, 'font' | 'size' | 'run'> = {}): string {
  const fonts = font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`
  const sizes = size === undefined ? '' : `<w:sz w:val="${size}"/>`
  const words = (part: string) => part.split('\n').map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
  const pieces = text.split('\t').map((part) => words(part).join('<w:br/>'))
  return `<w:r><w:rPr>${fonts}${run ?? ''}${sizes}</w:rPr>${pieces.join('<w:tab/>')}</w:r>`
}

export const blank = p('')
export const red = '<w:color w:val="FF0000"/>'

/** The parts of a document; footers are a page number of the right kind unless given. */
export type Parts = {
  readonly body: string
  readonly section?: string
  readonly styles?: string
  readonly settings?: string
  readonly headerFirst?: string
  readonly footers?: Readonly<Record<string, string>>
  readonly extra?: Readonly<Record<string, string>>
}

export function docxOf(parts: Parts): Uint8Array {
  const footers = parts.footers ?? { default: numberLine('right'), even: numberLine('left') }
  const kinds = Object.entries(footers)
  const references = [
    ...(parts.headerFirst === undefined ? [] : [`<w:headerReference w:type="first" r:id="rIdH"/>`]),
    ...kinds.map(([kind]) => `<w:footerReference w:type="${kind}" r:id="rId-${kind}"/>`),
  ].join('')
  const related = [
    ['rIdS', 'styles', 'styles.xml'],
    ['rIdT', 'settings', 'settings.xml'],
    ...kinds.map(([kind]) => [`rId-${kind}`, 'footer', `footer-${kind}.xml`]),
    ...(parts.headerFirst === undefined ? [] : [['rIdH', 'header', 'header.xml']]),
  ]
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(kinds.map(([kind]) => kind)),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(related),
    'word/document.xml': `<w:document ${namespaces}><w:body>${parts.body}${sectionXml(references, parts.section ?? '')}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${namespaces}>${parts.styles ?? standardStyles}</w:styles>`,
    'word/settings.xml': `<w:settings ${namespaces}>${parts.settings ?? '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'}</w:settings>`,
    ...Object.fromEntries(
      kinds.map(([kind, xml]) => [`word/footer-${kind}.xml`, `<w:ftr ${namespaces}>${xml}</w:ftr>`]),
    ),
    ...(parts.headerFirst === undefined
      ? {}
      : { 'word/header.xml': `<w:hdr ${namespaces}>${parts.headerFirst}</w:hdr>` }),
    ...parts.extra,
  }
  return zipOf(files)
}

export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder()
  return writeZip(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])))
}

export function numberLine(side: 'left' | 'right'): string {
  const look = { font: '宋体', size: 28, run: '<w:spacing w:val="0"/>' }
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return (
    `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="360" w:lineRule="exact"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>` +
    `${r('— ', look)}${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${r('1', look)}${field('end')}${r(' —', look)}</w:p>`
  )
}

const margins =
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1411" w:gutter="0"/>'

function sectionXml(references: string, own: string): string {
  const size = own.includes('w:pgSz') ? '' : '<w:pgSz w:w="11906" w:h="16838"/>'
  const page = own.includes('w:pgMar') ? '' : margins
  const grid = own.includes('w:docGrid') ? '' : '<w:docGrid w:type="lines" w:linePitch="579"/>'
  return `<w:sectPr>${references}${size}${page}${own}${grid}</w:sectPr>`
}

/** Defaults of the whole text in 3号仿宋 of exact pitch, as a careful clerk sets them. */
const standardStyles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:kinsoku w:val="1"/>' +
  '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>' +
  '<w:spacing w:line="579" w:lineRule="exact"/></w:pPr><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>' +
  '<w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr></w:style>'

function relationships(related: readonly (readonly string[])[]): string {
  const inner = related.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`
}

function contentTypes(footers: readonly string[]): string {
  const of = (part: string, type: string) =>
    `<Override PartName="/word/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `${of('document.xml', 'document.main')}${of('styles.xml', 'styles')}${of('settings.xml', 'settings')}${of('header.xml', 'header')}` +
    `${footers.map((kind) => of(`footer-${kind}.xml`, 'footer')).join('')}</Types>`
  )
}
