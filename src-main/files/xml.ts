/** XML of foreign files (外来 XML), as a tree that can be changed and written back; the only file that knows the XML library. */
import { SaxesParser } from 'saxes'
import { Problem } from '../../src-shared/problems.ts'

/**
 * An element: known namespaces carry their usual prefix (`w:p`) whatever the file calls them; attributes in the order
 * of the file.
 */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

/** What a tree may hold; `elements` and `characters` of text count down over several parts of one file. */
export type XmlBudget = { elements: number; characters: number; readonly depth: number }

/**
 * The root of a well-formed document; comments and processing instructions are left out.
 * @throws Problem FILE_UNREADABLE: not well-formed, not text, a DOCTYPE (nothing is ever expanded), or beyond the budget
 */
export function parseXml(bytes: Uint8Array, budget: XmlBudget): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: { element: XmlElement; prefixes: Prefixes }[] = []
  let root: XmlElement | undefined
  parser.on('doctype', () => {
    throw new Problem(
      'FILE_UNREADABLE',
      '文件里有不允许的 DOCTYPE 声明，可能被人改动过，请不要打开，向来文单位另要一份。',
    )
  })
  parser.on('opentag', ({ name, attributes }) => {
    budget.elements -= 1
    if (budget.elements < 0 || open.length >= budget.depth) throw tooLarge()
    const prefixes = declaredPrefixes(attributes, open.at(-1)?.prefixes ?? noPrefixes)
    const element: XmlElement = {
      name: renamed(name, prefixes),
      attributes: namedAlike(attributes, prefixes),
      children: [],
    }
    open.at(-1)?.element.children.push(element)
    root ??= element
    open.push({ element, prefixes })
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (text: string) => {
    budget.characters -= text.length
    if (budget.characters < 0) throw tooLarge()
    open.at(-1)?.element.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    const text = decoded(bytes)
    // Counted beforehand: the tree of a bomb is costly even where it is given up half-way.
    if (countTags(text) > budget.elements) throw tooLarge()
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('FILE_UNREADABLE', '文件已损坏（其中的 XML 不完整），请用 Word 或 WPS 打开后另存一份再试。', {
      cause: error,
    })
  }
  if (!root) throw new Problem('FILE_UNREADABLE', '文件已损坏（其中的 XML 是空的），请另要一份。')
  return root
}

/** The tree as the bytes of a whole document. */
export function writeXml(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${written(root)}`)
}

/** Children that are elements, of one name or of any. */
export function childElements(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  return found
}

export function childElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** Every element below, in the order of the document. */
export function* elementsBelow(element: XmlElement | undefined, name?: string): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (name === undefined || child.name === name) yield child
    yield* elementsBelow(child, name)
  }
}

type Prefixes = ReadonlyMap<string, string>
const noPrefixes: Prefixes = new Map()

/** Prefixes by which our code knows the namespaces; both the transitional and the strict ones of ISO/IEC 29500. */
const usualPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
}

/** Prefix in the file → usual prefix, where they differ. */
function declaredPrefixes(attributes: Readonly<Record<string, string>>, above: Prefixes): Prefixes {
  let prefixes = above
  for (const [key, value] of Object.entries(attributes)) {
    const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : undefined
    if (prefix === undefined) continue
    const usual = usualPrefixes[value]
    if (usual === undefined || usual === prefix) {
      if (prefixes.has(prefix)) prefixes = new Map([...prefixes].filter(([known]) => known !== prefix))
    } else prefixes = new Map([...prefixes, [prefix, usual]])
  }
  return prefixes
}

function renamed(name: string, prefixes: Prefixes): string {
  if (prefixes.size === 0) return name
  const colon = name.indexOf(':')
  const usual = prefixes.get(colon < 0 ? '' : name.slice(0, colon))
  return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`
}

function namedAlike(attributes: Readonly<Record<string, string>>, prefixes: Prefixes): Record<string, string> {
  if (prefixes.size === 0) return { ...attributes }
  const pairs = Object.entries(attributes).map(([key, value]) => {
    if (key === 'xmlns') return [prefixes.has('') ? `xmlns:${prefixes.get('')}` : key, value]
    if (key.startsWith('xmlns:')) return [`xmlns:${prefixes.get(key.slice(6)) ?? key.slice(6)}`, value]
    return [key.includes(':') ? renamed(key, prefixes) : key, value]
  })
  return Object.fromEntries(pairs)
}

/** Tags that open an element; those in comments count too. */
function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next !== slash && next !== exclamation && next !== question) count += 1
  }
  return count
}
const [slash, exclamation, question] = [0x2f, 0x21, 0x3f]

function tooLarge(): Problem {
  return new Problem('FILE_UNREADABLE', '文件内容过大或结构异常，无法读取。请拆成几个文件后再试。')
}

/** UTF-8 or, with its mark, UTF-16; anything else is no XML of an office program. */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

function written(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes).map(
    ([key, value]) =>
      ` ${key}="${escaped(value)
        .replace(/"/g, '&quot;')
        .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)}"`,
  )
  const start = `<${node.name}${attributes.join('')}`
  return node.children.length === 0 ? `${start}/>` : `${start}>${node.children.map(written).join('')}</${node.name}>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
}
