/** Rows of arrangements as a grid edits them (安排表格): moving, and pasting what was copied from Excel. Pure. */
import type { ArrangementFields } from './arrangements.ts'
import { arrangementKinds } from './notice-words.ts'
import { speakerKinds } from './vocabulary.ts'

/** A row that was stored before has its id. */
export type ArrangementRow = ArrangementFields & { readonly id?: string }
type Column = keyof ArrangementFields

/** In the order of the grid, and of the annex printed from it. */
export const arrangementColumns = [
  { name: 'kind', title: '类别' },
  { name: 'speakerKind', title: '宣讲人类别' },
  { name: 'speaker', title: '宣讲人' },
  { name: 'topic', title: '主题' },
  { name: 'time', title: '时间' },
  { name: 'place', title: '地点' },
  { name: 'audience', title: '对象' },
  { name: 'note', title: '备注' },
] as const satisfies readonly { readonly name: Column; readonly title: string }[]

export const blankArrangement: ArrangementRow = {
  kind: '宣讲',
  speakerKind: '',
  speaker: '',
  topic: '',
  time: '',
  place: '',
  audience: '',
  note: '',
}

/** The row at `index` changes places with its neighbour; unchanged at the ends. */
export function movedRow<Row>(rows: readonly Row[], index: number, by: -1 | 1): readonly Row[] {
  const [one, other] = [rows[index], rows[index + by]]
  if (one === undefined || other === undefined) return rows
  return rows.with(index, other).with(index + by, one)
}

/** Whether pasted text is more than the words of one cell. */
export function isGridText(text: string): boolean {
  return /\t|\n./u.test(text.replace(/\r\n?/gu, '\n').trim())
}

/** Cells go where they stand, to the right and down from a cell; further rows are new. A line of titles is left out. */
export function pastedRows(
  rows: readonly ArrangementRow[],
  at: { readonly row: number; readonly column: number },
  text: string,
): readonly ArrangementRow[] {
  const result = [...rows]
  const lines = cellsOf(text).filter((cells) => !isTitles(cells))
  for (const [down, cells] of lines.entries())
    result[at.row + down] = cells.reduce(
      (row, cell, right) => withCell(row, at.column + right, cell.trim()),
      result[at.row + down] ?? blankArrangement,
    )
  return result
}

function isTitles(cells: readonly string[]): boolean {
  const titles: readonly string[] = arrangementColumns.map(({ title }) => title)
  return cells.filter((cell) => titles.includes(cell.trim())).length >= 2
}

/** A word that a list does not have is kept: in 其他, or as the kind that was there. */
function withCell(row: ArrangementRow, column: number, cell: string): ArrangementRow {
  const name = arrangementColumns[column]?.name
  if (name === undefined) return row
  if (name === 'kind') return { ...row, kind: arrangementKinds.find((kind) => kind === cell) ?? row.kind }
  if (name !== 'speakerKind') return { ...row, [name]: cell }
  const known = speakerKinds.find((kind) => kind === cell)
  return { ...row, speakerKind: known ?? (cell === '' ? '' : '其他') }
}

/** Excel parts cells by tabs and puts those that hold line breaks into quotation marks. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]]
  const cells = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/gu
  const flat = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '')
  let at = 0
  while (at <= flat.length) {
    cells.lastIndex = at
    const found = cells.exec(flat)
    if (!found) break
    lines.at(-1)?.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').replace(/\n/gu, ' '))
    at = cells.lastIndex
    if (flat[at] === '\n') lines.push([])
    else if (flat[at] !== '\t') break
    at += 1
  }
  return lines
}
