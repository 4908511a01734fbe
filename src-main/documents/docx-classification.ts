/** 份号、密级和保密期限、紧急程度: lines at the left in frames, so that mark and 文号 keep their places. */
import { FrameAnchorType, FrameWrap, HeightRule, type Paragraph } from 'docx'
import type { Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { paragraph } from './docx-text.ts'

type Place = { readonly from: (typeof FrameAnchorType)[keyof typeof FrameAnchorType]; readonly top: number }

/** One below the other; `top` in twips from the edge of the paper or of the margin. */
export function classificationFrames(
  lines: DocumentParts['classification'],
  { grid, typeArea }: Layout,
  { from, top }: Place,
): Paragraph[] {
  return lines.map(({ text, isSerial }, index) =>
    paragraph(isSerial ? 'GwSerial' : 'GwClassification', text, {
      frame: {
        type: 'absolute',
        position: { x: 0, y: index * grid.pitch.value + top },
        // In a letter 文号 stands on the same line.
        width: Math.round(typeArea.width.value / 2),
        height: grid.pitch.value,
        rule: HeightRule.EXACT,
        wrap: FrameWrap.NONE,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: from },
      },
    }),
  )
}
