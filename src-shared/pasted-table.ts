/** A table from the clipboard (粘贴的表格) as text with tabs, merged cells spread as Excel would show them. Pure. */
export type PastedCell = { readonly text: string; readonly rowSpan: number; readonly colSpan: number }

/** Columns and rows that a merged cell may cover; more is no table of people. */
const mostSpan = 500

/**
 * Words over several rows hold for each of them; a number over several rows is one number. Of cells merged sideways
 * only words stand in every column, so that the upper row of a double header keeps its meaning.
 */
export function pastedText(rows: readonly (readonly PastedCell[])[]): string {
  const grid: string[][] = rows.map(() => [])
  for (const [y, cells] of rows.entries()) {
    let x = 0
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1
      spread(grid, x, y, cell)
      x += Math.min(cell.colSpan, mostSpan)
    }
  }
  return grid.map((cells) => Array.from(cells, (text) => quoted(text ?? '')).join('\t')).join('\r\n')
}

function spread(grid: string[][], x: number, y: number, { text, rowSpan, colSpan }: PastedCell): void {
  const isNumber = /^[\d.,%\s]+$/u.test(text)
  for (let down = 0; down < Math.min(rowSpan, mostSpan); down += 1)
    for (let across = 0; across < Math.min(colSpan, mostSpan); across += 1) {
      const line = grid[y + down]
      if (line) line[x + across] = isNumber && down + across > 0 ? '' : text
    }
}

function quoted(text: string): string {
  return /["\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
