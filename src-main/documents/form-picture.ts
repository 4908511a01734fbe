/** Pictures in a form (表单图片): square codes to be scanned, inline in a cell or in a line of their own. */
import { element, xmlText } from './docx-xml.ts'

export type FormPicture = {
  readonly png: Uint8Array
  /** Millimetres. */
  readonly side: number
  /** For who does not see it. */
  readonly description: string
}

const namespaces = {
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const
const emuPerMillimetre = 36_000

/** The name by which the text finds the picture, counted from 1 in the order of the form's list. */
export const pictureRelation = (number: number): string => `picture${number}`

/** A paragraph that holds nothing but the picture. @param number of the picture in the list that the form is given */
export function formPicture({ side, description }: FormPicture, number: number): string {
  const size = Math.round(side * emuPerMillimetre)
  const named = `id="${number}" name="图片${number}" descr="${xmlText(description)}"`
  return (
    `<w:p><w:pPr>${element('spacing', { before: 0, after: 0, line: 240, lineRule: 'auto' })}${element('jc', 'center')}</w:pPr>` +
    '<w:r><w:drawing>' +
    `<wp:inline xmlns:wp="${namespaces.wp}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size}" cy="${size}"/>` +
    `<wp:docPr ${named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${namespaces.a}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${namespaces.a}"><a:graphicData uri="${namespaces.pic}"><pic:pic xmlns:pic="${namespaces.pic}">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${pictureRelation(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>' +
    '</w:drawing></w:r></w:p>'
  )
}
