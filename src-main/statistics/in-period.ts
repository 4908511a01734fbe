/** Which records count in a period (统计期): a study session or lecture by its date, a stay by its last day. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'
import { existsOn, withSuccessors } from '../unions/on-day.ts'

export function studiesIn(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('study')
    .where('study.removedAt', 'is', null)
    .where('study.date', '>=', period.from)
    .where('study.date', '<=', period.to)
}

export function lecturesIn(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('lecture')
    .where('lecture.removedAt', 'is', null)
    .where('lecture.date', '>=', period.from)
    .where('lecture.date', '<=', period.to)
}

export function staysIn(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('stay')
    .where('stay.removedAt', 'is', null)
    .where('stay.to', '>=', period.from)
    .where('stay.to', '<=', period.to)
}

export function activitiesIn(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('activity')
    .where('activity.removedAt', 'is', null)
    .where('activity.date', '>=', period.from)
    .where('activity.date', '<=', period.to)
}

/** Stays that had begun when the period ended and went on beyond it. */
export function continuingStays(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('stay')
    .where('stay.removedAt', 'is', null)
    .where('stay.to', '>', period.to)
    .where('stay.from', '<=', period.to)
}

/** Lectures of the stays that end in the period, whatever their own date. */
export function linkedLecturesIn(db: Kysely<Tables>, period: Period) {
  return db
    .selectFrom('lecture')
    .where('lecture.removedAt', 'is', null)
    .where('lecture.stayId', 'in', staysIn(db, period).select('stay.id'))
}

/** The base of coverage (应覆盖): the unions that there were on the period's last day. */
export function unionsOf(db: Kysely<Tables>, period: Period) {
  return db.selectFrom('grassrootsUnion').where(existsOn(period.to))
}

/**
 * Those of the base that a lecture of the period reached, each once. A lecture to a union that had been merged by the
 * period's last day reached the one that it became; what was dissolved or split is not in the base.
 */
export function coveredUnions(db: Kysely<Tables>, period: Period) {
  const reached = sql`(select lectureUnion.unionId from lecture join lectureUnion on lectureUnion.lectureId = lecture.id
    where lecture.removedAt is null and lecture.date >= ${period.from} and lecture.date <= ${period.to})`
  return unionsOf(db, period).where(sql<boolean>`grassrootsUnion.id in ${withSuccessors(reached, period.to)}`)
}

/** Number of rows; Kysely's own word would have to be typed anew for every table. */
export const rowCount = sql<number>`count(*)`.as('count')
