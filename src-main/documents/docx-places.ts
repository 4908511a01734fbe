/**
 * Places in the flow (占位段落) of what we write as raw WordprocessingML: tables and pictures are put there when the
 * library has made the rest.
 */
import { Paragraph } from 'docx'
import type { PictureParts } from './docx-pictures.ts'
import { element } from './docx-xml.ts'

/** XML of one document by the paragraphs whose places it will take, and the pictures that it may show. */
export type Places = {
  readonly held: Map<string, string>
  readonly pictures: PictureParts
  readonly nextPictureId: () => number
}

export function newPlaces(pictures: PictureParts): Places {
  // Beyond the ids of the boxes of text.
  let id = 100
  const nextPictureId = () => {
    id += 1
    return id
  }
  return { held: new Map(), pictures, nextPictureId }
}

/** A paragraph that holds the place of `xml` in the flow. */
export function holdPlace(places: Places, xml: string): Paragraph {
  const style = `GwPlace${places.held.size + 1}`
  places.held.set(`<w:p><w:pPr>${element('pStyle', style)}</w:pPr></w:p>`, xml)
  return new Paragraph({ style })
}

/** document.xml with everything in its place. */
export function fillPlaces(xml: string, { held }: Places): string {
  let rest = xml
  const filled: string[] = []
  for (const [place, content] of held) {
    const at = rest.indexOf(place)
    if (at === -1) throw new Error(`the place ${place} is not in the document`)
    filled.push(rest.slice(0, at), content)
    rest = rest.slice(at + place.length)
  }
  return filled.join('') + rest
}
