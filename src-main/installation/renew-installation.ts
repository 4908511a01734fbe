/** Goes on under a new name (另起一期、另起一台) when somebody else has seen that the present one is in use twice. */
import type { CoreContext } from '../core-context.ts'

/**
 * After a receipt that knows more of this replica and epoch than the ledger does.
 * @param beyond the highest epoch that the other side knows
 */
export async function raiseEpoch(context: CoreContext, beyond: number, sentence: string): Promise<void> {
  await renew(context, { replica: context.replica, epoch: Math.max(context.epoch, beyond) + 1 }, sentence)
}

/** After a fork: were both branches to raise the same epoch they would meet again. */
export async function becomeNewReplica(context: CoreContext, sentence: string): Promise<void> {
  await renew(context, { replica: context.newId(), epoch: 1 }, sentence)
}

async function renew(context: CoreContext, name: { replica: string; epoch: number }, notice: string): Promise<void> {
  await context.db
    .updateTable('installation')
    .set({ ...name, notice })
    .execute()
  Object.assign(context, name)
  await context.keepMark()
}
