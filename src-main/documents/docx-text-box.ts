/** A box of text (文本框) that stands at a fixed place of the page, as raw DrawingML. */
import { ImportedXmlComponent, type ParagraphChild } from 'docx'

export type TextBox = {
  readonly content: string
  /** EMU */
  readonly width: number
  readonly height: number
  readonly horizontal: string
  readonly vertical: string
  readonly wrap: string
  readonly body: string
  readonly name: string
  readonly id: number
}

/** A run that holds the text box; no frame, no fill, no inner margins. */
export function textBox(box: TextBox): ParagraphChild {
  const xml =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${box.id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/>${box.horizontal}${box.vertical}<wp:extent cx="${box.width}" cy="${box.height}"/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/>${box.wrap}<wp:docPr id="${box.id}" name="${box.name}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${box.width}" cy="${box.height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${box.content}</w:txbxContent></wps:txbx>` +
    `<wps:bodyPr ${box.body} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></wps:bodyPr>` +
    '</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  // A whole run of our own; the library's types know its runs only.
  return ImportedXmlComponent.fromXmlString(xml) as unknown as ParagraphChild
}
