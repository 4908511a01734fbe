/** The foot (版记) on the lower edge of the last page's type area: 抄送, 印发机关 and 印发日期 between lines. */
import type { ParagraphChild } from 'docx'
import { type ImprintPage, imprintHeight, imprintPages, isTight } from '../../src-shared/imprint-place.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { type TableCellText, type TableLook, tableXml } from './docx-table.ts'
import { textBox } from './docx-text-box.ts'
import { paragraphXml } from './docx-xml.ts'

const { imprint: rules, typeArea } = officeA
const emuPerTwip = 635

/**
 * The 版记 as a text box at the foot of the type area, one for each of its pages; none when there is nothing in it. A
 * floating table or a frame would do in Word, but LibreOffice leaves both in the flow of the text.
 */
export function imprintBoxes({ imprint, format }: DocumentParts, layout: Layout): readonly ParagraphChild[] {
  const pages = imprintPages(imprint)
  const names = isTight(imprint) ? 'GwCopyToTight' : 'GwCopyTo'
  const rest = layout.grid.anchor.value + layout.grid.overhang.value
  // One point more than the lines need, for the closing paragraph.
  const height = Math.min(imprintHeight({ imprint }), typeArea.height.value) + rest + 20
  return pages.flatMap((page, index) => {
    const rows = rowsOf(page, names)
    if (rows.length === 0) return []
    const open = [...(index > 0 ? ['top' as const] : []), ...(index < pages.length - 1 ? ['bottom' as const] : [])]
    const look: TableLook = { ...lookOf(format !== '信函'), open }
    const content = tableXml(look, { head: [], body: rows.map((row) => [row]) }) + paragraphXml('GwFootEnd', [])
    return [textBox({ ...placeAtFoot, content, height: height * emuPerTwip, id: 1 + index * boxesBetween })]
  })
}

/** Ids 2 and 3 are those of the turned page numbers. */
const boxesBetween = 10

const placeAtFoot = {
  width: typeArea.width.value * emuPerTwip,
  horizontal: '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>',
  vertical: '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>',
  wrap: '<wp:wrapTopAndBottom/>',
  body: 'anchor="b"',
  name: '版记',
} as const

function lookOf(hasRules: boolean): TableLook {
  return {
    widths: [typeArea.width.value],
    outer: { level: hasRules ? rules.outerRule.value : undefined, upright: undefined },
    inner: { level: hasRules ? rules.innerRule.value : undefined, upright: undefined },
    margin: { side: 0, top: 0 },
  }
}

/** 主送 and 抄送 share a row, for no line stands between them (7.4.2). */
function rowsOf({ sent, printer, printed, copies }: ImprintPage, style: 'GwCopyTo' | 'GwCopyToTight'): TableCellText[] {
  const [first, second] = sent.map((line) => ({ style, lines: [line] }))
  return [
    ...(first ? [second ? { ...second, above: first } : first] : []),
    // 印发机关 and date stand right above the last line (7.4.3), anything else above them.
    ...(copies === null ? [] : [{ style: 'GwPrinter' as const, lines: [`\t${copies}`] }]),
    ...(printer === null ? [] : [{ style: 'GwPrinter' as const, lines: [`${printer}\t${printed}`] }]),
  ]
}
