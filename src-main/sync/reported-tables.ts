/** What is reported upward (上报范围): whose rows a bundle of kind `report` carries. */
import type { StampedTable } from '../database/tables.ts'

/** Every row of these is reported, removed ones too; parents before children. The state root is over them. */
export const wholeTables = [
  'office',
  'grassrootsUnion',
  'unionAct',
  'stay',
  'study',
  'lecture',
  'activity',
  'attachment',
] as const satisfies readonly StampedTable[]

/** Of `answer` only rows for requirements that came down from the recipient are, so it has no part in the root. */
export const reportedTables = [...wholeTables, 'answer'] as const satisfies readonly StampedTable[]
export type ReportedTable = (typeof reportedTables)[number]
