/** Breaks a title of one paragraph elsewhere (标题另断). */
import type { PaperParagraph } from '../../../../src-main/documents/check/paper.ts'
import { elementsBelow, type XmlElement } from '../../../../src-main/files/xml.ts'

/** Lines of these lengths and one with the rest. */
export function breakTitle(title: PaperParagraph, lengths: readonly number[]): void {
  const text = title.text.replace(/\s/gu, '')
  const [run, ...others] = [...elementsBelow(title.xml, 'w:r')]
  if (!run) throw new Error('the title has no text')
  const pieces: XmlElement[] = []
  let at = 0
  for (const length of [...lengths, text.length]) {
    if (at > 0) pieces.push({ name: 'w:br', attributes: {}, children: [] })
    pieces.push({ name: 'w:t', attributes: {}, children: [text.slice(at, at + length)] })
    at += length
  }
  const isText = (child: XmlElement | string) => typeof child !== 'string' && /^w:(t|br)$/.test(child.name)
  run.children = [...run.children.filter((child) => !isText(child)), ...pieces]
  for (const other of others) other.children = other.children.filter((child) => !isText(child))
}
