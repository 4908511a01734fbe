/** The foot (版记) on the lower edge of the last page's type area: 抄送, 印发机关 and 印发日期 between lines. */
import type { ParagraphChild } from 'docx'
import { widthOf } from '../../src-shared/chinese.ts'
import type { Imprint } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { type TableLook, tableXml } from './docx-table.ts'
import { textBox } from './docx-text-box.ts'
import { paragraphXml } from './docx-xml.ts'

const { imprint: rules, typeArea } = officeA
const emuPerTwip = 635

/**
 * The 版记 as a text box at the foot of the type area. A floating table or a frame would do in Word, but LibreOffice
 * leaves both in the flow of the text.
 */
export function imprintBox(imprint: Imprint): ParagraphChild {
  const rows = [
    ...(imprint.copyTo === null ? [] : [[{ style: 'GwCopyTo' as const, lines: [`抄送：${imprint.copyTo}`] }]]),
    [{ style: 'GwPrinter' as const, lines: [`${imprint.printer}\t${imprint.printed}`] }],
  ]
  const lines = 1 + (imprint.copyTo === null ? 0 : copyToLines(imprint.copyTo))
  const look: TableLook = {
    widths: [typeArea.width.value],
    outer: { level: rules.outerRule.value, upright: undefined },
    inner: { level: rules.innerRule.value, upright: undefined },
    margin: { side: 0, top: 0 },
  }
  return textBox({
    content: tableXml(look, { head: [], body: rows }) + paragraphXml('GwAnchor', []),
    width: typeArea.width.value * emuPerTwip,
    // One point more than the lines need, for the closing paragraph.
    height: (lines * rules.pitch.value + officeA.grid.anchor.value + 20) * emuPerTwip,
    horizontal: '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>',
    vertical: '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>',
    wrap: '<wp:wrapTopAndBottom/>',
    body: 'anchor="b"',
    name: '版记',
    id: 1,
  })
}

/** Lines of 抄送 in 4号: the text stands one 字 and the label's three in from the left, one from the right. */
function copyToLines(text: string): number {
  const perLine = typeArea.width.value / rules.character.value - rules.indent.value * 2 - widthOf('抄送：')
  return Math.ceil(widthOf(text) / Math.floor(perLine))
}
