/** Properties (属性) of paragraphs and runs as Word adds them up, layer on layer, and how their values are read. */
import { childElement, childElements, type XmlElement } from '../../files/xml.ts'

/**
 * Name without prefix → attributes without prefix. Borders stand as `pBdr/bottom`, tab stops as `tab/6324`; an on/off
 * property has an empty record or `val`.
 */
export type Properties = Readonly<Record<string, Readonly<Record<string, string>>>>

export const noProperties: Properties = {}

/** The properties of `xml` (pPr, rPr, tblPr …) laid over those below. */
export function layered(below: Properties, xml: XmlElement | undefined): Properties {
  if (!xml || xml.children.length === 0) return below
  const result: Record<string, Readonly<Record<string, string>>> = { ...below }
  for (const child of childElements(xml)) {
    const name = localName(child.name)
    const own = plainAttributes(child)
    if (name === 'pBdr' || name === 'tblBorders' || name === 'tcBorders')
      for (const side of childElements(child)) result[`${name}/${sideOf(side.name)}`] = plainAttributes(side)
    else if (name === 'tabs') layTabs(result, child)
    else if (name === 'numPr')
      for (const part of childElements(child)) result[localName(part.name)] = plainAttributes(part)
    else if (name === 'ind') result[name] = indentOver(result[name] ?? {}, own)
    else if (name === 'rFonts') result[name] = fontsOver(result[name] ?? {}, own)
    else if (name === 'spacing') result[name] = { ...result[name], ...own }
    else if (name !== 'rPr' && name !== 'sectPr') result[name] = own
  }
  return result
}

/** One layer of properties over another, by the same rules as within a file. */
export function over(below: Properties, above: Properties): Properties {
  const result: Record<string, Readonly<Record<string, string>>> = { ...below }
  for (const [name, own] of Object.entries(above)) {
    if (name === 'ind' || name === 'spacing' || name === 'rFonts')
      result[name] = layered({ [name]: below[name] ?? {} }, asElement(name, own))[name] ?? own
    else result[name] = own
  }
  return result
}

function asElement(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
  return { name: '', attributes: {}, children: [{ name, attributes: { ...attributes }, children: [] }] }
}

/** An on/off property: present means on unless it says otherwise. */
export function isOn(properties: Properties, name: string, byDefault = false): boolean {
  const own = properties[name]
  if (!own) return byDefault
  return !['0', 'false', 'off', 'none'].includes(own.val ?? '1')
}

/** A number as written: plain, or in a unit (`12pt`, `1.5cm`), which becomes twips; undefined when absent or no number. */
export function numberIn(properties: Properties, name: string, attribute = 'val'): number | undefined {
  return toNumber(properties[name]?.[attribute])
}

export function toNumber(written: string | undefined): number | undefined {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*(pt|cm|mm|in|pc|pi)?\s*$/.exec(written ?? '')
  if (!match) return undefined
  return Number(match[1]) * (twipsPer[match[2] ?? ''] ?? 1)
}

const twipsPer: Readonly<Record<string, number>> = {
  pt: 20,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
  in: 1440,
  pc: 240,
  pi: 240,
}

/** Attributes of an element without their prefix. */
export function plainAttributes(element: XmlElement | undefined): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {}
  for (const [key, value] of Object.entries(element?.attributes ?? {})) plain[localName(key)] = value
  return plain
}

/** Attribute `w:val`, or another, of a child. */
export function childValue(element: XmlElement | undefined, child: string, attribute = 'w:val'): string | undefined {
  return childElement(element, child)?.attributes[attribute]
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function sideOf(name: string): string {
  const side = localName(name)
  return side === 'start' ? 'left' : side === 'end' ? 'right' : side
}

function layTabs(result: Record<string, Readonly<Record<string, string>>>, tabs: XmlElement): void {
  for (const tab of childElements(tabs)) {
    const own = plainAttributes(tab)
    const key = `tab/${own.pos}`
    if (own.val === 'clear') delete result[key]
    else result[key] = own
  }
}

/** Hanging and first-line indents exclude each other; the later says which. */
function indentOver(below: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) {
  const named: Record<string, string> = {}
  for (const [key, value] of Object.entries(own)) named[key.replace('start', 'left').replace('end', 'right')] = value
  const result: Record<string, string> = { ...below }
  if ('hanging' in named || 'hangingChars' in named) {
    delete result.firstLine
    delete result.firstLineChars
  }
  if ('firstLine' in named || 'firstLineChars' in named) {
    delete result.hanging
    delete result.hangingChars
  }
  return { ...result, ...named }
}

const slots = ['ascii', 'hAnsi', 'eastAsia', 'cs'] as const

/** Within one layer a theme font wins over a named one; a later named one wins over an earlier theme font. */
function fontsOver(below: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) {
  const result: Record<string, string> = { ...below }
  for (const slot of slots) {
    const theme = slot === 'cs' ? 'cstheme' : `${slot}Theme`
    if (own[theme] !== undefined) {
      delete result[slot]
      result[theme] = own[theme]
    } else if (own[slot] !== undefined) {
      delete result[theme]
      result[slot] = own[slot]
    }
  }
  if (own.hint !== undefined) result.hint = own.hint
  return result
}
