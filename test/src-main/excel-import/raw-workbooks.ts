/** Workbooks written sign by sign (手写的工作簿), as programs other than ours write them. */
import { strToU8, zipSync } from 'fflate'

export type RawParts = {
  /** Inside `worksheet`. */
  readonly sheet: string
  /** Inside `sst`. */
  readonly shared?: string
  /** Inside `styleSheet`. */
  readonly styles?: string
  /** Beside `sheets`. */
  readonly workbook?: string
  readonly prefix?: string
  readonly namespaces?: 'transitional' | 'strict'
  /** Parts in another order than usual, and names with other capitals. */
  readonly isOdd?: boolean
}

const places = {
  transitional: ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://schemas.openxmlformats.org'],
  strict: ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'http://purl.oclc.org/ooxml'],
} as const

export function rawBytes(parts: RawParts): Uint8Array {
  const { sheet, shared, styles, workbook = '', prefix = '', namespaces = 'transitional', isOdd = false } = parts
  const [main, base] = places[namespaces]
  const relations = namespaces === 'strict' ? `${base}/officeDocument` : `${base}/officeDocument/2006`
  const root = (name: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><${prefix}${name} xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${main}">${inner}</${prefix}${name}>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/relationships/${type}" Target="${target}"/>`
  const list = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const sheets = `<${prefix}sheets><${prefix}sheet name="2026年宣讲" sheetId="1" r:id="a" xmlns:r="${relations}/relationships"/></${prefix}sheets>`
  const files: [string, string][] = [
    ['xl/worksheets/sheet1.xml', root('worksheet', sheet)],
    [
      'xl/_rels/workbook.xml.rels',
      list(
        [
          relation('a', 'worksheet', isOdd ? '/xl/worksheets/Sheet1.xml' : 'worksheets/sheet1.xml'),
          relation('b', 'sharedStrings', 'sharedStrings.xml'),
          relation('c', 'styles', 'styles.xml'),
        ].join(''),
      ),
    ],
    ['xl/workbook.xml', root('workbook', workbook + sheets)],
    ['_rels/.rels', list(relation('w', 'officeDocument', 'xl/workbook.xml'))],
    ['[Content_Types].xml', '<Types/>'],
  ]
  if (styles) files.push(['xl/styles.xml', root('styleSheet', styles)])
  if (shared) files.push(['xl/sharedStrings.xml', root('sst', shared)])
  const ordered = isOdd ? files : files.toReversed()
  return zipSync(Object.fromEntries(ordered.map(([name, text]) => [name, strToU8(text)])))
}

export function rawFile(parts: RawParts, name = '台账.xlsx'): File {
  return new File([new Uint8Array(rawBytes(parts))], name)
}

/** A cell of inline text; the reference may be left out. */
export const inline = (text: string, reference = ''): string =>
  `<c${reference === '' ? '' : ` r="${reference}"`} t="inlineStr"><is><t>${text}</t></is></c>`

/** Rows of inline texts without references, as small programs write them. */
export const inlineRows = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells) => `<row>${cells.map((text) => inline(text)).join('')}</row>`).join('')}</sheetData>`
