/** A DOCX from elsewhere as blocks of text (读取 DOCX 文字): paragraphs with their numbers and bold runs, tables, boxes. */
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Finding, RecognisedRun, SourceBlock } from '../../src-shared/recognition.ts'
import { elementsBelow } from '../files/xml.ts'
import { isTable, type Paper, type PaperBox, type PaperParagraph, type PaperTable } from './check/paper.ts'
import { isOn, numberIn } from './check/properties.ts'
import { readPaper } from './check/read-paper.ts'

export type DocxBlocks = { readonly blocks: readonly SourceBlock[]; readonly findings: readonly Finding[] }

/**
 * Headers, footers, deleted text and pictures are left out; what a box holds follows the paragraph it hangs on.
 * @throws Problem FILE_UNREADABLE
 */
export function readDocx(bytes: Uint8Array): DocxBlocks {
  const paper = readPaper(bytes)
  const boxed = [...new Set(paper.paragraphs.flatMap((paragraph) => paragraph.boxes))]
  const blocks = paper.blocks.flatMap((block): SourceBlock[] => {
    if (isTable(block)) return [{ kind: 'table', rows: rowsOf(block) }]
    const own = boxed.filter((box) => block.boxes.includes(box))
    return [paragraphBlock(block), ...own.flatMap((box) => boxBlocks(paper, box))]
  })
  return { blocks, findings: [...pictureFindings(paper), ...numberFindings(paper)] }
}

function paragraphBlock(paragraph: PaperParagraph): SourceBlock {
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

function boxBlocks(paper: Paper, box: PaperBox): SourceBlock[] {
  const done = new Set<PaperTable>()
  return paper.paragraphs
    .filter((paragraph) => paragraph.box === box)
    .flatMap((paragraph): SourceBlock[] => {
      const { table } = paragraph
      if (!table) return [paragraphBlock(paragraph)]
      if (done.has(table)) return []
      done.add(table)
      return [{ kind: 'table', rows: rowsOf(table) }]
    })
}

function pictureFindings(paper: Paper): Finding[] {
  const main = paper.file.parts.get(paper.file.main)
  const count = [...elementsBelow(main, 'a:blip'), ...elementsBelow(main, 'v:imagedata')].length
  if (count === 0) return []
  const note = '图片不能转成公文文字，请排好后自行插入'
  return [{ what: 'picture', severity: 'warning', line: 0, words: `${count}幅图片`, note }]
}

/** Automatic numbers whose definition the file lacks. */
function numberFindings(paper: Paper): Finding[] {
  const known = paper.paragraphs.some(({ label }) => label !== '')
  const lost = paper.paragraphs.filter(({ look, label, text }) => {
    const id = look.numId?.val
    return id !== undefined && id !== '0' && label === '' && text.trim() !== '' && !known
  })
  if (lost.length === 0) return []
  const note = '这些段落的自动编号没有还原出来，请对照原文补上序数'
  const words = lost
    .slice(0, 3)
    .map(({ text }) => text.slice(0, 15))
    .join('；')
  return [{ what: 'unresolvedNumbering', severity: 'warning', line: 0, words, note }]
}
