/** What the received database tells beside its rows (接收结果): what bundles did, what is held back. */
import type { BundleEffect, HeldRow } from '../../src-shared/intake.ts'
import type { CoreContext } from '../core-context.ts'
import { catchUp } from './catch-up.ts'
import { type HeldQuery, listHeldRows } from './hold-rows.ts'
import { ofReceived } from './received-database.ts'
import { inTurn } from './received-turn.ts'

/** null while it does not count. */
export async function effectOfBundle(context: CoreContext, bundleId: string): Promise<BundleEffect | null> {
  return await inTurn(context, async (db) => {
    await catchUp(db, context)
    const row = await ofReceived(db)
      .selectFrom('appliedBundle')
      .select('effect')
      .where('bundleId', '=', bundleId)
      .executeTakeFirst()
    return row ? (JSON.parse(row.effect) as BundleEffect) : null
  })
}

/** 隔离与暂存: open ones, or all of one bundle. */
export async function heldRows(context: CoreContext, query: HeldQuery): Promise<readonly HeldRow[]> {
  return await inTurn(context, async (db) => {
    await catchUp(db, context)
    return await listHeldRows(db, query)
  })
}
