/** Changes exactly one thing in a DOCX: finds a part of the document as the check does and edits its XML. */
import { packageWith, setOnParagraph, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import type { Subject } from '../../../../src-main/documents/check/check.ts'
import { subjectOf } from '../../../../src-main/documents/check/check-document.ts'
import type { PaperParagraph } from '../../../../src-main/documents/check/paper.ts'
import { childElement, elementsBelow, type XmlElement } from '../../../../src-main/files/xml.ts'
import { defaultLayout } from '../../../../src-shared/layouts.ts'

export type Change = (subject: Subject) => void

export function mutated(bytes: Uint8Array, change: Change): Uint8Array {
  const subject = subjectOf(bytes, defaultLayout)
  change(subject)
  return packageWith(subject.paper.file, new Set(subject.paper.file.parts.keys()))
}

/** The first element found must be there, or the mutation would test nothing. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing to mutate')
  return value
}

export function bodyWith(subject: Subject, pattern: RegExp): PaperParagraph {
  return must(subject.found.body.find(({ text }) => pattern.test(text)))
}

/** Other words in the first piece of text that has them. */
export function reword(paragraph: PaperParagraph, from: string, to: string): void {
  const piece = must([...elementsBelow(paragraph.xml, 'w:t')].find(({ children }) => children.join('').includes(from)))
  piece.children = [piece.children.join('').replace(from, to)]
}

export function eachSection(subject: Subject, name: string, attributes: Record<string, string | number>): void {
  for (const { xml } of subject.paper.sections) setProperty(xml, name, attributes)
}

export function removeBlankBefore(subject: Subject, paragraph: PaperParagraph): void {
  const body = bodyOf(subject)
  const at = body.children.indexOf(paragraph.xml)
  body.children.splice(at - 1, 1)
}

export function insertBlankBefore(subject: Subject, paragraph: PaperParagraph): void {
  const body = bodyOf(subject)
  const above = must(body.children[body.children.indexOf(paragraph.xml) - 1])
  body.children.splice(body.children.indexOf(paragraph.xml), 0, structuredClone(above))
}

export function bodyOf(subject: Subject): XmlElement {
  return must(childElement(subject.paper.file.parts.get(subject.paper.file.main), 'w:body'))
}

/** A border of its own in place of the style's. */
export function setBottomBorder(paragraph: PaperParagraph, attributes: Record<string, string | number>): void {
  const border = { val: 'single', sz: 8, space: 7, color: 'FF0000', ...attributes }
  setOnParagraph(paragraph, 'w:pBdr', {})
  const holder = must(childElement(must(childElement(paragraph.xml, 'w:pPr')), 'w:pBdr'))
  holder.children = []
  setProperty(holder, 'w:bottom', border)
}

export function styleOf(subject: Subject, id: string): XmlElement {
  return must(subject.paper.styles.byId.get(id))
}

export function removeChild(parent: XmlElement, name: string): void {
  must(childElement(parent, name))
  parent.children = parent.children.filter((child) => typeof child === 'string' || child.name !== name)
}
