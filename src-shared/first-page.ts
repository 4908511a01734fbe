/** 首页必须显示正文 (7.3.2, 7.3.3): whether 主送机关 leave room for text on page 1. */
import { widthOf } from './chinese.ts'
import type { DocumentParts } from './document-parts.ts'
import { officeA } from './layout-9704.ts'

type Head = Pick<
  DocumentParts,
  'format' | 'classification' | 'mark' | 'number' | 'signerLines' | 'titleLines' | 'minutesLine'
>

/** Office practice counts for every profile: their type areas are the same. */
export function hasRoomForRecipients(head: Head, recipients: string): boolean {
  const { grid, typeArea, title, recipients: rules } = officeA
  const lines = Math.ceil(widthOf(recipients) / (grid.characters.value - 0.5))
  const used =
    headHeight(head) +
    title.linesAbove.value * grid.pitch.value +
    head.titleLines.length * title.pitch.value +
    (rules.linesAbove.value + lines) * grid.pitch.value
  // One line of text at least.
  return used + grid.pitch.value <= typeArea.height.value
}

/** From the upper edge of the type area to the red line, in twips. */
export function headHeight({ format, classification, mark, signerLines, number, minutesLine }: Head): number {
  const { mark: rules, grid, number: numberRules, redLine } = officeA
  if (format === '信函')
    return mark.lines.length * mark.size * 20 + Math.max(1, classification.length) * grid.pitch.value
  const lineHeight = mark.suffix === undefined ? rules.lineHeight.value : rules.jointLineHeight.value
  const signers = Math.max(1, signerLines.length) + (minutesLine && number !== '' ? 1 : 0)
  return (
    rules.before.value +
    mark.lines.length * mark.size * 20 * lineHeight +
    (numberRules.linesAbove.value + signers) * grid.pitch.value +
    redLine.space.value * 20
  )
}
