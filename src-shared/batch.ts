/** Batch entry (批量录入): small sessions, dozens at a time, typed or pasted into a grid as plain text. Plain data. */
import type { ImportCounts } from './excel-import.ts'
import type { RecordKind } from './record-kinds.ts'
import {
  activityGenres,
  activityUnits,
  deliveries,
  lectureModes,
  lectureOccasions,
  studyTypes,
  venueTypes,
} from './vocabulary.ts'

/** A stay has lists within lists and is entered in its form. */
export const batchKinds = ['study', 'lecture', 'activity'] as const satisfies readonly RecordKind[]
export type BatchKind = (typeof batchKinds)[number]

export type BatchColumn = {
  readonly field: string
  readonly isRequired: boolean
  /** Width in the grid, px. */
  readonly width: number
  /** What is usually written, to choose from. */
  readonly words?: readonly string[]
}

const column = (field: string, width: number, words?: readonly string[]): BatchColumn => ({
  field,
  width,
  isRequired: false,
  ...(words ? { words } : {}),
})
const required = (field: string, width: number, words?: readonly string[]): BatchColumn => ({
  ...column(field, width, words),
  isRequired: true,
})

/** In the order of the grid; text of a cell is read as an imported cell is. */
export const batchColumns: Readonly<Record<BatchKind, readonly BatchColumn[]>> = {
  study: [
    required('date', 104),
    required('type', 150, studyTypes),
    required('topic', 240),
    required('organiser', 170),
    column('host', 80),
    column('place', 120),
    column('dueCount', 76),
    column('attendedCount', 76),
    column('delivery', 96, deliveries),
    column('note', 120),
  ],
  lecture: [
    required('date', 104),
    required('modes', 120, lectureModes),
    required('topic', 200),
    required('speakers', 110),
    required('venueType', 90, venueTypes),
    column('place', 120),
    column('occasion', 104, lectureOccasions),
    column('unionIds', 190),
    column('audienceOnSite', 76),
    column('audienceOnline', 76),
    column('organiser', 140),
    column('note', 100),
  ],
  activity: [
    required('date', 104),
    required('kind', 72),
    required('genre', 110, Object.values(activityGenres).flat()),
    required('title', 240),
    column('organiser', 140),
    column('medium', 130),
    column('count', 64),
    column('unit', 64, activityUnits),
    column('participants', 76),
    column('note', 120),
  ],
}

/** A cell that keeps its row out, or (isRemark) was understood in a way worth a look. */
export type BatchFinding = {
  /** Index among the rows given. */
  readonly row: number
  readonly field: string
  readonly message: string
  readonly isRemark: boolean
}

export type BatchCheck = { readonly counts: ImportCounts; readonly findings: readonly BatchFinding[] }
/** `id` undoes the batch as an import is undone; null: every row was known already. */
export type AddedBatch = { readonly id: string | null; readonly counts: ImportCounts }
