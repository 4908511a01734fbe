/** The workbench (工作台): this month's figures, what is missing and the newest records. */
import type { Kysely } from 'kysely'
import { monthOf } from '../../src-shared/periods.ts'
import type { RecentRecord, Workbench } from '../../src-shared/workbench.ts'
import type { Tables } from '../database/tables.ts'
import { findOffice } from '../office.ts'
import { computeFigures } from '../statistics/figures.ts'
import { rowCount } from '../statistics/in-period.ts'
import { existsOn } from '../unions/on-day.ts'
import { findGaps } from './gaps.ts'

/** How many of the newest records are shown. */
const recentCount = 8

export async function showWorkbench(db: Kysely<Tables>, today: string): Promise<Workbench> {
  const month = monthOf(today)
  const totals = await countAll(db, today)
  const gaps = await findGaps(db, { today, totals, hasOffice: (await findOffice(db)) !== null })
  return {
    today,
    month,
    figures: await computeFigures(db, month),
    totals,
    gaps,
    nextStep: gaps[0] ?? null,
    recent: await listRecent(db),
  }
}

async function countAll(db: Kysely<Tables>, today: string): Promise<Workbench['totals']> {
  const count = (table: 'study' | 'lecture' | 'stay' | 'activity') =>
    db.selectFrom(table).where('removedAt', 'is', null).select(rowCount)
  const row = await db
    .selectNoFrom([
      count('study').as('study'),
      count('lecture').as('lecture'),
      count('stay').as('stay'),
      count('activity').as('activity'),
      db.selectFrom('grassrootsUnion').where(existsOn(today)).select(rowCount).as('union'),
    ])
    .executeTakeFirstOrThrow()
  return {
    study: row.study ?? 0,
    lecture: row.lecture ?? 0,
    stay: row.stay ?? 0,
    activity: row.activity ?? 0,
    union: row.union ?? 0,
  }
}

/** The newest of each kind by the day on which it was held or ended, then the newest of them all. */
async function listRecent(db: Kysely<Tables>): Promise<RecentRecord[]> {
  const newest = <Row extends Omit<RecentRecord, 'kind'>>(kind: RecentRecord['kind'], rows: readonly Row[]) =>
    rows.map(({ id, date, title }): RecentRecord => ({ kind, id, date, title }))
  const byDate = (kind: 'study' | 'lecture') =>
    db
      .selectFrom(kind)
      .where('removedAt', 'is', null)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .limit(recentCount)
      .select(['id', 'date', 'topic as title'])
      .execute()
  const stays = await db
    .selectFrom('stay')
    .where('removedAt', 'is', null)
    .orderBy('to', 'desc')
    .orderBy('id', 'desc')
    .limit(recentCount)
    .select(['id', 'to as date', 'unitName as title'])
    .execute()
  const activities = await db
    .selectFrom('activity')
    .where('removedAt', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(recentCount)
    .select(['id', 'date', 'title'])
    .execute()
  const all = [
    ...newest('study', await byDate('study')),
    ...newest('lecture', await byDate('lecture')),
    ...newest('stay', stays),
    ...newest('activity', activities),
  ]
  return all
    .toSorted((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0))
    .slice(0, recentCount)
}
