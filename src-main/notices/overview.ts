/** All notices at a glance (通知一览): how many of the requirements of each are where, and what falls due next. */
import type { Kysely } from 'kysely'
import { type NoticeOverview, type ProgressState, progressStates } from '../../src-shared/progress.ts'
import type { RowQuery } from '../database/list-rows.ts'
import type { Tables } from '../database/tables.ts'
import { listNotices } from './notices.ts'
import { noticeProgress } from './progress.ts'

/** Of the notices that the query finds, newest first. */
export async function noticesOverview(
  db: Kysely<Tables>,
  query: RowQuery,
  today: string,
): Promise<readonly NoticeOverview[]> {
  const overviews: NoticeOverview[] = []
  for (const { id, title, number, issuer, date } of (await listNotices(db, query)).rows) {
    const { requirements } = await noticeProgress(db, { id, withRecords: false }, today)
    const count = (state: ProgressState) => requirements.filter((one) => one.state === state).length
    const states = Object.fromEntries(progressStates.map((state) => [state, count(state)])) as NoticeOverview['states']
    const open = requirements.filter(({ state, due }) => state !== '已达标' && due !== null && due >= today)
    const nextDue = open.map(({ due }) => due).toSorted()[0] ?? null
    overviews.push({ noticeId: id, title, number, issuer, date, states, nextDue })
  }
  return overviews
}
