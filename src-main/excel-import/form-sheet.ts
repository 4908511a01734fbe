/** Forms (表单式的表): fields on the left, values beside them, one record a sheet. They are not read, but told apart. */
import type { Grid } from '../files/grid.ts'
import { plainText } from './cell-values.ts'
import { columnsOf } from './columns.ts'
import { headerKey } from './find-header.ts'

/** Words of fields with something beside them, in rows of their own. */
const fewest = 4

export function isFormSheet({ rows }: Grid): boolean {
  const found = new Set<string>()
  for (const { cells, merged } of rows)
    for (const [index, cell] of cells.entries()) {
      const key = headerKey(plainText(cell))
      const beside = cells.findIndex((_, other) => other > index && !merged.has(other))
      if (!merged.has(index) && fieldWords().has(key) && beside > 0 && cells[beside] !== null) {
        found.add(key)
        // A row of headers has many such words; a form has one or two.
        break
      }
    }
  return found.size >= fewest
}

let words: ReadonlySet<string> | undefined

function fieldWords(): ReadonlySet<string> {
  const columns = Object.values(columnsOf).flat()
  words ??= new Set(columns.flatMap(({ header, aliases }) => [header, ...aliases].map(headerKey)))
  return words
}
