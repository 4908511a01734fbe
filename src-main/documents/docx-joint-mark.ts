/** 联合行文的发文机关标志 (7.2.4): names below each other, the main first, 文件 beside them in the middle of their height. */
import { LineRuleType, Paragraph } from 'docx'
import type { Layout } from '../../src-shared/layouts.ts'
import { jointMarkWidths, type MarkPart } from '../../src-shared/mark-part.ts'
import { holdPlace, type Places } from './docx-places.ts'
import { element, paragraphProperties, runProperties, xmlText } from './docx-xml.ts'

/** A table without lines below an empty paragraph that brings it to its height. */
export function jointMarkParagraphs(mark: MarkPart, layout: Layout, places: Places): Paragraph[] {
  const above = new Paragraph({
    style: 'GwBlank',
    spacing: { line: layout.mark.jointBefore.value, lineRule: LineRuleType.EXACT },
  })
  return [above, holdPlace(places, jointMarkXml(mark, layout))]
}

function jointMarkXml(mark: MarkPart, layout: Layout): string {
  const { traits } = layout
  const suffix = mark.suffix ?? ''
  const { names, suffix: beside, between } = jointMarkWidths(mark, layout)
  const widths = beside === 0 ? [names] : [names, beside]
  const shown = (text: string) => (traits.isPreprinted ? '' : text)
  const cells = [
    mark.lines.map((line, index) =>
      markLine(shown(line), { mark, layout, before: index === 0 ? 0 : between, jc: 'distribute' }),
    ),
    ...(suffix === '' ? [] : [[markLine(shown(suffix), { mark, layout, before: 0, jc: 'right' })]]),
  ]
  const none = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(side, { val: 'nil' }))
  const margins = ['top', 'left', 'bottom', 'right'].map((side) => element(side, { w: 0, type: 'dxa' }))
  const total = widths.reduce((sum, width) => sum + width, 0)
  return (
    `<w:tbl><w:tblPr>${element('tblW', { w: total, type: 'dxa' })}${element('jc', 'center')}` +
    `<w:tblBorders>${none.join('')}</w:tblBorders>${element('tblLayout', { type: 'fixed' })}` +
    `<w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => element('gridCol', { w: width })).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells
      .map(
        (lines, index) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`,
      )
      .join('')}</w:tr></w:tbl>`
  )
}

type LineLook = {
  readonly mark: MarkPart
  readonly layout: Layout
  readonly before: number
  readonly jc: 'distribute' | 'right'
}

function markLine(text: string, { mark, layout, before, jc }: LineLook): string {
  const line = Math.round(mark.size * 20 * layout.mark.lineHeight.value)
  const look = paragraphProperties({ spacing: { before, after: 0, line, lineRule: 'exact' }, jc })
  const size = mark.size * 2
  const run = runProperties({
    rFonts: { hint: 'eastAsia' },
    ...(mark.scale < 100 && { w: mark.scale }),
    sz: size,
    szCs: size,
  })
  const written = text === '' ? '' : `<w:r>${run}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
  return `<w:p>${look.replace('<w:pPr>', '<w:pPr><w:pStyle w:val="GwMark"/>')}${written}</w:p>`
}
