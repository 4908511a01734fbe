/** 首页必须显示正文 (7.3.2, 7.3.3): whether 主送机关 leave room for text on page 1. */
import { widthOf } from './chinese.ts'
import type { Layout } from './layouts.ts'
import { letterNumberTop } from './letter-places.ts'
import type { DocumentParts } from './part-types.ts'

type Head = Pick<
  DocumentParts,
  'format' | 'classification' | 'mark' | 'number' | 'signerLines' | 'titleLines' | 'hasSmallTitle' | 'minutesLine'
>

export function hasRoomForRecipients(head: Head, recipients: string, layout: Layout): boolean {
  const { grid, recipients: rules } = layout
  const lines = Math.ceil(widthOf(recipients) / (grid.characters.value - 0.5))
  const used = titleEnd(head, layout) + (rules.linesAbove.value + lines) * grid.pitch.value
  // One line of text at least.
  return used + grid.pitch.value <= boxHeight(layout)
}

/** Height of the box that Word's margins leave, in twips: that of the type area, or a little more. */
export function boxHeight({ typeArea, grid }: Layout): number {
  return typeArea.height.value + 2 * grid.overhang.value
}

/** From the upper edge of the box to the last line of the title, in twips. */
export function titleEnd(head: Head, layout: Layout): number {
  const { title, letter, grid } = layout
  const above = head.format === '信函' ? letter.titleLinesAbove : title.linesAbove
  const pitch = title.pitch.value * (head.hasSmallTitle ? title.smallSize.value / title.size.value : 1)
  return headHeight(head, layout) + above.value * grid.pitch.value + head.titleLines.length * pitch
}

/** From the upper edge of the box to the red line; in a letter to the last element below its first line. */
function headHeight({ format, classification, mark, signerLines, number, minutesLine }: Head, layout: Layout): number {
  const { mark: rules, grid, number: numberRules, redLine, page } = layout
  if (format === '信函')
    return letterNumberTop(mark, layout) - page.top.value + Math.max(1, classification.length) * grid.pitch.value
  const lineHeight = mark.suffix === undefined ? rules.lineHeight.value : rules.jointLineHeight.value
  const signers = Math.max(1, signerLines.length) + (minutesLine && number !== '' ? 1 : 0)
  return (
    rules.before.value +
    mark.lines.length * mark.size * 20 * lineHeight +
    (numberRules.linesAbove.value + signers) * grid.pitch.value +
    redLine.space.value * 20
  )
}
