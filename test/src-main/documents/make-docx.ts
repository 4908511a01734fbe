/** Small DOCX files of our making, to be read: a body in WordprocessingML and further parts as they are. */
import { writeZip } from '../../../src-main/files/zip.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type DocxParts = {
  readonly numbering?: string
  readonly styles?: string
  readonly further?: Readonly<Record<string, string>>
}

/** `body`: what stands between w:body and its end. */
export function makeDocx(body: string, { numbering, styles, further = {} }: DocxParts = {}): Uint8Array {
  const namespaces = `xmlns:w="${word}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`
  const related = (id: string, type: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${type}.xml"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbering ? related('n', 'numbering') : ''}${styles ? related('s', 'styles') : ''}</Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(numbering && { 'word/numbering.xml': `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>` }),
    ...(styles && { 'word/styles.xml': `<w:styles xmlns:w="${word}">${styles}</w:styles>` }),
    ...further,
  }
  return writeZip(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])))
}

/** A paragraph; text between ** is bold. */
export function paragraph(text: string, properties = ''): string {
  const runs = text.split('**').map((piece, index) => {
    const lines = piece.split('\n').map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    return `<w:r>${index % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
  })
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A paragraph with a text box that holds `content`; older programs find the same box a second time. */
export function textBox(content: string): string {
  const box = `<w:txbxContent>${content}</w:txbxContent>`
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}
