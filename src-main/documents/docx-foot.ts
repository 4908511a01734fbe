/** The foot (版记) on the lower edge of the last page's type area: 抄送, 印发机关 and 印发日期 between lines. */
import type { ParagraphChild } from 'docx'
import { widthOf } from '../../src-shared/chinese.ts'
import type { Imprint } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { StyleId } from './docx-styles.ts'
import { textBox } from './docx-text-box.ts'
import { element, xmlText } from './docx-xml.ts'

const { imprint: rules, typeArea } = officeA
const emuPerTwip = 635

/**
 * The 版记 as a text box at the foot of the type area. A floating table or a frame would do in Word, but LibreOffice
 * leaves both in the flow of the text.
 */
export function imprintBox(imprint: Imprint): ParagraphChild {
  const rows = [
    ...(imprint.copyTo === null ? [] : [{ style: 'GwCopyTo' as const, text: `抄送：${imprint.copyTo}` }]),
    { style: 'GwPrinter' as const, text: `${imprint.printer}\t${imprint.printed}` },
  ]
  const lines = 1 + (imprint.copyTo === null ? 0 : copyToLines(imprint.copyTo))
  const table =
    `<w:tbl><w:tblPr>${element('tblW', { w: typeArea.width.value, type: 'dxa' })}${tableBorders()}` +
    `${element('tblLayout', { type: 'fixed' })}${noMargins()}</w:tblPr>` +
    `<w:tblGrid>${element('gridCol', { w: typeArea.width.value })}</w:tblGrid>${rows.map(tableRow).join('')}</w:tbl>`
  return textBox({
    content: `${table}${paragraphXml('GwAnchor', '')}`,
    width: typeArea.width.value * emuPerTwip,
    // One point more than the lines need, for the closing paragraph.
    height: (lines * rules.pitch.value + 20 + 20) * emuPerTwip,
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

function tableBorders(): string {
  const rule = (size: number) => ({ val: 'single', sz: size, space: 0, color: officeA.colours.text.value })
  const none = { val: 'nil' }
  return (
    `<w:tblBorders>${element('top', rule(rules.outerRule.value))}${element('left', none)}` +
    `${element('bottom', rule(rules.outerRule.value))}${element('right', none)}` +
    `${element('insideH', rule(rules.innerRule.value))}${element('insideV', none)}</w:tblBorders>`
  )
}

/** Said in the table itself: LibreOffice takes 1.9 mm where only the style says so. */
function noMargins(): string {
  const none = { w: 0, type: 'dxa' }
  const sides = ['top', 'left', 'bottom', 'right'].map((side) => element(side, none))
  return `<w:tblCellMar>${sides.join('')}</w:tblCellMar>`
}

function tableRow({ style, text }: { readonly style: StyleId; readonly text: string }): string {
  return (
    `<w:tr><w:trPr>${element('cantSplit', true)}</w:trPr><w:tc><w:tcPr>` +
    `${element('tcW', { w: typeArea.width.value, type: 'dxa' })}</w:tcPr>${paragraphXml(style, text)}</w:tc></w:tr>`
  )
}

function paragraphXml(style: StyleId, text: string): string {
  const runs = text
    .split('\t')
    .map((part, index) => `${index === 0 ? '' : '<w:tab/>'}<w:t xml:space="preserve">${xmlText(part)}</w:t>`)
  const run = text === '' ? '' : `<w:r><w:rPr>${element('rFonts', { hint: 'eastAsia' })}</w:rPr>${runs.join('')}</w:r>`
  return `<w:p><w:pPr>${element('pStyle', style)}</w:pPr>${run}</w:p>`
}
