/** Figures of each office in a period (分单位指标), kept while its rows stand, and their sum over all of them. */
import type { Transaction } from 'kysely'
import { addValues, type FigureValues, valuesOf } from '../../src-shared/office-totals.ts'
import type { Period } from '../../src-shared/period.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { appVersion } from '../app-version.ts'
import type { Tables } from '../database/tables.ts'
import { computeFigures } from '../statistics/figures.ts'
import { officesBelow } from './offices-below.ts'
import { ofReceived } from './received-database.ts'
import { scopeTo } from './scope-views.ts'

export async function figuresOfOffice(
  trx: Transaction<Tables>,
  officeId: string,
  period: Period,
): Promise<PeriodFigures> {
  const kept = await ofReceived(trx)
    .selectFrom('officeFigures')
    .select('content')
    .where('officeId', '=', officeId)
    .where('periodFrom', '=', period.from)
    .where('periodTo', '=', period.to)
    .where('app', '=', appVersion)
    .executeTakeFirst()
  if (kept) return JSON.parse(kept.content) as PeriodFigures
  await scopeTo(trx, officeId)
  const figures = await computeFigures(trx, period)
  await ofReceived(trx)
    .insertInto('officeFigures')
    .orReplace()
    .values({
      officeId,
      periodFrom: period.from,
      periodTo: period.to,
      app: appVersion,
      content: JSON.stringify(figures),
    })
    .execute()
  return figures
}

/** Its rows are about to change, or have. */
export async function forgetFigures(trx: Transaction<Tables>, officeId: string): Promise<void> {
  await ofReceived(trx).deleteFrom('officeFigures').where('officeId', '=', officeId).execute()
}

/** Over the offices below us that have reported or are among `others`; those that were not counted yet are. */
export async function totalsOf(
  trx: Transaction<Tables>,
  { others, period, step }: { others: readonly string[]; period: Period; step: () => Promise<void> },
): Promise<FigureValues> {
  const reported = await ofReceived(trx).selectFrom('appliedBundle').select('officeId').distinct().execute()
  const below = await officesBelow(trx.withSchema('ledger')).select('officeId').execute()
  const known = new Set([...reported.map((row) => row.officeId), ...others])
  const values: FigureValues[] = []
  for (const { officeId } of below) {
    if (!known.has(officeId)) continue
    await step()
    values.push(valuesOf(await figuresOfOffice(trx, officeId, period)))
  }
  return addValues(values)
}
