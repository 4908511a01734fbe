/** The head (版头) of an upward document: mark, number with signers, red line. */
import { LineRuleType, Paragraph, TabStopType, TextRun } from 'docx'
import { widthOf } from '../../src-shared/chinese.ts'
import type { DocumentParts, MarkPart } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { characters, type StyleId, signerNameStyle } from './docx-styles.ts'
import { blankLines, paragraph, textRun } from './docx-text.ts'

const { number: rules, mark: markRules, typeArea } = officeA
const signerLabel = '签发人：'

export function headParagraphs(parts: DocumentParts): Paragraph[] {
  const lines = parts.signerLines
  const tabs = signerTabs(lines)
  const signers = lines.map((names, index) => {
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
  return [markParagraph(parts.mark), ...blankLines(rules.linesAbove.value), ...signers]
}

function markParagraph(mark: MarkPart): Paragraph {
  const runs = mark.lines.map(
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
      before: markRules.before.value,
      line: Math.round(mark.size * 20 * markRules.lineHeight.value),
      lineRule: LineRuleType.EXACT,
    },
    children: runs,
  })
}

/** Where label and names begin, in twips: the widest line ends one 字 before the edge, names stand below each other. */
function signerTabs(lines: DocumentParts['signerLines']): { label: number; names: number[] } {
  const columns = Math.max(...lines.map((names) => names.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((names) => widthOf(names[column] ?? ''))),
  )
  const gap = rules.signerGap.value
  const total = widths.reduce((sum, width) => sum + width, gap * (columns - 1))
  const first = typeArea.width.value - characters(rules.indent.value + total)
  const names: number[] = []
  let at = 0
  for (const width of widths) {
    names.push(first + characters(at))
    at += width + gap
  }
  return { label: first - characters(widthOf(signerLabel)), names }
}
