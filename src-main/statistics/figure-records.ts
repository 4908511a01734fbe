/** The records behind a figure (数据溯源): which rows a number of a period was counted or added up from. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { nameOn } from '../unions/on-day.ts'
import { activitiesIn, continuingStays, coveredUnions, lecturesIn, staysIn, studiesIn, unionsOf } from './in-period.ts'

type Ids = Promise<{ readonly id: string }[]>
type Source = (db: Kysely<Tables>, period: Period) => Ids

const studies =
  (condition = sql<boolean>`true`): Source =>
  (db, period) =>
    studiesIn(db, period).where(condition).select('study.id').orderBy('study.date').orderBy('study.id').execute()
const lectures =
  (condition = sql<boolean>`true`): Source =>
  (db, period) =>
    lecturesIn(db, period).where(condition).select('lecture.id').orderBy('lecture.date').orderBy('lecture.id').execute()
const stays =
  (condition = sql<boolean>`true`): Source =>
  (db, period) =>
    staysIn(db, period).where(condition).select('stay.id').orderBy('stay.to').orderBy('stay.id').execute()
const activities =
  (condition = sql<boolean>`true`): Source =>
  (db, period) =>
    activitiesIn(db, period)
      .where(condition)
      .select('activity.id')
      .orderBy('activity.date')
      .orderBy('activity.id')
      .execute()

/** A sum is made of the records that state the number; one that states 0 belongs to it, one that is blank does not. */
const stated = (column: string) => sql<boolean>`${sql.ref(column)} is not null`
const rated = sql<boolean>`dueCount is not null and attendedCount is not null`
const hasAny = (column: string) => sql<boolean>`json_array_length(${sql.ref(column)}) > 0`

const linkedLectures: Source = (db, period) =>
  db
    .selectFrom('lecture')
    .where('removedAt', 'is', null)
    .where('stayId', 'in', () => staysIn(db, period).select('stay.id'))
    .select('id')
    .orderBy('date')
    .orderBy('id')
    .execute()

const registeredUnions: Source = (db, period) => unionsOf(db, period).select('id').orderBy(nameOn(period.to)).execute()
const reachedUnions: Source = (db, period) =>
  coveredUnions(db, period).select('id').orderBy(nameOn(period.to)).execute()

const sources: Readonly<Record<PeriodFigureKey, Source>> = {
  'study.sessions': studies(),
  'study.attended': studies(stated('study.attendedCount')),
  'study.ratedDue': studies(rated),
  'study.ratedAttended': studies(rated),
  'study.attendanceRate': studies(rated),
  'study.coreGroupSessions': studies(sql`type = '理论学习中心组集体学习'`),
  'study.partyDaySessions': studies(sql`type = '主题党日'`),
  'lecture.sessions': lectures(),
  'lecture.audienceOnSite': lectures(stated('lecture.audienceOnSite')),
  'lecture.audienceOnline': lectures(stated('lecture.audienceOnline')),
  'lecture.clicks': lectures(stated('lecture.clicks')),
  'lecture.questionsAnswered': lectures(stated('lecture.questionsAnswered')),
  'lecture.coveredUnions': reachedUnions,
  'lecture.baseUnions': registeredUnions,
  'lecture.coverageRate': reachedUnions,
  'stay.stays': stays(),
  'stay.continuing': (db, period) => continuingStays(db, period).select('stay.id').orderBy('stay.id').execute(),
  'stay.cadres': stays(),
  'stay.daysOnSite': stays(stated('stay.daysOnSite')),
  'stay.visits': stays(stated('stay.visits')),
  'stay.talks': stays(stated('stay.talks')),
  'stay.meetings': stays(stated('stay.meetings')),
  'stay.lectures': linkedLectures,
  'stay.suggestions': stays(stated('stay.suggestions')),
  'stay.problems': stays(hasAny('stay.problems')),
  'stay.problemsSolved': stays(
    sql`exists (select 1 from json_each(stay.problems) where value ->> 'state' in ('已办结', '跟踪回访'))`,
  ),
  'stay.deeds': stays(hasAny('stay.deeds')),
  'stay.unionsFounded': stays(stated('stay.unionsFounded')),
  'stay.membersJoined': stays(stated('stay.membersJoined')),
  'stay.consolationPeople': stays(stated('stay.consolationPeople')),
  'stay.consolationYuan': stays(stated('stay.consolationYuan')),
  'activity.publicity': activities(sql`kind = '宣传'`),
  'activity.culture': activities(sql`kind = '文化'`),
  'activity.research': activities(sql`kind = '研究'`),
  'activity.models': activities(sql`kind = '典型'`),
  'activity.participants': activities(stated('activity.participants')),
}

/** Which register the rows of a figure are in. */
export function kindBehind(figure: PeriodFigureKey): RecordKind | 'grassrootsUnion' {
  if (/^lecture\.(?:coveredUnions|baseUnions|coverageRate)$/u.test(figure)) return 'grassrootsUnion'
  return figure === 'stay.lectures' ? 'lecture' : (figure.split('.')[0] as RecordKind)
}

/** In the order of their days; of coverage the unions, by name. */
export async function recordsBehind(db: Kysely<Tables>, figure: PeriodFigureKey, period: Period): Promise<string[]> {
  return (await sources[figure](db, period)).map(({ id }) => id)
}
