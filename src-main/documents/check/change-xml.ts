/** Changes to a paper's XML (改动): properties where the schema wants them, words in place, parts as bytes again. */
import { childElement, childElements, writeXml, type XmlElement } from '../../files/xml.ts'
import { writeZip } from '../../files/zip.ts'
import { putInOrder } from './check-package.ts'
import type { DocxPackage } from './open-package.ts'
import type { PaperParagraph, RunPiece } from './paper.ts'
import { runsIn } from './read-runs.ts'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** The package with these parts written anew; all others keep their bytes. */
export function packageWith(file: DocxPackage, changed: ReadonlySet<string>): Uint8Array {
  const entries: Record<string, Uint8Array> = { ...file.entries }
  for (const name of changed) {
    const root = file.parts.get(name)
    if (root) entries[name] = writeXml(root)
  }
  return writeZip(entries)
}

/** Sets `<w:name w:key="value"/>` below `parent`; undefined takes an attribute away. */
export function setProperty(parent: XmlElement, name: string, attributes: Attributes): void {
  let own = childElement(parent, name)
  if (!own) {
    own = { name, attributes: {}, children: [] }
    parent.children.push(own)
    putInOrder(parent)
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) delete own.attributes[`w:${key}`]
    else own.attributes[`w:${key}`] = String(value)
  }
}

/** pPr, made if there is none; it comes first. */
export function paragraphProperties(paragraph: XmlElement): XmlElement {
  return firstChild(paragraph, 'w:pPr')
}

/** rPr, made if there is none; it comes first. */
export function runProperties(run: XmlElement): XmlElement {
  return firstChild(run, 'w:rPr')
}

export function setOnParagraph({ xml }: PaperParagraph, name: string, attributes: Attributes): void {
  setProperty(paragraphProperties(xml), name, attributes)
}

export function setOnRuns(runs: readonly RunPiece[], name: string, attributes: Attributes): void {
  for (const { xml } of runs) setProperty(runProperties(xml), name, attributes)
}

/**
 * Puts other words in the place of single characters: offset in the text without the automatic number → words, '' to
 * take the character away. Tabs and breaks cannot be replaced, only taken away.
 */
export function replaceCharacters({ xml }: PaperParagraph, edits: ReadonlyMap<number, string>): void {
  let at = 0
  for (const run of runsIn(xml))
    for (const child of [...childElements(run)]) {
      if (child.name === 'w:t') {
        const text = child.children.filter((node) => typeof node === 'string').join('')
        const start = at
        const changed = [...Array(text.length).keys()].map((index) => edits.get(start + index) ?? text[index]).join('')
        at += text.length
        if (changed === text) continue
        child.children = changed === '' ? [] : [changed]
        child.attributes['xml:space'] = 'preserve'
      } else if (isOneCharacter(child)) {
        if (edits.get(at) === '') run.children = run.children.filter((node) => node !== child)
        at += 1
      }
    }
}

/** Tabs and breaks within the text; page breaks are none of it. */
function isOneCharacter({ name, attributes }: XmlElement): boolean {
  if (name === 'w:br') return attributes['w:type'] !== 'page'
  return ['w:tab', 'w:ptab', 'w:cr', 'w:noBreakHyphen'].includes(name)
}

function firstChild(parent: XmlElement, name: string): XmlElement {
  const own = childElement(parent, name)
  if (own) return own
  const made: XmlElement = { name, attributes: {}, children: [] }
  parent.children.unshift(made)
  return made
}
