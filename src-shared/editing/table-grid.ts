/** Rows and columns of a table (表格) as they are added, removed and pasted; a table keeps at least one of each. */

type Rows = readonly (readonly string[])[]

export function withCell(rows: Rows, row: number, column: number, text: string): string[][] {
  return rows.map((cells, index) =>
    index === row ? cells.map((cell, at) => (at === column ? text : cell)) : [...cells],
  )
}

/** An empty row before the one at `at`. */
export function withRow(rows: Rows, at: number): string[][] {
  const empty = Array.from({ length: rows[0]?.length ?? 1 }, () => '')
  return [...copied(rows.slice(0, at)), empty, ...copied(rows.slice(at))]
}

export function withoutRow(rows: Rows, at: number): string[][] {
  return rows.length === 1 ? copied(rows) : copied(rows.filter((_, index) => index !== at))
}

/** An empty column before the one at `at`. */
export function withColumn(rows: Rows, at: number): string[][] {
  return rows.map((cells) => [...cells.slice(0, at), '', ...cells.slice(at)])
}

export function withoutColumn(rows: Rows, at: number): string[][] {
  return (rows[0]?.length ?? 0) === 1 ? copied(rows) : rows.map((cells) => cells.filter((_, index) => index !== at))
}

/** Cells laid over the table from a corner on; it grows where they reach beyond it. */
export function withCells(
  rows: Rows,
  corner: { readonly row: number; readonly column: number },
  cells: Rows,
): string[][] {
  const height = Math.max(rows.length, corner.row + cells.length)
  const width = Math.max(rows[0]?.length ?? 0, corner.column + Math.max(0, ...cells.map((row) => row.length)))
  return Array.from({ length: height }, (_, row) =>
    Array.from(
      { length: width },
      (_, column) => cells[row - corner.row]?.[column - corner.column] ?? rows[row]?.[column] ?? '',
    ),
  )
}

function copied(rows: Rows): string[][] {
  return rows.map((cells) => [...cells])
}
