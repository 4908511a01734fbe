/** Mends the empty lines (空行) between two parts: as many as the layout says, of its pitch. */
import type { Layout } from '../../../src-shared/layouts.ts'
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { setOnParagraph } from './change-xml.ts'
import type { Subject } from './check.ts'
import { isBlank } from './measure.ts'
import type { Mend } from './mend-page.ts'
import type { PaperParagraph } from './paper.ts'

export const blankLineMends: Readonly<Record<number, Mend>> = {
  31: (subject) => {
    const { head } = subject.found
    return setBlankLines(
      subject,
      head.mark.at(-1),
      head.signers[0] ?? head.number,
      subject.layout.number.linesAbove.value,
    )
  },
  40: (subject) => {
    const { head, title } = subject.found
    return setBlankLines(subject, head.redLine?.at ?? head.number, title[0], subject.layout.title.linesAbove.value)
  },
  61: (subject) => {
    const wanted = subject.layout.annex.titleLine.value - 2
    const changed = subject.found.annexes.flatMap(({ label, title }) => {
      if (title[0]) setOnParagraph(title[0], 'w:jc', { val: 'center' })
      return setBlankLines(subject, label, title[0], wanted)
    })
    return [...new Set([subject.paper.file.main, ...changed])]
  },
}

/** Empty paragraphs between the two are made anew; one that ends a section or holds a drawing stays. */
export function setBlankLines(
  { paper, layout }: Subject,
  above: PaperParagraph | null | undefined,
  below: PaperParagraph | null | undefined,
  count: number,
): readonly string[] {
  if (!above || !below || above.place !== 'body' || below.place !== 'body') return []
  const parent = parentOf(paper.file.parts.get(paper.file.main), below.xml)
  if (!parent) return []
  const between = paper.paragraphs.slice(paper.paragraphs.indexOf(above) + 1, paper.paragraphs.indexOf(below))
  const gone = new Set(
    between.filter((one) => one.place === 'body' && isBlank(one) && isPlain(one)).map(({ xml }) => xml),
  )
  parent.children = parent.children.filter((child) => typeof child === 'string' || !gone.has(child))
  setOnParagraph(above, 'w:spacing', { after: 0, afterLines: undefined, afterAutospacing: undefined })
  setOnParagraph(below, 'w:spacing', { before: 0, beforeLines: undefined, beforeAutospacing: undefined })
  const lines = Array.from({ length: count }, () => blankLine(layout))
  parent.children.splice(parent.children.indexOf(below.xml), 0, ...lines)
  return [paper.file.main]
}

function isPlain({ xml, boxes }: PaperParagraph): boolean {
  return (
    boxes.length === 0 &&
    !childElement(childElement(xml, 'w:pPr'), 'w:sectPr') &&
    elementsBelow(xml, 'w:br').next().done === true
  )
}

function parentOf(root: XmlElement | undefined, wanted: XmlElement): XmlElement | undefined {
  if (!root) return undefined
  const children = childElements(root)
  if (children.includes(wanted)) return root
  for (const child of children) {
    const found = child.name === 'w:p' ? undefined : parentOf(child, wanted)
    if (found) return found
  }
  return undefined
}

function blankLine({ grid }: Layout): XmlElement {
  const property = (name: string, attributes: Record<string, string>): XmlElement => ({
    name,
    attributes,
    children: [],
  })
  const spacing = { 'w:before': '0', 'w:after': '0', 'w:line': String(grid.pitch.value), 'w:lineRule': 'exact' }
  const own = [property('w:snapToGrid', { 'w:val': '0' }), property('w:spacing', spacing)]
  return { name: 'w:p', attributes: {}, children: [{ name: 'w:pPr', attributes: {}, children: own }] }
}
