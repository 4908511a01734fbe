/** A table as cells show it (表格), whatever kind of file it comes from; long ones are handed on in parts. */

/** What a cell shows; a formula gives the result stored beside it. A day or time is a Date in UTC. */
export type GridValue = string | number | boolean | Date | null

export type GridRow = {
  /** Counted from 1. */
  readonly number: number
  readonly isHidden: boolean
  /** From column A; merged cells all hold the value of the first. */
  readonly cells: readonly GridValue[]
  /** Cells that only repeat the one above or to the left, by index. */
  readonly merged: ReadonlyMap<number, 'down' | 'across'>
}
export type Grid = {
  readonly name: string
  readonly rows: readonly GridRow[]
  /** Indexes of columns that the clerk has hidden. */
  readonly hiddenColumns?: ReadonlySet<number>
}

/** Rows that follow each other, and how many bytes of the sheet are read with them. */
export type GridPart = Omit<Grid, 'name'> & { readonly bytes: number }

/** A sheet whose rows are read when they are asked for, each time anew. */
export type SheetSource = {
  readonly name: string
  /** Bytes in all, for telling how far the reading is. */
  readonly size: number
  /** Rows that hold something, in order. @throws Problem FILE_UNREADABLE when the sheet turns out to be damaged */
  readonly parts: () => AsyncIterable<GridPart>
}

/** The same of rows that are in memory. */
export function sourceOf({ name, rows }: Grid): SheetSource {
  return {
    name,
    size: rows.length,
    async *parts() {
      for (let start = 0; start < rows.length; start += partRows)
        yield { rows: rows.slice(start, start + partRows), bytes: Math.min(start + partRows, rows.length) }
    },
  }
}

/** Rows of a part: some milliseconds of work. */
const partRows = 200

/** The first rows of a sheet, among which its header stands. */
export async function headOf(source: SheetSource, rows: number): Promise<Grid> {
  const head: GridRow[] = []
  let hiddenColumns: Grid['hiddenColumns']
  for await (const part of source.parts()) {
    head.push(...part.rows)
    hiddenColumns = part.hiddenColumns
    if (head.length >= rows) break
  }
  return { name: source.name, rows: head.slice(0, rows), ...(hiddenColumns ? { hiddenColumns } : {}) }
}
