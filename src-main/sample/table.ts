/** Reads the written-out tables of the sample county (示例县): one row a line, cells between bars. */
import type { Stratum } from '../../src-shared/vocabulary.ts'

/** The cells of every line, trimmed; empty lines are skipped. @throws Error when a row has not `width` cells */
export function readTable(text: string, width: number): string[][] {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  for (const row of rows)
    if (row.length !== width) throw new Error(`sample row has ${row.length} cells, not ${width}: ${row.join('|')}`)
  return rows
}

/** A number, or null for an empty cell: not counted. */
export function countOf(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}

/** `党员12；一线职工` → 12 party members and workers whose number nobody counted. */
export function sharesOf(cell: string): { stratum: Stratum; people: number | null }[] {
  return listOf(cell, '；').map((share) => {
    const stratum = share.replace(/\d+$/, '')
    return { stratum: stratum as Stratum, people: countOf(share.slice(stratum.length)) }
  })
}

/** The parts of a cell between separators; none for an empty cell. */
export function listOf(cell: string, separator = '；'): string[] {
  return cell === '' ? [] : cell.split(separator)
}
