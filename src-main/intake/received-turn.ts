/**
 * The one turn at the received database (写接收库的轮次): its writers in this process follow one another, for SQLite would
 * have the second one wait in a thread that the first one needs.
 */
import type { Kysely } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { openReceived } from './received-database.ts'

/** By the jobs of the core: a call's own context is a copy. */
const turns = new WeakMap<CoreContext['jobs'], Promise<unknown>>()

/** Opens it to write when its turn has come, and closes it after `work`. */
export async function inTurn<Value>(
  context: CoreContext,
  work: (db: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  const before = turns.get(context.jobs) ?? Promise.resolve()
  const turn = before.then(async () => {
    const db = await openReceived(context)
    try {
      return await work(db)
    } finally {
      await db.destroy()
    }
  })
  turns.set(
    context.jobs,
    turn.catch(() => undefined), // whoever asked for it hears of it
  )
  return await turn
}
