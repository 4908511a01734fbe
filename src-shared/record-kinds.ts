/** The four kinds of record (学习, 宣讲, 蹲点, 宣传文化) by the words that CLI, tables and bundles use. */
import { type Activity, type ActivityFields, activitySchema } from './activities.ts'
import { type Lecture, type LectureFields, lectureSchema } from './lectures.ts'
import { type Stay, type StayFields, staySchema } from './stays.ts'
import { type Study, type StudyFields, studySchema } from './studies.ts'

export const recordKinds = ['study', 'lecture', 'stay', 'activity'] as const
export type RecordKind = (typeof recordKinds)[number]

export const recordKindNames = {
  study: '学习',
  lecture: '宣讲',
  stay: '蹲点',
  activity: '宣传文化',
} as const satisfies Record<RecordKind, string>

export const recordSchemas = {
  study: studySchema,
  lecture: lectureSchema,
  stay: staySchema,
  activity: activitySchema,
} as const

export type RecordFields = { study: StudyFields; lecture: LectureFields; stay: StayFields; activity: ActivityFields }
export type Records = { study: Study; lecture: Lecture; stay: Stay; activity: Activity }
