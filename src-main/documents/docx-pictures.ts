/** Pictures (图片) of a document: read before it is written, then put into its flow as raw DrawingML. */
import type { OfficialDocument, PictureBlock } from '../../src-shared/documents.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { printedSize } from '../../src-shared/picture-size.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { PictureFile } from '../files/picture-facts.ts'
import { readPictureFile } from '../files/picture-file.ts'
import { element, xmlText } from './docx-xml.ts'

/** Bytes by their SHA-256. */
export type ReadPicture = (sha256: string) => Promise<Uint8Array>
/** A picture as a part of the package; one that stands in several places is one part. */
export type PicturePart = PictureFile & {
  readonly bytes: Uint8Array
  readonly relation: string
  /** Below `word/`. */
  readonly target: string
}
/** By SHA-256. */
export type PictureParts = ReadonlyMap<string, PicturePart>

/** @throws Problem NOT_FOUND naming the picture that is not there or damaged */
export async function gatherPictures(document: OfficialDocument, read: ReadPicture): Promise<PictureParts> {
  const blocks = [document.blocks, ...document.annexes.map((annex) => ('blocks' in annex ? annex.blocks : []))].flat()
  const pictures = blocks.filter((block) => block.kind === 'picture')
  const parts = new Map<string, PicturePart>()
  for (const [index, picture] of pictures.entries()) {
    if (parts.has(picture.sha256)) continue
    const name = `picture${parts.size + 1}`
    const bytes = await read(picture.sha256).catch((cause) => {
      throw missingPicture(picture, index + 1, cause)
    })
    const file = readPictureFile(bytes)
    const target = `media/${name}.${file.type === 'image/png' ? 'png' : 'jpeg'}`
    parts.set(picture.sha256, { ...file, bytes, relation: name, target })
  }
  return parts
}

function missingPicture({ caption }: PictureBlock, number: number, cause: unknown): unknown {
  if (!(cause instanceof Problem)) return cause
  const name = caption ? `图片“${caption}”` : `第${number}幅图片`
  return new Problem(
    'NOT_FOUND',
    `${name}的文件不在数据文件夹里或已损坏，公文没有写出。请重新添加这幅图片，或把它删去。`,
    { cause },
  )
}

const { typeArea } = officeA
const emuPerTwip = 635
const quarter = 5_400_000
const namespaces = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const

/** @param look.id of the drawing, once in a document; `keepNext` for what must stay on its page */
export function pictureXml(
  picture: PictureBlock,
  part: PicturePart,
  look: { readonly id: number; readonly isLandscape: boolean; readonly keepNext: boolean },
): string {
  const { shown, stored } = extents(picture, part, look.isLandscape)
  const turned = `${part.turns ? ` rot="${part.turns * quarter}"` : ''}${part.isMirrored ? ' flipH="1"' : ''}`
  const named = `id="${look.id}" name="图片${look.id}" descr="${xmlText(picture.caption || '图片')}"`
  return (
    `<w:p><w:pPr>${element('pStyle', 'GwPicture')}${element('keepNext', look.keepNext || undefined)}</w:pPr><w:r><w:drawing>` +
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${stored.cx}" cy="${stored.cy}"/>` +
    `${room(shown, stored)}<wp:docPr ${named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${namespaces.a}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${namespaces.a}"><a:graphicData uri="${namespaces.pic}"><pic:pic xmlns:pic="${namespaces.pic}">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${part.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm${turned}><a:off x="0" y="0"/><a:ext cx="${stored.cx}" cy="${stored.cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  )
}

type Extent = { readonly cx: number; readonly cy: number }

/**
 * In EMU: as looked at, and as stored. Word lays a picture that lies on its side out as wide as it is stored; so that
 * it stands in the middle all the same, that must not be wider than the line.
 */
function extents(
  picture: PictureBlock,
  { turns }: PicturePart,
  isLandscape: boolean,
): { shown: Extent; stored: Extent } {
  const size = printedSize(picture, isLandscape)
  const isTurned = turns % 2 === 1
  const line = (isLandscape ? typeArea.height : typeArea.width).value
  const scale = isTurned ? Math.min(1, line / size.height) : 1
  const shown = { cx: Math.round(size.width * scale) * emuPerTwip, cy: Math.round(size.height * scale) * emuPerTwip }
  return { shown, stored: isTurned ? { cx: shown.cy, cy: shown.cx } : shown }
}

/** How far the turned picture passes the box of the unturned one on each side. */
function room(shown: Extent, stored: Extent): string {
  const [across, down] = [shown.cx - stored.cx, shown.cy - stored.cy].map((more) => Math.max(0, Math.round(more / 2)))
  return `<wp:effectExtent l="${across}" t="${down}" r="${across}" b="${down}"/>`
}
