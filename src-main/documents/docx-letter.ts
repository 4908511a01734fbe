/** 信函格式 (10.1): the mark 30 mm from the paper's edge, double red lines on page 1, 文号 at the right under the first. */
import {
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  HeightRule,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx'
import type { DocumentParts } from '../../src-shared/document-parts.ts'
import { toMillimetres } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { MarkPart } from '../../src-shared/mark-part.ts'
import { paragraph } from './docx-text.ts'

/** Mark in a frame of the paper, then what stands under line 1: 份号, 密级, 紧急程度 left, 文号 right of the first. */
export function letterHead(parts: DocumentParts, layout: Layout): Paragraph[] {
  const left = parts.classification.map(({ text, isSerial }) => ({ text, isSerial }))
  const first = left[0]
  const run = (text: string, isSerial = true) =>
    new TextRun({ text, font: { hint: 'eastAsia' }, ...(!isSerial && { style: 'GwLabel' }) })
  const under = paragraph(
    'GwLetterNumber',
    [...(first ? [run(first.text, first.isSerial)] : []), run(`\t${parts.number}`)],
    { spacing: { before: layout.letter.below.value } },
  )
  const rest = left.slice(1).map(({ text, isSerial }) => paragraph(isSerial ? 'GwSerial' : 'GwClassification', text))
  return [markFrame(parts.mark, layout), under, ...rest]
}

function markFrame(mark: MarkPart, layout: Layout): Paragraph {
  const line = Math.round(mark.size * 20 * layout.mark.lineHeight.value)
  const lines = layout.traits.isPreprinted ? [''] : mark.lines
  return new Paragraph({
    style: 'GwMark',
    frame: {
      type: 'absolute',
      position: { x: 0, y: layout.letter.markLine.value },
      width: layout.typeArea.width.value,
      height: line * mark.lines.length,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.NONE,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.PAGE },
    },
    spacing: { line, lineRule: LineRuleType.EXACT },
    children: lines.map(
      (text, index) =>
        new TextRun({
          text,
          break: index === 0 ? 0 : 1,
          font: { hint: 'eastAsia' },
          size: mark.size * 2,
          ...(mark.scale < 100 && { scale: mark.scale }),
        }),
    ),
  })
}

/** Header and footer of page 1: the lines, and no page number. */
export function letterFrames(mark: MarkPart, layout: Layout): { header: Header; footer: Footer } {
  const rule = (style: 'thickThin' | 'thinThick') => ({
    style: style === 'thickThin' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP,
    size: layout.letter.rule.value,
    space: 0,
    color: layout.colours.red.value,
  })
  const hasRules = !layout.traits.isPreprinted
  const top = new Paragraph({
    style: 'GwLetterRuleTop',
    spacing: { line: firstRule(mark, layout) - layout.page.header.value, lineRule: LineRuleType.EXACT },
    ...(hasRules && { border: { bottom: rule('thickThin') } }),
  })
  const foot = new Paragraph({
    style: 'GwAnchor',
    ...(hasRules && { border: { bottom: rule('thinThick') } }),
    frame: {
      type: 'absolute',
      position: {
        x: Math.round((layout.page.width.value - layout.letter.ruleWidth.value) / 2),
        y: layout.page.height.value - twips(toMillimetres(layout.letter.foot)) - 75,
      },
      width: layout.letter.ruleWidth.value,
      height: 20,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.NONE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  })
  return {
    header: new Header({ children: [top] }),
    footer: new Footer({ children: [foot, paragraph('GwAnchor', '')] }),
  }
}

/** Upper edge of line 1 from the top of the paper, in twips: 4 mm below the ink of the mark. */
function firstRule(mark: MarkPart, { letter, mark: rules }: Layout): number {
  const size = mark.size * 20
  const ink = (mark.lines.length - 1) * size * rules.lineHeight.value + size * letter.markInk.value
  return twips(toMillimetres(letter.markTop) + toMillimetres(letter.gap)) + Math.round(ink)
}

function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}
