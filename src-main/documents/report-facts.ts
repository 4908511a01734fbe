/** What a report may quote from the records besides figures (报告素材): topics, reactions, outcomes, gaps. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import { speakerKinds, venueTypes } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { coveredUnions, lecturesIn, staysIn, studiesIn, unionsOf } from '../statistics/in-period.ts'

/** Lists are in a fixed order and cut after six: a report quotes up to five and says 等 when there are more. */
export type ReportFacts = {
  readonly studyTopics: readonly string[]
  readonly lectureTopics: readonly string[]
  readonly speakerKinds: readonly string[]
  readonly venueTypes: readonly string[]
  /** 职工反响, as entered. */
  readonly reactions: readonly string[]
  readonly stayUnits: readonly string[]
  readonly outcomes: readonly { readonly unitName: string; readonly outcome: string }[]
  readonly deeds: readonly string[]
  /** Townships with unions that no lecture of the period reached, most first. */
  readonly uncovered: readonly { readonly township: string; readonly unions: number }[]
  /** Problems not settled, overdue ones first; `isOverdue` on the day of the report. */
  readonly openProblems: readonly { readonly unitName: string; readonly text: string; readonly isOverdue: boolean }[]
}

const quoted = 6

export async function gatherFacts(db: Kysely<Tables>, period: Period, today: string): Promise<ReportFacts> {
  const outcomes = await staysIn(db, period)
    .where('stay.outcome', '<>', '')
    .orderBy('stay.to')
    .orderBy('stay.id')
    .select(['stay.unitName', 'stay.outcome'])
    .limit(quoted - 1)
    .execute()
  return {
    studyTopics: await topics(
      studiesIn(db, period).select(['study.topic as text', sql<string>`min(date)`.as('first')]),
    ),
    lectureTopics: await topics(
      lecturesIn(db, period).select(['lecture.topic as text', sql<string>`min(date)`.as('first')]),
    ),
    ...(await lectureWords(db, period)),
    reactions: await reactions(db, period),
    stayUnits: await stayUnits(db, period),
    outcomes,
    deeds: await deeds(db, period),
    uncovered: await uncovered(db, period),
    openProblems: await openProblems(db, period, today),
  }
}

type Groupable = {
  groupBy(column: 'topic'): {
    orderBy(column: 'first'): { limit(count: number): { execute(): Promise<{ text: string }[]> } }
  }
}

/** Different topics, the earliest first. */
async function topics(query: Groupable): Promise<string[]> {
  const rows = await query.groupBy('topic').orderBy('first').limit(quoted).execute()
  return rows.map((row) => row.text)
}

async function lectureWords(db: Kysely<Tables>, period: Period) {
  const venues = await lecturesIn(db, period).select('venueType').distinct().execute()
  const speakers = sql<{ value: string }>`json_each(lecture.speakers)`.as<'speaker'>('speaker')
  const kinds = await lecturesIn(db, period)
    .crossJoin(speakers)
    .select(sql<string>`speaker.value ->> 'kind'`.as('kind'))
    .distinct()
    .execute()
  const given = new Set(kinds.map((row) => row.kind))
  const used = new Set(venues.map((row) => row.venueType))
  return {
    speakerKinds: speakerKinds.filter((kind) => kind !== '其他' && given.has(kind)),
    venueTypes: venueTypes.filter((venue) => venue !== '其他' && used.has(venue)),
  }
}

async function reactions(db: Kysely<Tables>, period: Period): Promise<string[]> {
  const rows = await lecturesIn(db, period)
    .where('lecture.reactions', '<>', '')
    .orderBy('lecture.date')
    .orderBy('lecture.id')
    .select('lecture.reactions')
    .limit(3)
    .execute()
  return rows.map((row) => row.reactions)
}

async function stayUnits(db: Kysely<Tables>, period: Period): Promise<string[]> {
  const rows = await staysIn(db, period)
    .groupBy('stay.unitName')
    .orderBy(sql`min(stay."to")`)
    .orderBy('stay.unitName')
    .select('stay.unitName')
    .limit(quoted)
    .execute()
  return rows.map((row) => row.unitName)
}

// Kysely has no word for json_each, here and below.
async function deeds(db: Kysely<Tables>, period: Period): Promise<string[]> {
  const deed = sql<{ value: string }>`json_each(stay.deeds)`.as<'deed'>('deed')
  const rows = await staysIn(db, period)
    .crossJoin(deed)
    .orderBy('stay.to')
    .orderBy('stay.id')
    .select(sql<string>`deed.value`.as('text'))
    .limit(quoted)
    .execute()
  return rows.map((row) => row.text)
}

async function uncovered(db: Kysely<Tables>, period: Period) {
  return await unionsOf(db, period)
    .where('id', 'not in', coveredUnions(db, period).select('grassrootsUnion.id'))
    .groupBy('township')
    .select(['township', sql<number>`count(*)`.as('unions')])
    .orderBy('unions', 'desc')
    .orderBy('township')
    .limit(quoted)
    .execute()
}

async function openProblems(db: Kysely<Tables>, period: Period, today: string) {
  const problem = sql<{ value: string }>`json_each(stay.problems)`.as<'problem'>('problem')
  const isOverdue = sql<number>`coalesce(problem.value ->> 'due' < ${today}, 0)`
  const rows = await staysIn(db, period)
    .crossJoin(problem)
    .where(sql<boolean>`problem.value ->> 'state' in ('待办', '办理中')`)
    .orderBy(isOverdue, 'desc')
    .orderBy('stay.to')
    .orderBy('stay.id')
    .select(['stay.unitName', sql<string>`problem.value ->> 'text'`.as('text'), isOverdue.as('isOverdue')])
    .limit(3)
    .execute()
  return rows.map((row) => ({ ...row, isOverdue: row.isOverdue === 1 }))
}
