/** Raw WordprocessingML (公文的 XML): text made safe, and properties in the order that the schema fixes. */

import { printable } from './printable-text.ts'

/** A text as it may stand in an element or attribute; what cannot be printed is left out. */
export function xmlText(text: string): string {
  if (!/[^\p{L}\p{N}]/u.test(text)) return text
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** `<w:name w:key="value"/>`; a plain value becomes `w:val`, true an empty element, undefined nothing. */
export function element(name: string, value: Value): string {
  if (value === undefined) return ''
  if (value === true) return `<w:${name}/>`
  const attributes = typeof value === 'object' ? value : { val: value }
  const written = Object.entries(attributes).map(([key, part]) => ` w:${key}="${xmlText(String(part))}"`)
  return `<w:${name}${written.join('')}/>`
}

export type Value = string | number | true | undefined | Readonly<Record<string, string | number>>

/** ECMA-376 part 1, 17.3.1.26: the order of pPr; only what our styles use. */
const paragraphOrder = [
  'keepNext',
  'pageBreakBefore',
  'widowControl',
  'pBdr',
  'tabs',
  'kinsoku',
  'wordWrap',
  'overflowPunct',
  'topLinePunct',
  'autoSpaceDE',
  'autoSpaceDN',
  'adjustRightInd',
  'snapToGrid',
  'spacing',
  'ind',
  'jc',
  'textAlignment',
  'outlineLvl',
] as const
/** 17.3.2.28: the order of rPr. */
const runOrder = ['rFonts', 'b', 'color', 'spacing', 'w', 'kern', 'sz', 'szCs', 'lang'] as const

export type ParagraphProperties = { readonly [Name in (typeof paragraphOrder)[number]]?: Value } & {
  readonly pBdr?: Readonly<Record<string, string | number>>
  readonly tabs?: Readonly<Record<string, string | number>>
}
export type RunProperties = { readonly [Name in (typeof runOrder)[number]]?: Value }

/** `<w:pPr>` in schema order. `pBdr` is the bottom border, `tabs` one tab stop. */
export function paragraphProperties(properties: ParagraphProperties): string {
  const inner = paragraphOrder.map((name) => {
    const value = properties[name]
    if (name === 'pBdr' && value) return `<w:pBdr>${element('bottom', value)}</w:pBdr>`
    if (name === 'tabs' && value) return `<w:tabs>${element('tab', value)}</w:tabs>`
    return element(name, value)
  })
  return inner.some(Boolean) ? `<w:pPr>${inner.join('')}</w:pPr>` : ''
}

/** `<w:rPr>` in schema order. */
export function runProperties(properties: RunProperties): string {
  const inner = runOrder.map((name) => element(name, properties[name]))
  return inner.some(Boolean) ? `<w:rPr>${inner.join('')}</w:rPr>` : ''
}

/** A paragraph in that style; `\t` in a line is a tab. */
export function paragraphXml(style: string, lines: readonly string[], keepNext = false): string {
  const written = lines.map(lineXml).join('<w:br/>')
  const run = written === '' ? '' : `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${written}</w:r>`
  return `<w:p><w:pPr>${element('pStyle', style)}${element('keepNext', keepNext || undefined)}</w:pPr>${run}</w:p>`
}

/** Runs with the hint without which “ ” — … · take the Latin font. */
export function runsXml(
  runs: readonly {
    readonly text: string
    readonly style?: string | undefined
    readonly isBold?: boolean | undefined
  }[],
): string {
  return runs
    .map(({ text, style, isBold }) => {
      const bold = isBold ? '<w:b/><w:bCs/>' : ''
      return `<w:r><w:rPr>${element('rStyle', style)}<w:rFonts w:hint="eastAsia"/>${bold}</w:rPr>${lineXml(text)}</w:r>`
    })
    .join('')
}

function lineXml(line: string): string {
  return line.split('\t').map(textXml).join('<w:tab/>')
}

function textXml(text: string): string {
  return text === '' ? '' : `<w:t xml:space="preserve">${xmlText(text)}</w:t>`
}
