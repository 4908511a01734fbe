/** The first rows of a sheet as they would be stored (将存入的样子), and of changed ones what they say now. */
import type { ImportKind, ImportSample } from '../../src-shared/excel-import.ts'
import { textOf } from './cell-values.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import type { PlannedRow } from './judge-rows.ts'
import type { Fields } from './known-records.ts'
import type { Names } from './read-row.ts'
import { type NamesById, writeCell } from './write-cell.ts'

export type Sampler = {
  readonly keep: (rows: readonly PlannedRow[]) => void
  readonly samples: readonly ImportSample[]
  /** A field as the template writes it. */
  readonly textOf: (fields: Fields, column: Column) => string
}

/** Rows of each state that are shown. */
const shownRows = { new: 100, changed: 200 } as const

export function openSampler(kind: ImportKind, names: Names): Sampler {
  const columns = columnsOf[kind].filter(({ isForeign }) => !isForeign)
  const left: Record<'new' | 'changed', number> = { ...shownRows }
  const samples: ImportSample[] = []
  const byId = namesById(names)
  const text = (fields: Fields, column: Column) => textOf(writeCell(fields, column, byId()))
  const sampleOf = ({ row, fields }: PlannedRow, before: Fields | undefined): ImportSample => {
    const texts: Record<string, string> = {}
    const changes: ImportSample['changes'][number][] = []
    for (const column of columns) {
      const shown = text(fields, column)
      if (shown !== '') texts[column.field] = shown
      const old = before ? text(before, column) : shown
      if (old !== shown) changes.push({ field: column.field, old, new: shown })
    }
    return { row, state: before ? 'changed' : 'new', texts, changes }
  }
  return {
    samples,
    textOf: text,
    keep(rows) {
      for (const row of rows) {
        if ((row.state !== 'new' && row.state !== 'changed') || left[row.state] === 0) continue
        left[row.state] -= 1
        samples.push(sampleOf(row, row.state === 'changed' ? row.target.fields : undefined))
      }
    },
  }
}

/** Ids, and what stands for them in a preview, → names; made anew when the workbook has added names. */
function namesById({ unions, stays }: Names): () => NamesById {
  let known: NamesById = new Map()
  let size = -1
  return () => {
    if (size !== unions.size + stays.size) {
      known = new Map([...unions, ...stays].map(([name, id]) => [id, name]))
      size = unions.size + stays.size
    }
    return known
  }
}
