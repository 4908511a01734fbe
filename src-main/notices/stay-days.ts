/** Days on site of each cadre (蹲点天数) against the rule that the office has set; without one they are only counted. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import { type CadreDays, type StayDays, type StayRule, stayRuleSchema } from '../../src-shared/stay-rule.ts'
import type { Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { findSetting, putSetting } from '../settings.ts'
import { staysIn } from '../statistics/in-period.ts'

const key = 'stayRule'

/** null until the office has set one: no notice that we know states a number of days. */
export async function findStayRule(db: Kysely<Tables>): Promise<StayRule | null> {
  return stayRuleSchema.nullable().parse((await findSetting(db, key)) ?? null)
}

/** null takes the rule back. */
export async function setStayRule(db: Kysely<Tables>, writer: Writer, rule: StayRule | null): Promise<StayRule | null> {
  await putSetting(db, writer, key, rule)
  return rule
}

/** Of the rule's period in which `date` lies, a year without a rule; cadres by name, whom no stay names are not known. */
export async function stayDays(db: Kysely<Tables>, date: string): Promise<StayDays> {
  const rule = await findStayRule(db)
  const period = periodAround(date, rule?.period ?? '每年')
  const cadre = sql<{ value: string }>`json_each(stay.cadres)`.as<'cadre'>('cadre')
  const name = sql<string>`cadre.value ->> 'name'`
  const rows = await staysIn(db, period)
    .crossJoin(cadre)
    .groupBy(name)
    .orderBy(name)
    .select(({ fn }) => [
      name.as('name'),
      fn.countAll<number>().as('stays'),
      fn.sum<number | null>('stay.daysOnSite').as('days'),
      fn.countAll<number>().filterWhere('stay.daysOnSite', 'is', null).as('unstated'),
    ])
    .execute()
  const cadres = rows.map(
    (row): CadreDays => ({ ...row, gap: rule ? Math.max(0, rule.minDays - (row.days ?? 0)) : null }),
  )
  return { rule, period, cadres }
}

const monthsOf = { 每年: 12, 每半年: 6, 每季度: 3, 每月: 1 } as const satisfies Record<StayRule['period'], number>

function periodAround(date: string, length: StayRule['period']): Period {
  const months = monthsOf[length]
  const year = Number(date.slice(0, 4))
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  return { from: day(Date.UTC(year, first, 1)), to: day(Date.UTC(year, first + months, 0)) }
}
