/** Deadlines that a receipt names (报送期限): a report counts as in time up to midnight of the day, by our own clock. */
import { type Kysely, sql } from 'kysely'
import type { Requirement } from '../../src-shared/notices.ts'
import type { Period } from '../../src-shared/period.ts'
import type { BusinessReceipt } from '../../src-shared/receipts.ts'
import { lastReportDay, reportDaysOf } from '../../src-shared/report-days.ts'
import { completedAt, localDayOf } from '../../src-shared/report-state.ts'
import type { Tables } from '../database/tables.ts'
import type { ArchivedBundle } from '../intake/archive.ts'

/**
 * Late is what this bundle reports when all that has come for the notice had not reported it by the last day: who was
 * in time and corrects something, or answers a 退回, is not late with it.
 */
export async function dueOf(db: Kysely<Tables>, bundle: ArchivedBundle): Promise<BusinessReceipt['due']> {
  const { manifest, receivedAt } = bundle
  const receivedOn = localDayOf(receivedAt)
  const { notice } = manifest
  const known = notice === null ? [] : await askedReports(db)
  const asked =
    known.find(({ id }) => id === notice?.id) ?? known.find(({ number }) => number !== '' && number === notice?.number)
  const day = asked ? lastReportDay(asked.requirements) : null
  if (asked === undefined || day === null) return { day: null, receivedOn, isLate: false }
  const complete = completedAt(await reportsFor(db, bundle.officeId, asked), manifest.period, day)
  return { day, receivedOn, isLate: localDayOf(complete ?? receivedAt) > day }
}

/** The next day on which something is due that this office itself has asked for. */
export async function nextDue(db: Kysely<Tables>, today: string): Promise<BusinessReceipt['next']> {
  const days = (await askedReports(db)).flatMap(({ title, isOwn, requirements }) =>
    isOwn === 1 ? reportDaysOf(requirements).map((day) => ({ title, day })) : [],
  )
  return days.filter(({ day }) => day >= today).toSorted((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null
}

type AskedReport = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly isOwn: number
  readonly requirements: readonly Pick<Requirement, 'state' | 'report'>[]
}

/** Notices that ask for reports. Lists inside rows are JSON, which the builder knows as text. */
async function askedReports(db: Kysely<Tables>): Promise<readonly AskedReport[]> {
  const { rows } = await sql<Omit<AskedReport, 'requirements'> & { requirements: string }>`
    select notice.id, notice.number, notice.title,
      coalesce(notice.issuer = (select name from office where removedAt is null limit 1), 0) as isOwn,
      json_group_array(json_object('state', requirement.state, 'report', json(requirement.report))) as requirements
    from notice join requirement on requirement.noticeId = notice.id
    where notice.removedAt is null and requirement.removedAt is null
    group by notice.id order by notice.id
  `.execute(db)
  return rows.map((row) => ({ ...row, requirements: JSON.parse(row.requirements) as AskedReport['requirements'] }))
}

/** What the office has reported for the notice, by its id or its number. */
async function reportsFor(db: Kysely<Tables>, officeId: string, { id, number }: AskedReport) {
  const { rows } = await sql<{ receivedAt: string; from: string; to: string }>`
    select receivedAt, manifest ->> '$.period.from' as "from", manifest ->> '$.period.to' as "to" from archivedBundle
    where officeId = ${officeId} and kind = 'report' and undoneAt is null
      and (manifest ->> '$.notice.id' = ${id} or (${number} <> '' and manifest ->> '$.notice.number' = ${number}))
  `.execute(db)
  return rows.map(({ receivedAt, from, to }) => ({ receivedAt, period: { from, to } satisfies Period }))
}
