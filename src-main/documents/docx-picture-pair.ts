/** Two pictures in a row (并排图片), each above its caption: a table without lines, for nothing else keeps them together. */
import type { PictureBlock } from '../../src-shared/documents.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { halfWide } from '../../src-shared/picture-size.ts'
import { pictureXml } from './docx-pictures.ts'
import type { Places } from './docx-places.ts'
import type { StyleId } from './docx-styles.ts'
import { element, paragraphXml } from './docx-xml.ts'

export function pairXml(pair: readonly PictureBlock[], places: Places): string {
  const width = officeA.typeArea.width.value
  const half = width / pair.length
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const properties =
    element('tblW', { w: width, type: 'dxa' }) +
    `<w:tblBorders>${sides.map((side) => element(side, { val: 'nil' })).join('')}</w:tblBorders>` +
    element('tblLayout', { type: 'fixed' }) +
    `<w:tblCellMar>${element('left', { w: 0, type: 'dxa' })}${element('right', { w: 0, type: 'dxa' })}</w:tblCellMar>`
  const cells = pair.map((picture) => {
    const part = places.pictures.get(picture.sha256)
    if (!part) throw new Error(`the picture ${picture.sha256} was not read before the document was written`)
    const look = { id: places.nextPictureId(), isLandscape: false, keepNext: false }
    const caption = picture.caption ? paragraphXml('GwPictureCaption' satisfies StyleId, [picture.caption]) : ''
    return (
      `<w:tc><w:tcPr>${element('tcW', { w: half, type: 'dxa' })}</w:tcPr>` +
      `${pictureXml(halfWide(picture), part, look)}${caption}</w:tc>`
    )
  })
  const grid = pair.map(() => element('gridCol', { w: half })).join('')
  return (
    `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `<w:tr><w:trPr>${element('cantSplit', true)}</w:trPr>${cells.join('')}</w:tr></w:tbl>`
  )
}
