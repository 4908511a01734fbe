/** Opens a DOCX as a program that reads it does: parts by name, XML as a tree that must be well-formed. */
import { readZip } from '../../../src-main/files/zip.ts'

export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
}

/** Every XML part as a tree. @throws when a part is not well-formed */
export function openDocx(bytes: Uint8Array): Readonly<Record<string, Xml>> {
  const parts = Object.entries(readZip(bytes))
  return Object.fromEntries(parts.map(([name, part]) => [name, parseXml(new TextDecoder().decode(part))]))
}

export function parseXml(xml: string): Xml {
  const root = { name: '', attributes: {}, children: [] as (Xml | string)[] }
  const open: { name: string; attributes: Record<string, string>; children: (Xml | string)[] }[] = [root]
  const top = () => open.at(-1) ?? root
  for (const [token] of xml.matchAll(/<\?[^>]*\?>|<[^>]+>|[^<]+/g)) {
    if (token.startsWith('<?')) continue
    if (!token.startsWith('<')) top().children.push(decode(token))
    else if (token.startsWith('</')) {
      if (open.pop()?.name !== token.slice(2, -1).trim()) throw new Error(`unexpected ${token}`)
    } else {
      const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? ''
      const pairs = [...token.matchAll(/\s([^\s=]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ])
      const element = { name, attributes: Object.fromEntries(pairs), children: [] }
      top().children.push(element)
      if (!token.endsWith('/>')) open.push(element)
    }
  }
  const element = root.children.find((child) => typeof child !== 'string')
  if (open.length !== 1 || typeof element !== 'object') throw new Error('not well-formed')
  return element
}

/** Elements of that name below `xml`, in order. */
export function all(xml: Xml | undefined, name: string): Xml[] {
  if (!xml) return []
  const below = xml.children.filter((child): child is Xml => typeof child !== 'string')
  return below.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

export function first(xml: Xml | undefined, name: string): Xml | undefined {
  return all(xml, name)[0]
}

/** Attribute `w:val`, or another one, of the first element of that name. */
export function value(xml: Xml | undefined, name: string, attribute = 'w:val'): string | undefined {
  return first(xml, name)?.attributes[attribute]
}

/** Text of a paragraph or cell; tabs and line breaks as \t and \n. Boxes of text are not part of it. */
export function textOf(xml: Xml | undefined): string {
  if (!xml || xml.name === 'w:drawing') return ''
  if (xml.name === 'w:tab' && xml.attributes['w:val'] === undefined) return '\t'
  if (xml.name === 'w:br') return '\n'
  return xml.children
    .map((child) => (typeof child === 'string' ? (xml.name === 'w:t' ? child : '') : textOf(child)))
    .join('')
}

/** Style and text of each paragraph of the body, in order; a table is one entry. */
export function flow(document: Xml | undefined): { style: string; text: string; xml: Xml }[] {
  const body = first(document, 'w:body')
  const blocks = (body?.children ?? []).filter((child): child is Xml => typeof child !== 'string')
  return blocks
    .filter((xml) => xml.name !== 'w:sectPr')
    .map((xml) => ({ style: xml.name === 'w:tbl' ? 'table' : (value(xml, 'w:pStyle') ?? ''), text: textOf(xml), xml }))
}

/** A property of a style, looked up along its base styles. */
export function styleValue(styles: Xml | undefined, id: string, name: string, attribute = 'w:val'): string | undefined {
  const style = all(styles, 'w:style').find((one) => one.attributes['w:styleId'] === id)
  if (!style) return undefined
  const own = value(style, name, attribute)
  return own ?? styleValue(styles, value(style, 'w:basedOn') ?? '', name, attribute)
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
