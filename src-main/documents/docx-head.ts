/** The head (版头) of each format: 份号 and 密级, mark, number with signers, red line. */
import { FrameAnchorType, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { MarkPart } from '../../src-shared/mark-part.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { signerLabel, signerPlaces } from '../../src-shared/signer-places.ts'
import { classificationFrames } from './docx-classification.ts'
import { jointMarkParagraphs } from './docx-joint-mark.ts'
import { letterHead } from './docx-letter.ts'
import type { Places } from './docx-places.ts'
import { type StyleId, signerNameStyle } from './docx-styles.ts'
import { blankLines, paragraph, textRun } from './docx-text.ts'

const { number: rules } = officeA

export function headParagraphs(parts: DocumentParts, layout: Layout, places: Places): Paragraph[] {
  if (parts.format === '信函') return letterHead(parts, layout)
  const mark =
    parts.mark.suffix === undefined
      ? [markParagraph(parts.mark, layout)]
      : jointMarkParagraphs(parts.mark, layout, places)
  return [
    ...classificationFrames(parts.classification, layout, {
      from: FrameAnchorType.MARGIN,
      top: layout.grid.overhang.value,
    }),
    ...mark,
    ...blankLines(rules.linesAbove.value),
    ...numberParagraphs(parts, layout),
  ]
}

function numberParagraphs(parts: DocumentParts, layout: Layout): Paragraph[] {
  const { minutesLine, number } = parts
  if (minutesLine)
    return [
      ...(number === '' ? [] : [paragraph('GwMinutesNumber', number)]),
      paragraph('GwMinutesLine', `${minutesLine.issuer}\t${minutesLine.date}`),
    ]
  if (parts.signerLines.length === 0) return [paragraph('GwNumberCentred', number)]
  return signerParagraphs(parts, layout)
}

function signerParagraphs(parts: DocumentParts, layout: Layout): Paragraph[] {
  const lines = parts.signerLines
  const tabs = signerPlaces(lines, layout)
  return lines.map((names, index) => {
    const isLast = index === lines.length - 1
    const label = index === 0 ? [textRun(`\t${signerLabel}`)] : []
    const named = names.map((name, column) =>
      textRun(index === 0 && column === 0 ? name : `\t${name}`, { style: signerNameStyle }),
    )
    const style: StyleId = isLast ? 'GwNumber' : 'GwSigners'
    const start = isLast && parts.number !== '' ? [textRun(parts.number)] : []
    const positions = index === 0 ? [tabs.label, ...tabs.names.slice(1)] : tabs.names
    return paragraph(style, [...start, ...label, ...named], {
      tabStops: positions.map((position) => ({ type: TabStopType.LEFT, position })),
    })
  })
}

/** A mark that is printed already leaves its lines empty. */
function markParagraph(mark: MarkPart, layout: Layout): Paragraph {
  const lines = layout.traits.isPreprinted ? mark.lines.map(() => '') : mark.lines
  const runs = lines.map(
    (text, index) =>
      new TextRun({
        text,
        break: index === 0 ? 0 : 1,
        font: { hint: 'eastAsia' },
        size: mark.size * 2,
        ...(mark.scale < 100 && { scale: mark.scale }),
      }),
  )
  return new Paragraph({
    style: 'GwMark',
    spacing: {
      before: layout.mark.before.value,
      line: Math.round(mark.size * 20 * layout.mark.lineHeight.value),
      lineRule: LineRuleType.EXACT,
    },
    children: runs,
  })
}
