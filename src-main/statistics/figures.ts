/** The figures (指标) of a period: one statement for each kind of record. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import {
  activitiesIn,
  continuingStays,
  coveredUnions,
  lecturesIn,
  rowCount,
  staysIn,
  studiesIn,
  unionsOf,
} from './in-period.ts'

/**
 * Counts and sums of the records that lie in `period`: a study session or lecture by its date, a stay by its last day.
 * Give the transaction when something else must be counted at the same moment.
 */
export async function computeFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures> {
  return {
    study: await studyFigures(db, period),
    lecture: await lectureFigures(db, period),
    stay: await stayFigures(db, period),
    activity: await activityFigures(db, period),
  }
}

/** The figures of one kind of record only. */
export function figuresOfKind(
  db: Kysely<Tables>,
  kind: RecordKind,
  period: Period,
): Promise<PeriodFigures[RecordKind]> {
  if (kind === 'study') return studyFigures(db, period)
  if (kind === 'lecture') return lectureFigures(db, period)
  return kind === 'stay' ? stayFigures(db, period) : activityFigures(db, period)
}

/** The quotient of two figures; null without a base. */
export function ratio(part: number | null, base: number | null): number | null {
  return part === null || base === null || base === 0 ? null : part / base
}

async function studyFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['study']> {
  const row = await studiesIn(db, period)
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
  const row = await lecturesIn(db, period)
    .select(({ fn }) => [
      fn.countAll<number>().as('sessions'),
      fn.sum<number | null>('audienceOnSite').as('audienceOnSite'),
      fn.sum<number | null>('audienceOnline').as('audienceOnline'),
      fn.sum<number | null>('clicks').as('clicks'),
      fn.sum<number | null>('questionsAnswered').as('questionsAnswered'),
      coveredUnions(db, period).select(rowCount).as('coveredUnions'),
      unionsOf(db, period).select(rowCount).as('baseUnions'),
    ])
    .executeTakeFirstOrThrow()
  const [covered, base] = [row.coveredUnions ?? 0, row.baseUnions ?? 0]
  return { ...row, coveredUnions: covered, baseUnions: base, coverageRate: ratio(covered, base) }
}

async function stayFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['stay']> {
  const row = await staysIn(db, period)
    .select(({ fn }) => [
      fn.countAll<number>().as('stays'),
      continuingStays(db, period).select(rowCount).as('continuing'),
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

async function activityFigures(db: Kysely<Tables>, period: Period): Promise<PeriodFigures['activity']> {
  return await activitiesIn(db, period)
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('kind', '=', '宣传').as('publicity'),
      fn.countAll<number>().filterWhere('kind', '=', '文化').as('culture'),
      fn.countAll<number>().filterWhere('kind', '=', '研究').as('research'),
      fn.countAll<number>().filterWhere('kind', '=', '典型').as('models'),
      fn.sum<number | null>('participants').as('participants'),
    ])
    .executeTakeFirstOrThrow()
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
