/**
 * Tables (表格) as raw WordprocessingML: the library makes a dozen objects for every cell, three times the work of the
 * whole table as text.
 */
import { officeA } from '../../src-shared/layout-9704.ts'
import type { StyleId } from './docx-styles.ts'
import { element, paragraphXml } from './docx-xml.ts'

export type TableCellText = {
  readonly style: StyleId
  readonly lines: readonly string[]
  /** Stands above in the same cell. */
  readonly above?: { readonly style: StyleId; readonly lines: readonly string[] } | undefined
  /** The row stays on the page of what follows. */
  readonly keepNext?: boolean
}
export type TableLook = {
  /** Twips. */
  readonly widths: readonly number[]
  /** Lines in eighths of a point; undefined for none. */
  readonly outer: { readonly upright: number | undefined; readonly level: number | undefined }
  readonly inner: { readonly upright: number | undefined; readonly level: number | undefined }
  /** Sides without their outer line: what stands there goes on from, or to, another page. */
  readonly open?: readonly ('top' | 'bottom')[]
  /** Inside a cell, in twips. */
  readonly margin: { readonly side: number; readonly top: number }
}

/** `<w:tbl>`: fixed widths, no row parted by a page end, the head rows repeated on every page. */
export function tableXml(
  look: TableLook,
  rows: { readonly head: readonly (readonly TableCellText[])[]; readonly body: readonly (readonly TableCellText[])[] },
): string {
  const width = look.widths.reduce((sum, one) => sum + one, 0)
  const properties =
    element('tblW', { w: width, type: 'dxa' }) +
    borders(look) +
    element('tblLayout', { type: 'fixed' }) +
    // Said in the table itself: LibreOffice takes 1.9 mm where only the style says otherwise.
    margins(look.margin)
  const grid = look.widths.map((one) => element('gridCol', { w: one })).join('')
  const head = rows.head.map((cells) => row(cells, look.widths, element('tblHeader', true)))
  const body = rows.body.map((cells) => row(cells, look.widths, ''))
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head.join('')}${body.join('')}</w:tbl>`
}

function row(cells: readonly TableCellText[], widths: readonly number[], head: string): string {
  const written = cells.map(
    ({ style, lines, above, keepNext }, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
      `${above ? paragraphXml(above.style, above.lines) : ''}${paragraphXml(style, lines, keepNext)}</w:tc>`,
  )
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${written.join('')}</w:tr>`
}

function borders({ outer, inner, open = [] }: TableLook): string {
  const level = (side: 'top' | 'bottom') => (open.includes(side) ? undefined : outer.level)
  const rule = (name: string, size: number | undefined) =>
    element(
      name,
      size === undefined ? { val: 'nil' } : { val: 'single', sz: size, space: 0, color: officeA.colours.text.value },
    )
  return (
    `<w:tblBorders>${rule('top', level('top'))}${rule('left', outer.upright)}${rule('bottom', level('bottom'))}` +
    `${rule('right', outer.upright)}${rule('insideH', inner.level)}${rule('insideV', inner.upright)}</w:tblBorders>`
  )
}

function margins({ side, top }: TableLook['margin']): string {
  const of = (name: string, width: number) => element(name, { w: width, type: 'dxa' })
  return `<w:tblCellMar>${of('top', top)}${of('left', side)}${of('bottom', top)}${of('right', side)}</w:tblCellMar>`
}
