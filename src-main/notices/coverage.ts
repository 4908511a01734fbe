/** Coverage of the grassroots unions (覆盖面) by the lectures of a notice's time, and who has not been reached yet. */
import type { Kysely } from 'kysely'
import type { NoticeCoverage } from '../../src-shared/progress.ts'
import type { Tables } from '../database/tables.ts'
import { ratio } from '../statistics/figures.ts'
import { coveredUnions, unionsOf } from '../statistics/in-period.ts'
import { nameOn } from '../unions/on-day.ts'
import { firstDayOf } from './criteria.ts'
import { getNotice, requirementsOf } from './notices.ts'

/** Before any ledger begins. */
const earliestDay = '2000-01-01'

/**
 * From the notice's day, or the first day that one of its requirements names, until today. Counted as the sheet of
 * lectures counts it. @throws Problem NOT_FOUND
 */
export async function noticeCoverage(db: Kysely<Tables>, id: string, today: string): Promise<NoticeCoverage> {
  const notice = await getNotice(db, id)
  const days = (await requirementsOf(db, id)).map(({ window }) => window?.from).filter((day) => typeof day === 'string')
  const from = [firstDayOf(notice) ?? earliestDay, ...days].toSorted()[0] ?? earliestDay
  const period = { from, to: from > today ? from : today }
  const rows = await unionsOf(db, period)
    .leftJoin(
      coveredUnions(db, period).select('grassrootsUnion.id as covered').as('reached'),
      'reached.covered',
      'grassrootsUnion.id',
    )
    .select(['grassrootsUnion.id', 'grassrootsUnion.township', 'reached.covered'])
    .select(nameOn(period.to).as('name'))
    .orderBy('township')
    .orderBy('name')
    .execute()
  const townships = [...new Set(rows.map(({ township }) => township))].map((township) => {
    const unions = rows.filter((row) => row.township === township)
    const unreached = unions.filter((row) => row.covered === null).map((row) => ({ id: row.id, name: row.name }))
    return { township, base: unions.length, covered: unions.length - unreached.length, unreached }
  })
  const covered = rows.filter((row) => row.covered !== null).length
  return { period, base: rows.length, covered, rate: ratio(covered, rows.length), townships }
}
