/** How a sheet is made (制表): its tables, each of which also knows the records behind its cells. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RecordsBehind, SheetBlock } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'

/** `today` is the day of the report: what is overdue, and as of when the register counts. */
export type SheetScope = { readonly period: Period; readonly today: string }

/** A cell by the key of its row and the index of its column; without a row it is the total. */
export type CellPlace = { readonly row: string | null; readonly column: number }

export type BlockMaker = {
  readonly draw: (db: Kysely<Tables>, scope: SheetScope) => Promise<SheetBlock>
  /** undefined where the cell is no number: it has no records of its own. */
  readonly behind: (db: Kysely<Tables>, scope: SheetScope, place: CellPlace) => Promise<RecordsBehind | undefined>
}

export type SheetMaker = {
  readonly blocks: readonly BlockMaker[]
  readonly notes: (db: Kysely<Tables>, scope: SheetScope) => readonly string[] | Promise<readonly string[]>
}
