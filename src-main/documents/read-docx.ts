/** A DOCX from elsewhere as blocks of text (读取 DOCX 文字): paragraphs with their numbers and bold runs, tables, boxes. */
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Finding, RecognisedRun, SourceBlock } from '../../src-shared/recognition.ts'
import { goesOnFrom } from './check/goes-on-from.ts'
import { isTable, type PaperBox, type PaperParagraph, type PaperTable } from './check/paper.ts'
import { isOn, numberIn } from './check/properties.ts'
import { readPaper } from './check/read-paper.ts'
import { docxFindings } from './docx-findings.ts'

export type DocxBlocks = { readonly blocks: readonly SourceBlock[]; readonly findings: readonly Finding[] }

/**
 * Headers, footers, deleted text and pictures are left out; what a box holds follows the paragraph it hangs on.
 * @throws Problem FILE_UNREADABLE
 */
export function readDocx(bytes: Uint8Array): DocxBlocks {
  const paper = readPaper(bytes)
  const inBoxes = new Map<PaperBox, PaperParagraph[]>(
    paper.paragraphs.flatMap(({ boxes }) => boxes.map((box) => [box, []])),
  )
  for (const paragraph of paper.paragraphs) if (paragraph.box) inBoxes.get(paragraph.box)?.push(paragraph)
  const blocks: SourceBlock[] = []
  for (const [index, block] of paper.blocks.entries()) {
    const above = paper.blocks[index - 1]
    const last = blocks.at(-1)
    if (isTable(block)) blocks.push({ kind: 'table', rows: rowsOf(block) })
    else if (above && !isTable(above) && last?.kind === 'text' && goesOnFrom(above, block))
      blocks[blocks.length - 1] = { ...last, runs: [...last.runs, ...paragraphBlock(block).runs] }
    else blocks.push(...withBoxes(inBoxes, block))
  }
  return { blocks, findings: docxFindings(paper) }
}

type InBoxes = ReadonlyMap<PaperBox, readonly PaperParagraph[]>

function withBoxes(inBoxes: InBoxes, paragraph: PaperParagraph): SourceBlock[] {
  return [paragraphBlock(paragraph), ...paragraph.boxes.flatMap((box) => boxBlocks(inBoxes, box))]
}

function paragraphBlock(paragraph: PaperParagraph): Extract<SourceBlock, { kind: 'text' }> {
  const { look, label } = paragraph
  const runs = paragraph.runs.map(({ text, look: own }): RecognisedRun => {
    const isBold = isOn(own, 'b')
    return isBold ? { text, isBold } : { text }
  })
  const depth = (numberIn(look, 'outlineLvl') ?? 9) + 1
  return {
    kind: 'text',
    runs: label === '' ? runs : [{ text: label }, ...runs],
    depth: depth <= 6 ? depth : 0,
    isCentred: look.jc?.val === 'center',
    indent: indentOf(paragraph),
  }
}

/** First-line indent in 字: as such, or in twips against the width of a character. */
function indentOf({ look }: PaperParagraph): number {
  const chars = numberIn(look, 'ind', 'firstLineChars')
  if (chars !== undefined) return chars / 100
  return Math.max(0, numberIn(look, 'ind', 'firstLine') ?? 0) / officeA.grid.character.value
}

function rowsOf(table: PaperTable): string[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => one.text).join('\n')))
}

function boxBlocks(inBoxes: InBoxes, box: PaperBox): SourceBlock[] {
  const done = new Set<PaperTable>()
  return (inBoxes.get(box) ?? []).flatMap((paragraph): SourceBlock[] => {
    const { table } = paragraph
    if (!table) return withBoxes(inBoxes, paragraph)
    if (done.has(table)) return []
    done.add(table)
    return [{ kind: 'table', rows: rowsOf(table) }]
  })
}
