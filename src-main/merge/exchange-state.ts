/** How the PCs of this office stand to each other (同步情况): what came, what went out, what waits for a decision. */
import type { Kysely } from 'kysely'
import type { ExchangeState } from '../../src-shared/exchange.ts'
import type { Tables } from '../database/tables.ts'
import { countOpenConflicts } from './conflicts.ts'

export async function showExchange(db: Kysely<Tables>): Promise<ExchangeState> {
  const others = await db
    .selectFrom('otherPc')
    .select(['replica', 'takenAt', 'createdAt'])
    .orderBy('takenAt', 'desc')
    .execute()
  const last = await db
    .selectFrom('exportedBundle')
    .select('createdAt')
    .where('kind', '=', 'exchange')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { others, exportedAt: last?.createdAt ?? null, openConflicts: await countOpenConflicts(db) }
}
