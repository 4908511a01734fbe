/** Sections (节): paper, margins, grid, and the headers and footers that each has or takes over from the one before. */
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { type DocxPackage, relationsOf } from './open-package.ts'
import type { HeaderFooter, PaperParagraph, Section } from './paper.ts'
import { isOn, layered, noProperties, plainAttributes, toNumber } from './properties.ts'

type ReadPart = (part: string, xml: XmlElement) => readonly PaperParagraph[]

export function readSections(file: DocxPackage, readPart: ReadPart): Section[] {
  const targets = new Map(relationsOf(file.parts, file.main).map(({ id, target }) => [id, target]))
  const known = new Map<string, HeaderFooter>()
  const partOf = (id: string): HeaderFooter | undefined => {
    const part = targets.get(id) ?? ''
    const xml = file.parts.get(part)
    if (!xml) return undefined
    const found = known.get(part) ?? { part, xml, paragraphs: readPart(part, xml) }
    known.set(part, found)
    return found
  }
  const sections: Section[] = []
  for (const xml of sectionElements(file)) {
    const above = sections.at(-1)
    const referred = (name: string, inherited: Section['footers'] | undefined) => {
      const own: Record<string, HeaderFooter> = { ...inherited }
      for (const reference of childElements(xml, name)) {
        const found = partOf(reference.attributes['r:id'] ?? '')
        if (found) own[reference.attributes['w:type'] ?? 'default'] = found
      }
      return own
    }
    sections.push({
      ...pageOf(xml),
      xml,
      footers: referred('w:footerReference', above?.footers),
      headers: referred('w:headerReference', above?.headers),
    })
  }
  return sections
}

/** Every sectPr of the body, in order. */
export function sectionElements(file: DocxPackage): XmlElement[] {
  const body = childElement(file.parts.get(file.main), 'w:body')
  const inside = [...elementsBelow(body, 'w:pPr')].flatMap((properties) => childElements(properties, 'w:sectPr'))
  const last = childElement(body, 'w:sectPr')
  return last ? [...inside, last] : inside
}

/** Word's own paper and margins where the file says nothing. */
function pageOf(xml: XmlElement): Omit<Section, 'xml' | 'footers' | 'headers'> {
  const size = plainAttributes(childElement(xml, 'w:pgSz'))
  const margins = plainAttributes(childElement(xml, 'w:pgMar'))
  const properties = layered(noProperties, xml)
  const [width, height] = [toNumber(size.w) ?? 12240, toNumber(size.h) ?? 15840]
  const margin = (side: string, byDefault: number) => toNumber(margins[side]) ?? byDefault
  return {
    width,
    height,
    isLandscape: width > height,
    type: plainAttributes(childElement(xml, 'w:type')).val ?? 'nextPage',
    margins: {
      top: margin('top', 1440),
      right: margin('right', 1440),
      bottom: margin('bottom', 1440),
      left: margin('left', 1440),
      header: margin('header', 720),
      footer: margin('footer', 720),
      gutter: margin('gutter', 0),
    },
    grid: plainAttributes(childElement(xml, 'w:docGrid')),
    hasTitlePage: isOn(properties, 'titlePg'),
    startNumber: plainAttributes(childElement(xml, 'w:pgNumType')).start,
  }
}
