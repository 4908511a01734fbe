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
import type { Layout } from '../../src-shared/layouts.ts'
import { firstRuleTop, letterNumberTop, secondRuleTop } from '../../src-shared/letter-places.ts'
import type { MarkPart } from '../../src-shared/mark-part.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { classificationFrames } from './docx-classification.ts'
import { blankLines, paragraph } from './docx-text.ts'

/** Mark in a frame of the paper; under line 1 份号, 密级, 紧急程度 in frames at the left, 文号 in the flow at the right. */
export function letterHead(parts: DocumentParts, layout: Layout): Paragraph[] {
  const top = letterNumberTop(parts.mark, layout)
  const before = top - layout.page.top.value
  return [
    markFrame(parts.mark, layout),
    ...classificationFrames(parts.classification, layout, { from: FrameAnchorType.PAGE, top }),
    paragraph('GwLetterNumber', parts.number, { spacing: { before } }),
    // The title keeps its distance from the last of them.
    ...blankLines(Math.max(0, parts.classification.length - 1)),
  ]
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
  const empty = () => paragraph('GwAnchor', '')
  return {
    header: new Header({
      children: [ruleFrame(BorderStyle.THICK_THIN_SMALL_GAP, firstRuleTop(mark, layout), layout), empty()],
    }),
    footer: new Footer({
      children: [ruleFrame(BorderStyle.THIN_THICK_SMALL_GAP, secondRuleTop(layout), layout), empty()],
    }),
  }
}

/** A double line whose upper edge stands at `top` twips of the paper: the lower border of a low paragraph. */
function ruleFrame(
  style: typeof BorderStyle.THICK_THIN_SMALL_GAP | typeof BorderStyle.THIN_THICK_SMALL_GAP,
  top: number,
  { letter, page, colours, traits }: Layout,
): Paragraph {
  const bottom = { style, size: letter.rule.value, space: 0, color: colours.red.value }
  return new Paragraph({
    style: 'GwAnchor',
    ...(!traits.isPreprinted && { border: { bottom } }),
    frame: {
      type: 'absolute',
      position: {
        x: Math.round((page.width.value - letter.ruleWidth.value) / 2),
        y: top - letter.ruleCarrier.value,
      },
      width: letter.ruleWidth.value,
      height: letter.ruleCarrier.value,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.NONE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  })
}
