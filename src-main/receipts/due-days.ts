/** Deadlines that a receipt names (报送期限): a report counts as in time up to midnight of the day, by our own clock. */
import { type Kysely, sql } from 'kysely'
import type { BusinessReceipt } from '../../src-shared/receipts.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import type { Tables } from '../database/tables.ts'

/** @param receivedAt ISO 8601 */
export async function dueOf(
  db: Kysely<Tables>,
  noticeId: string | null,
  receivedAt: string,
): Promise<BusinessReceipt['due']> {
  const receivedOn = localDayOf(receivedAt)
  const day = noticeId === null ? null : ((await reportDays(db)).find(({ id }) => id === noticeId)?.day ?? null)
  return { day, receivedOn, isLate: day !== null && receivedOn > day }
}

/** The next day on which something is due that this office itself has asked for. */
export async function nextDue(db: Kysely<Tables>, today: string): Promise<BusinessReceipt['next']> {
  const next = (await reportDays(db)).find(({ day, isOwn }) => isOwn === 1 && day >= today)
  return next ? { title: next.title, day: next.day } : null
}

type ReportDay = { readonly id: string; readonly title: string; readonly day: string; readonly isOwn: number }

/** The first day by which each notice wants a report, in order of days. JSON inside rows, which the builder knows as text. */
async function reportDays(db: Kysely<Tables>): Promise<readonly ReportDay[]> {
  const { rows } = await sql<ReportDay>`
    select notice.id, notice.title, min(coalesce(
      nullif(nullif(requirement.report ->> 'due', ''), '及时'),
      case when requirement.kind = '报告' then nullif(requirement."window" ->> 'to', '') end
    )) as day, coalesce(notice.issuer = (select name from office where removedAt is null limit 1), 0) as isOwn
    from notice join requirement on requirement.noticeId = notice.id
    where notice.removedAt is null and requirement.removedAt is null and requirement.state <> '不适用'
    group by notice.id having day is not null order by day, notice.id
  `.execute(db)
  return rows
}
