/** The figures (指标) of a period: one statement for each kind of record. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'

/**
 * Counts and sums of the records that lie in `period`: a study session or lecture by its date, a stay by its last day.
 * Give the transaction when something else must be counted at the same moment.
 */
export async function computeFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures> {
  return {
    study: await studyFigures(db, period),
    lecture: await lectureFigures(db, period),
    stay: await stayFigures(db, period),
  }
}

/** The quotient of two figures; null without a base. */
export function ratio(part: number | null, base: number | null): number | null {
  return part === null || base === null || base === 0 ? null : part / base
}

async function studyFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['study']> {
  const row = await db
    .selectFrom('study')
    .where('removedAt', 'is', null)
    .where('date', '>=', period.from)
    .where('date', '<=', period.to)
    .select(({ fn, eb }) => {
      const isRated = eb.and([eb('dueCount', 'is not', null), eb('attendedCount', 'is not', null)])
      return [
        fn.countAll<number>().as('sessions'),
        fn.sum<number | null>('attendedCount').as('attended'),
        fn.sum<number | null>('dueCount').filterWhere(isRated).as('ratedDue'),
        fn.sum<number | null>('attendedCount').filterWhere(isRated).as('ratedAttended'),
        fn.countAll<number>().filterWhere('type', '=', '理论学习中心组集体学习').as('coreGroupSessions'),
        fn.countAll<number>().filterWhere('type', '=', '主题党日').as('partyDaySessions'),
      ]
    })
    .executeTakeFirstOrThrow()
  const [ratedDue, ratedAttended] = [row.ratedDue ?? 0, row.ratedAttended ?? 0]
  return { ...row, ratedDue, ratedAttended, attendanceRate: ratio(ratedAttended, ratedDue) }
}

async function lectureFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['lecture']> {
  const row = await db
    .selectFrom('lecture')
    .where('removedAt', 'is', null)
    .where('date', '>=', period.from)
    .where('date', '<=', period.to)
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().as('sessions'),
      fn.sum<number | null>('audienceOnSite').as('audienceOnSite'),
      fn.sum<number | null>('audienceOnline').as('audienceOnline'),
      fn.sum<number | null>('clicks').as('clicks'),
      fn.sum<number | null>('questionsAnswered').as('questionsAnswered'),
      selectFrom(coveredUnions(db, period).as('covered'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('coveredUnions'),
      selectFrom('grassrootsUnion')
        .where('removedAt', 'is', null)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('baseUnions'),
    ])
    .executeTakeFirstOrThrow()
  const [covered, base] = [row.coveredUnions ?? 0, row.baseUnions ?? 0]
  return { ...row, coveredUnions: covered, baseUnions: base, coverageRate: ratio(covered, base) }
}

/** Unions of today's register that a lecture of the period reached, each once. */
export function coveredUnions(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('grassrootsUnion')
    .where('grassrootsUnion.removedAt', 'is', null)
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('lecture')
        .innerJoin('lectureUnion', 'lectureUnion.lectureId', 'lecture.id')
        .where('lecture.removedAt', 'is', null)
        .where('lecture.date', '>=', period.from)
        .where('lecture.date', '<=', period.to)
        .select('lectureUnion.unionId'),
    )
    .select(['id', 'township'])
}

async function stayFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['stay']> {
  const row = await staysOf(db, period)
    .select(({ fn }) => [
      fn.countAll<number>().as('stays'),
      continuingStays(db, period).as('continuing'),
      fn.sum<number | null>(fn('json_array_length', ['cadres'])).as('cadres'),
      fn.sum<number | null>('daysOnSite').as('daysOnSite'),
      fn.sum<number | null>('visits').as('visits'),
      fn.sum<number | null>('talks').as('talks'),
      fn.sum<number | null>('meetings').as('meetings'),
      fn.sum<number | null>(linkedLectures).as('lectures'),
      fn.sum<number | null>('suggestions').as('suggestions'),
      fn.sum<number | null>(fn('json_array_length', ['problems'])).as('problems'),
      fn.sum<number | null>(solvedProblems).as('problemsSolved'),
      fn.sum<number | null>(fn('json_array_length', ['deeds'])).as('deeds'),
      fn.sum<number | null>('unionsFounded').as('unionsFounded'),
      fn.sum<number | null>('membersJoined').as('membersJoined'),
      fn.sum<number | null>('consolationPeople').as('consolationPeople'),
      consolationYuan.as('consolationYuan'),
    ])
    .executeTakeFirstOrThrow()
  return {
    ...row,
    continuing: row.continuing ?? 0,
    cadres: row.cadres ?? 0,
    lectures: row.lectures ?? 0,
    problems: row.problems ?? 0,
    problemsSolved: row.problemsSolved ?? 0,
    deeds: row.deeds ?? 0,
  }
}

/** Stays that count in the period. */
export function staysOf(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('stay')
    .where('stay.removedAt', 'is', null)
    .where('stay.to', '>=', period.from)
    .where('stay.to', '<=', period.to)
}

/** Counts the stays that had begun when the period ended and went on beyond it. */
export function continuingStays(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('stay as other')
    .where('other.removedAt', 'is', null)
    .where('other.to', '>', period.to)
    .where('other.from', '<=', period.to)
    .select((eb) => eb.fn.countAll<number>().as('count'))
}

/** Of one stay in a query on `stay`: the lectures linked to it. */
export const linkedLectures = sql<number>`(
  select count(*) from lecture where lecture.stayId = stay.id and lecture.removedAt is null
)`

/** Of one stay in a query on `stay`: its problems that are settled; Kysely has no word for json_each. */
export const solvedProblems = sql<number>`(
  select count(*) from json_each(stay.problems) where value ->> 'state' in ('已办结', '跟踪回访')
)`

/** Added up in whole fen, so that no sum of amounts shows a stray digit. */
const consolationYuan = sql<number | null>`sum(cast(round(consolationYuan * 100) as integer)) / 100.0`
