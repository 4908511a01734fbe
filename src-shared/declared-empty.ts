/** 零报告: which kinds of record an office has declared that it has none of. */
import type { DeclaredEmpty } from './bundle-manifest.ts'
import { type RecordKind, recordKindNames, recordKinds } from './record-kinds.ts'
import type { PeriodFigures } from './statistics.ts'

export function recordsOfKind({ study, lecture, stay, activity }: PeriodFigures, kind: RecordKind): number {
  if (kind === 'study') return study.sessions
  if (kind === 'lecture') return lecture.sessions
  // A stay that goes on is no reason to declare that there was none.
  if (kind === 'stay') return stay.stays + stay.continuing
  return activity.publicity + activity.culture + activity.research + activity.models
}

/** Words that name no kind speak of all of them; what there are records of is not empty, whatever was declared. */
export function emptyByWord(zero: readonly DeclaredEmpty[], figures: PeriodFigures): ReadonlySet<RecordKind> {
  const named = new Set(zero.map(({ what }) => what))
  const isAll = zero.some(({ what }) => recordKinds.every((kind) => recordKindNames[kind] !== what))
  return new Set(
    recordKinds.filter((kind) => (isAll || named.has(recordKindNames[kind])) && recordsOfKind(figures, kind) === 0),
  )
}
