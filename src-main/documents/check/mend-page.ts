/** Mends what concerns pages, grid and package (页面的订正). Each takes a subject, changes its XML and names the parts. */
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { runProperties, setProperty } from './change-xml.ts'
import type { Subject } from './check.ts'
import { disorderly, lineRules, putInOrder } from './check-package.ts'
import { sizeOf } from './measure.ts'
import { relationsOf } from './open-package.ts'
import type { PaperParagraph, Section } from './paper.ts'

/** Changes a subject's XML and returns the parts that it changed. */
export type Mend = (subject: Subject) => readonly string[]

export const pageMends: Readonly<Record<number, Mend>> = {
  2: ({ paper }) =>
    [...paper.file.parts].flatMap(([name, root]) => {
      const wrong = disorderly(root)
      wrong.forEach(putInOrder)
      return wrong.length > 0 ? [name] : []
    }),
  3: eachSection((section, { layout }) => {
    const { width, height } = layout.page
    const [w, h] = section.isLandscape ? [height.value, width.value] : [width.value, height.value]
    setProperty(section.xml, 'w:pgSz', { w, h })
  }),
  4: eachSection(setHeight),
  5: eachSection(setWidth),
  6: eachSection(setWidth),
  7: eachSection(setHeight),
  11: eachSection(({ xml, grid }, { layout }) => {
    const type = grid.type === 'linesAndChars' ? grid.type : 'lines'
    setProperty(xml, 'w:docGrid', { type, linePitch: layout.grid.pitch.value })
  }),
  12: ({ paper, layout }) => {
    const { normal, byId } = paper.styles
    const style = normal === undefined ? undefined : byId.get(normal)
    const part = partNamed(paper.file.parts, paper.file.main, 'styles')
    if (!style || part === undefined) return []
    paper.paragraphs.forEach(keepSize)
    const own = styleRunProperties(style)
    setProperty(own, 'w:sz', { val: layout.text.size.value })
    setProperty(own, 'w:szCs', { val: layout.text.size.value })
    return [part, paper.file.main]
  },
  14: ({ paper }) =>
    [...paper.file.parts].flatMap(([name, root]) => {
      const wrong = [...elementsBelow(root, 'w:spacing')].filter(({ attributes }) => {
        const rule = attributes['w:lineRule']
        return rule !== undefined && !lineRules.has(rule)
      })
      for (const { attributes } of wrong) attributes['w:lineRule'] = 'exact'
      return wrong.length > 0 ? [name] : []
    }),
  71: eachSection((section, { layout }) => setUprightMargin(section, { footer: layout.page.footer.value })),
}

/** The part that the main one refers to by this type. */
export function partNamed(parts: ReadonlyMap<string, XmlElement>, main: string, type: string): string | undefined {
  const target = relationsOf(parts, main).find((relation) => relation.type === type)?.target
  return target !== undefined && parts.has(target) ? target : undefined
}

function eachSection(change: (section: Section, subject: Subject) => void): Mend {
  return (subject) => {
    for (const section of subject.paper.sections) change(section, subject)
    return [subject.paper.file.main]
  }
}

/** Both margins together: one alone would spoil the type area. */
function setHeight(section: Section, { layout: { page } }: Subject): void {
  setUprightMargin(section, { top: page.top.value, bottom: page.bottom.value })
}

function setWidth(section: Section, { layout: { page } }: Subject): void {
  setUprightMargin(section, { left: page.left.value, right: page.right.value, gutter: 0 })
}

function setUprightMargin(section: Section, margins: Readonly<Record<string, number>>): void {
  if (section.isLandscape) return
  // A margin that the file leaves out has to be given with the others.
  setProperty(section.xml, 'w:pgMar', { ...section.margins, ...ownMargins(section), ...margins })
}

function ownMargins({ xml }: Section): Record<string, string> {
  const own = childElement(xml, 'w:pgMar')?.attributes ?? {}
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key.replace('w:', ''), value]))
}

/** Text that took its size from Normal keeps it when Normal changes. */
function keepSize(paragraph: PaperParagraph): void {
  for (const run of paragraph.runs) {
    const own = runProperties(run.xml)
    if (!childElement(own, 'w:sz')) setProperty(own, 'w:sz', { val: sizeOf(run) })
  }
}

function styleRunProperties(style: XmlElement): XmlElement {
  const own = childElement(style, 'w:rPr')
  if (own) return own
  const made: XmlElement = { name: 'w:rPr', attributes: {}, children: [] }
  const before = childElements(style).findIndex(({ name }) => /^w:(tblPr|trPr|tcPr|tblStylePr)$/.test(name))
  style.children.splice(before < 0 ? style.children.length : before, 0, made)
  return made
}
