/** What a rule of the self-check (逻辑检查) looks at and what it answers. */
import type { Kysely } from 'kysely'
import type { Notice } from '../../../src-shared/notices.ts'
import type { Period } from '../../../src-shared/period.ts'
import type { SelfCheckFinding } from '../../../src-shared/self-check.ts'
import type { SelfCheckRule } from '../../../src-shared/self-check-rules.ts'
import type { Tables } from '../../database/tables.ts'

export type Scope = {
  readonly notice: Notice
  readonly period: Period
  readonly today: string
}

/** `subject` names the thing that was found, not how many there are, so that an explanation stays with it. */
export type Found = Pick<SelfCheckFinding, 'subject' | 'records' | 'message'> & { readonly rule: SelfCheckRule }

export type RuleCheck = (trx: Kysely<Tables>, scope: Scope) => Promise<Found[]>

/** So many findings of one rule are shown one by one. */
export const mostOfOneRule = 50
