/** Every row that the printed page decides (版面检查表). */
import type { PrintedRow } from './row.ts'
import { footRows } from './rows-foot.ts'
import { headRows } from './rows-head.ts'
import { letterRows } from './rows-letter.ts'
import { paperRows } from './rows-paper.ts'
import { textRows } from './rows-text.ts'

export const printedRows: readonly PrintedRow[] = [
  ...paperRows,
  ...headRows,
  ...textRows,
  ...footRows,
  ...letterRows,
].sort((one, other) => one.id - other.id)
