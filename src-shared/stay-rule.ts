/** The office's own rule for stays (蹲点天数规定): no notice we know states one, so there is none until the office sets it. */
import { z } from 'zod'
import { form, oneOf, requiredText } from './fields.ts'
import { stayRulePeriods } from './notice-words.ts'
import type { Period } from './period.ts'

export const stayRuleSchema = form({
  /** Days on site that each cadre owes in each period. */
  minDays: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(366, '不能超过366'),
  period: oneOf(stayRulePeriods),
  /** The document that says so, by name and 文号: the figure is printed with it. */
  source: requiredText(200),
})
export type StayRule = z.output<typeof stayRuleSchema>

/** `days` are those of the stays he took part in whose last day lies in the period; stays without days on site add none. */
export type CadreDays = {
  readonly name: string
  readonly stays: number
  /** null: none of the stays states its days on site. */
  readonly days: number | null
  /** Stays that do not state them. */
  readonly unstated: number
  /** null without a rule. */
  readonly gap: number | null
}
export type StayDays = {
  readonly rule: StayRule | null
  readonly period: Period
  readonly cadres: readonly CadreDays[]
}
