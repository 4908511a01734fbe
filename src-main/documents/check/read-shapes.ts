/** Boxes of text and drawn lines (文本框和线条), in DrawingML or VML; of an alternative the first choice counts. */
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import type { PaperBox, PaperRule, Place } from './paper.ts'
import { toNumber } from './properties.ts'

export type Drawing = {
  /** `wp:anchor`, `wp:inline` or the VML shape. */
  readonly frame: XmlElement
  readonly shape: XmlElement
  /** Paragraphs inside, if it is a box of text. */
  readonly content: XmlElement | undefined
}

const emuPerTwip = 635

/** Drawings that hang on a paragraph; those inside a box belong to the box. */
export function drawingsIn(paragraph: XmlElement): Drawing[] {
  return [...drawingElements(paragraph)].flatMap((xml) => (xml.name === 'w:drawing' ? drawingMl(xml) : vml(xml)))
}

export function boxOf({ frame, shape }: Drawing): PaperBox {
  if (frame.name.startsWith('v:')) return vmlBox(frame)
  const extent = childElement(frame, 'wp:extent')
  const body = childElement(shape, 'wps:bodyPr')
  return {
    xml: frame,
    width: (toNumber(extent?.attributes.cx) ?? 0) / emuPerTwip,
    height: (toNumber(extent?.attributes.cy) ?? 0) / emuPerTwip,
    horizontal: placeOf(childElement(frame, 'wp:positionH')),
    vertical: placeOf(childElement(frame, 'wp:positionV')),
    direction: body?.attributes.vert ?? 'horz',
    isInline: frame.name === 'wp:inline',
  }
}

/** A shape without text that is long and flat is a rule. */
export function ruleOf(drawing: Drawing): PaperRule[] {
  if (drawing.content) return []
  const box = boxOf(drawing)
  if (box.width < 1000 || box.height > 120) return []
  const { shape } = drawing
  if (shape.name.startsWith('v:'))
    return [
      {
        box,
        colour: hex(shape.attributes.strokecolor ?? '000000'),
        thickness: toNumber(shape.attributes.strokeweight) ?? 15,
      },
    ]
  const line = childElement(childElement(shape, 'wps:spPr'), 'a:ln')
  const colour = [...elementsBelow(line, 'a:srgbClr')][0]?.attributes.val
  return [{ box, colour: hex(colour ?? '000000'), thickness: (toNumber(line?.attributes.w) ?? 9525) / emuPerTwip }]
}

function* drawingElements(parent: XmlElement): Generator<XmlElement> {
  for (const child of childElements(parent)) {
    if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'w:object') yield child
    else if (child.name === 'mc:AlternateContent') {
      const choice = childElement(child, 'mc:Choice') ?? childElement(child, 'mc:Fallback')
      if (choice) yield* drawingElements(choice)
    } else if (child.name !== 'w:txbxContent') yield* drawingElements(child)
  }
}

function drawingMl(drawing: XmlElement): Drawing[] {
  const frame = childElement(drawing, 'wp:anchor') ?? childElement(drawing, 'wp:inline')
  if (!frame) return []
  const shapes = [...shapesIn(frame)]
  if (shapes.length === 0) return [{ frame, shape: frame, content: undefined }]
  return shapes.map((shape) => ({
    frame,
    shape,
    content: childElement(childElement(shape, 'wps:txbx'), 'w:txbxContent'),
  }))
}

/** Without those inside a box of text: they hang on paragraphs of their own. */
function* shapesIn(parent: XmlElement): Generator<XmlElement> {
  for (const child of childElements(parent)) {
    if (child.name === 'wps:wsp') yield child
    else yield* shapesIn(child)
  }
}

function vml(pict: XmlElement): Drawing[] {
  const shapes = childElements(pict).filter(({ name }) => /^v:(shape|rect|line|roundrect|oval)$/.test(name))
  return shapes.map((shape) => ({
    frame: shape,
    shape,
    content: childElement(childElement(shape, 'v:textbox'), 'w:txbxContent'),
  }))
}

function vmlBox(shape: XmlElement): PaperBox {
  const style = Object.fromEntries(
    (shape.attributes.style ?? '').split(';').map((part) => {
      const [key = '', value = ''] = part.split(':')
      return [key.trim(), value.trim()]
    }),
  )
  const ends = ['from', 'to'].map((key) => (shape.attributes[key] ?? '').split(',').map((part) => toNumber(part) ?? 0))
  const span = (index: number) => Math.abs((ends[1]?.[index] ?? 0) - (ends[0]?.[index] ?? 0))
  const place = (axis: 'horizontal' | 'vertical', offset: string | undefined): Place => ({
    from: style[`mso-position-${axis}-relative`] ?? 'text',
    align: style[`mso-position-${axis}`] ?? '',
    offset: toNumber(offset) ?? 0,
  })
  return {
    xml: shape,
    width: toNumber(style.width) ?? span(0),
    height: toNumber(style.height) ?? span(1),
    horizontal: place('horizontal', style['margin-left']),
    vertical: place('vertical', style['margin-top']),
    direction: style['layout-flow'] === 'vertical' ? 'vert' : 'horz',
    isInline: style.position !== 'absolute',
  }
}

function placeOf(position: XmlElement | undefined): Place {
  const [align] = elementsBelow(position, 'wp:align')
  const [offset] = elementsBelow(position, 'wp:posOffset')
  const textOf = (xml: XmlElement | undefined) =>
    xml?.children.filter((node) => typeof node === 'string').join('') ?? ''
  return {
    from: position?.attributes.relativeFrom ?? '',
    align: textOf(align).trim(),
    offset: (toNumber(textOf(offset)) ?? 0) / emuPerTwip,
  }
}

function hex(colour: string): string {
  const plain = colour.replace(/^#/, '').split(' ')[0]?.toUpperCase() ?? ''
  return plain === 'RED' ? 'FF0000' : plain === 'BLACK' ? '000000' : plain
}
