/** The foot (版记) on the lower edge of the last page's type area: 抄送, 印发机关 and 印发日期 between lines. */
import type { ParagraphChild } from 'docx'
import type { DocumentParts, Imprint } from '../../src-shared/document-parts.ts'
import { imprintHeight, isTight } from '../../src-shared/imprint-place.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { type TableCellText, type TableLook, tableXml } from './docx-table.ts'
import { textBox } from './docx-text-box.ts'
import { paragraphXml } from './docx-xml.ts'

const { imprint: rules, typeArea } = officeA
const emuPerTwip = 635

/**
 * The 版记 as a text box at the foot of the type area; undefined when there is nothing in it. A floating table or a
 * frame would do in Word, but LibreOffice leaves both in the flow of the text.
 */
export function imprintBox({ imprint, format }: DocumentParts, layout: Layout): ParagraphChild | undefined {
  const rows = rowsOf(imprint, isTight(imprint) ? 'GwCopyToTight' : 'GwCopyTo')
  if (rows.length === 0) return undefined
  const hasRules = format !== '信函'
  const look: TableLook = {
    widths: [typeArea.width.value],
    outer: { level: hasRules ? rules.outerRule.value : undefined, upright: undefined },
    inner: { level: hasRules ? rules.innerRule.value : undefined, upright: undefined },
    margin: { side: 0, top: 0 },
  }
  const rest = layout.grid.anchor.value + layout.grid.overhang.value
  return textBox({
    content: tableXml(look, { head: [], body: rows.map((row) => [row]) }) + paragraphXml('GwFootEnd', []),
    width: typeArea.width.value * emuPerTwip,
    // One point more than the lines need, for the closing paragraph.
    height: (imprintHeight({ imprint }) + rest + 20) * emuPerTwip,
    horizontal: '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>',
    vertical: '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>',
    wrap: '<wp:wrapTopAndBottom/>',
    body: 'anchor="b"',
    name: '版记',
    id: 1,
  })
}

/** 主送 and 抄送 share a row, for no line stands between them (7.4.2). */
function rowsOf(
  { recipients, copyTo, printer, printed, copies }: Imprint,
  style: 'GwCopyTo' | 'GwCopyToTight',
): TableCellText[] {
  const to = recipients === null ? undefined : { style, lines: [`主送：${recipients}`] }
  const copy = copyTo === null ? undefined : { style, lines: [`抄送：${copyTo}`] }
  const sent = copy ? { ...copy, above: to } : to
  return [
    ...(sent ? [sent] : []),
    // 印发机关 and date stand right above the last line (7.4.3), anything else above them.
    ...(copies === null ? [] : [{ style: 'GwPrinter' as const, lines: [`\t${copies}`] }]),
    ...(printer === null ? [] : [{ style: 'GwPrinter' as const, lines: [`${printer}\t${printed}`] }]),
  ]
}
