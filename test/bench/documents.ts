/**
 * Writing official documents, against the bare library writing the same paragraphs and rows; formatting texts from
 * elsewhere, twice as many at once against half of them twice, which shows whether the work grows with their number only.
 */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { documentOf } from '../../src-main/documents/document-of-recognition.ts'
import { recogniseDocument } from '../../src-main/documents/recognise/recognise-document.ts'
import { writeDocx } from '../../src-main/documents/write-docx.ts'
import { partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { longText, report, text, uprightSheet } from '../src-main/documents/sample-document.ts'
import { notice } from '../src-main/documents/sample-kinds.ts'
import { type Comparison, compare } from './measure.ts'

const besides = 'styles, head, title and foot in their places, pages estimated, the package rewritten to schema order'

export async function benchDocuments(runs: number): Promise<Comparison[]> {
  // Ten pages of 22 lines.
  const long = notice({ blocks: Array.from({ length: 52 }, () => text(longText)) })
  const sheet = uprightSheet(2000)
  const rows = report({ annexes: [{ title: sheet.title, sheet }] })
  const options = { aim: 1.3, runs, besides }
  return [
    await compare(
      'DOCX of a notice, ten pages',
      { ours: () => writeDocx(long), bare: () => writeBare(long) },
      { ...options, size: 52, times: 10 },
    ),
    await compare(
      'DOCX of a report, 2,000 rows',
      { ours: () => writeDocx(rows), bare: () => writeBare(rows) },
      { ...options, size: 2000 },
    ),
    ...(await benchFormatting(runs)),
  ]
}

async function benchFormatting(runs: number): Promise<Comparison[]> {
  const texts = Array.from({ length: 100 }, (_, index) => noticeText(index))
  const comparisons: Comparison[] = []
  for (const size of [50, 100])
    comparisons.push(
      await compare(
        'formatting, against halves',
        {
          ours: () => formatAll(texts.slice(0, size)),
          bare: async () => {
            await formatAll(texts.slice(0, size / 2))
            await formatAll(texts.slice(size / 2, size))
          },
        },
        { size, aim: 1.2, runs, besides: 'nothing: the work should grow with the number of texts only' },
      ),
    )
  return comparisons
}

async function formatAll(texts: readonly string[]): Promise<void> {
  for (const one of texts) {
    const { document } = recogniseDocument({ text: one }, { hasSeal: true })
    await writeDocx(documentOf(document, { hasSeal: true, given: {} }).document)
  }
}

/** As a clerk pastes it: two pages, four levels of headings. */
function noticeText(index: number): string {
  const parts = partsOf(notice({ number: `云工发〔2026〕${index + 1}号` }))
  const body = Array.from({ length: 8 }, (_, at) => [`${'一二三四五六七八'[at]}、第${at + 1}项工作`, longText]).flat()
  return [
    parts.mark.lines.join(''),
    parts.number,
    parts.titleLines.join(''),
    parts.recipients,
    ...body,
    ...parts.signature.map((row) => row.text),
  ].join('\n')
}

/** The same words as the manual of docx does it: every paragraph with its font, size and spacing, tables cell by cell. */
async function writeBare(document: OfficialDocument): Promise<void> {
  const parts = partsOf(document)
  const paragraph = (words: string) =>
    new Paragraph({
      spacing: { line: 579, lineRule: 'exact' },
      indent: { firstLine: 630 },
      children: [new TextRun({ text: words, font: '仿宋_GB2312', size: 32, characterSpacing: -5 })],
    })
  const words = [
    ...parts.mark.lines,
    parts.number,
    ...parts.titleLines,
    parts.recipients,
    ...parts.body.map(({ runs }) => runs.map((run) => run.text).join('')),
    ...parts.signature.map((row) => row.text),
    parts.imprint.copyTo ?? '',
    `${parts.imprint.printer ?? ''}${parts.imprint.printed}`,
  ]
  const tables = parts.annexes.flatMap(({ titleLines, sheet }) => [
    ...titleLines.map(paragraph),
    ...(sheet?.blocks ?? []).map((block) => {
      const rows = [block.columns.map(({ title }) => title), ...block.rows]
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(bareCell) })),
      })
    }),
  ])
  await Packer.toBuffer(new Document({ sections: [{ children: [...words.map(paragraph), ...tables] }] }))
}

function bareCell(cell: unknown): TableCell {
  const run = new TextRun({ text: String(cell ?? ''), font: '仿宋_GB2312', size: 21 })
  return new TableCell({ children: [new Paragraph({ children: [run] })] })
}
