/** The three kinds of record (学习, 宣讲, 蹲点) by the words that CLI, tables and bundles use. */
import { type Lecture, type LectureFields, lectureSchema } from './lectures.ts'
import { type Stay, type StayFields, staySchema } from './stays.ts'
import { type Study, type StudyFields, studySchema } from './studies.ts'

export const recordKinds = ['study', 'lecture', 'stay'] as const
export type RecordKind = (typeof recordKinds)[number]

export const recordSchemas = { study: studySchema, lecture: lectureSchema, stay: staySchema } as const

export type RecordFields = { study: StudyFields; lecture: LectureFields; stay: StayFields }
export type Records = { study: Study; lecture: Lecture; stay: Stay }
