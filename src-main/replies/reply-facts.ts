/** What a reply may quote besides figures (回复素材): the report's facts, practice and model cases of the period. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'
import { gatherFacts, type ReportFacts } from '../documents/report-facts.ts'
import { activitiesIn } from '../statistics/in-period.ts'

export type ReplyFacts = ReportFacts & {
  /** 宣传、文化、研究 and 典型 by name, the earliest first. */
  readonly activities: readonly {
    readonly kind: string
    readonly genre: string
    readonly title: string
    readonly medium: string
    readonly outcome: string
  }[]
}

const most = 200

export async function gatherReplyFacts(trx: Kysely<Tables>, period: Period, today: string): Promise<ReplyFacts> {
  const activities = await activitiesIn(trx, period)
    .select(['kind', 'genre', 'title', 'medium', 'outcome'])
    .orderBy('date')
    .orderBy('id')
    .limit(most)
    .execute()
  return { ...(await gatherFacts(trx, period, today)), activities }
}
