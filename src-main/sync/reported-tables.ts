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

/** `answer` has no part in the root: what answers a requirement that the level above does not know says nothing there. */
export const reportedTables = [...wholeTables, 'answer'] as const satisfies readonly StampedTable[]
export type ReportedTable = (typeof reportedTables)[number]
