/** Takes an import back (撤销导入), or a bundle out of the list before it was taken in (移出). */
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { archivedBundle } from './archive.ts'
import { catchUp } from './catch-up.ts'
import { note } from './journal.ts'
import { inTurn } from './received-turn.ts'

/**
 * The bundle no longer counts: its office is drawn anew from its others. It stays in the archive and can be taken in
 * again. @throws Problem NOT_FOUND, INVALID_INPUT when it does not count, KEY_LOCKED
 */
export async function undoBundle(context: CoreContext, bundleId: string): Promise<void> {
  const { importedAt, undoneAt, officeId } = await archivedBundle(context.db, bundleId)
  if (importedAt === null || undoneAt !== null)
    throw new Problem('INVALID_INPUT', '这个上报包没有导入，或已经撤销，不用再撤销。')
  // Opening what remains needs the key: rather before the decision than behind it.
  context.keys.identities()
  await context.db.transaction().execute(async (trx) => {
    await trx.updateTable('archivedBundle').set({ undoneAt: context.now() }).where('bundleId', '=', bundleId).execute()
    await note({ ...context, db: trx }, { action: '撤销', bundleId, officeId, words: '' })
  })
  await inTurn(context, (db) => catchUp(db, context))
}

/** Its files are no longer held. @throws Problem NOT_FOUND, IN_USE when it was taken in, also when that was undone */
export async function discardBundle(context: CoreContext, bundleId: string): Promise<void> {
  const { importedAt, officeId, manifest } = await archivedBundle(context.db, bundleId)
  if (importedAt !== null)
    throw new Problem('IN_USE', '这个上报包导入过，存档要留着备查，不能移出；不要它的内容请用“撤销导入”。')
  await context.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('archivedVolume').where('bundleId', '=', bundleId).execute()
    await trx.deleteFrom('archivedBundle').where('bundleId', '=', bundleId).execute()
    const words = `${manifest.sender.name}第${manifest.seq}号`
    await note({ ...context, db: trx }, { action: '移出', bundleId, officeId, words })
  })
}
