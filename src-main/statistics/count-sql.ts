/** What is counted (指标) of the records of a group, as SQL over one record: for cross-tables and sheets alike. */
import { type RawBuilder, sql } from 'kysely'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { linkedLectures, solvedProblems } from './figures.ts'

export type CountSql = {
  /** The aggregate over the records of a group. */
  readonly total: RawBuilder<number | null>
  /** Which records it is made of; absent: all of them. */
  readonly stated?: RawBuilder<boolean>
  /** What a group without records has: a count has 0, a sum of stated numbers has nothing. */
  readonly isCounted: boolean
  /** Counts unions, each once: its groups have unions in common. */
  readonly isUnions?: true
  /** Counts the lectures given on stays. */
  readonly isLectures?: true
}

const counted = (condition?: RawBuilder<boolean>): CountSql => ({
  total: condition ? sql`count(*) filter (where ${condition})` : sql`count(*)`,
  ...(condition && { stated: condition }),
  isCounted: true,
})
/** A sum is made of the records that state the number; one that states 0 belongs to it, one that is blank does not. */
const summed = (column: string, condition?: RawBuilder<boolean>): CountSql => ({
  total: condition ? sql`sum(${sql.ref(column)}) filter (where ${condition})` : sql`sum(${sql.ref(column)})`,
  stated: condition ?? sql`${sql.ref(column)} is not null`,
  isCounted: false,
})
const listed = (column: string): CountSql => ({
  total: sql`sum(json_array_length(${sql.ref(column)}))`,
  stated: sql`json_array_length(${sql.ref(column)}) > 0`,
  isCounted: true,
})
const unions: CountSql = { total: sql`count(distinct reached.id)`, isCounted: true, isUnions: true }
const rated = sql<boolean>`study.dueCount is not null and study.attendedCount is not null`
const delivery = (word: string) => counted(sql`study.delivery = ${word}`)

export const countSql = {
  study: {
    sessions: counted(),
    onSite: delivery('线下'),
    online: delivery('线上'),
    mixed: delivery('线上线下结合'),
    due: summed('study.dueCount'),
    attended: summed('study.attendedCount'),
    rated: counted(rated),
    ratedDue: summed('study.dueCount', rated),
    ratedAttended: summed('study.attendedCount', rated),
  },
  lecture: {
    sessions: counted(),
    onSite: summed('lecture.audienceOnSite'),
    online: summed('lecture.audienceOnline'),
    clicks: summed('lecture.clicks'),
    questions: summed('lecture.questionsAnswered'),
    minutes: summed('lecture.durationMinutes'),
    coveredUnions: unions,
  },
  stay: {
    stays: counted(),
    cadres: listed('stay.cadres'),
    days: summed('stay.daysOnSite'),
    visits: summed('stay.visits'),
    talks: summed('stay.talks'),
    meetings: summed('stay.meetings'),
    lectures: { total: sql`sum(${linkedLectures})`, isCounted: true, isLectures: true },
    suggestions: summed('stay.suggestions'),
    problems: listed('stay.problems'),
    solved: { total: sql`sum(${solvedProblems})`, stated: sql`${solvedProblems} > 0`, isCounted: true },
    deeds: listed('stay.deeds'),
    unionsFounded: summed('stay.unionsFounded'),
    membersJoined: summed('stay.membersJoined'),
    consolationPeople: summed('stay.consolationPeople'),
    consolationYuan: {
      // In whole fen, so that no sum of amounts shows a stray digit.
      total: sql`sum(cast(round(stay.consolationYuan * 100) as integer)) / 100.0`,
      stated: sql`stay.consolationYuan is not null`,
      isCounted: false,
    },
  },
  activity: {
    records: counted(),
    amount: summed('activity.count'),
    participants: summed('activity.participants'),
    coveredUnions: unions,
  },
} as const satisfies Readonly<Record<RecordKind, Readonly<Record<string, CountSql>>>>

/** Rates of cross-tables as the quotient of two counts. */
const rates: Readonly<Record<string, readonly [part: string, base: string]>> = {
  attendanceRate: ['ratedAttended', 'ratedDue'],
  solvedRate: ['solved', 'problems'],
}

/** The counts that a measure is made of: itself, or part and base of a rate. */
export function countsOf(measure: string): readonly string[] {
  return rates[measure] ?? [measure]
}

export function countOf(kind: RecordKind, key: string): CountSql {
  const count = (countSql[kind] as Readonly<Record<string, CountSql>>)[key]
  if (count === undefined) throw new Error(`${kind} has no count ${key}`)
  return count
}
