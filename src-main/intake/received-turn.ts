/**
 * The one turn at the received database (写接收库的轮次): its writers in this process follow one another, for SQLite would
 * have the second one wait in a thread that the first one needs.
 */
import type { Kysely } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { openReceived } from './received-database.ts'

type Turns = { last: Promise<unknown>; waiting: number }

/** By the jobs of the core: a call's own context is a copy. */
const turnsOf = new WeakMap<CoreContext['jobs'], Turns>()

/**
 * Opens it to write when its turn has come, and closes it after `work`, which copies its log back: a long job keeps its
 * turn as long as nobody else waits.
 */
export async function inTurn<Value>(
  context: CoreContext,
  work: (db: Kysely<Tables>, isAwaited: () => boolean) => Promise<Value>,
): Promise<Value> {
  const turns = turnsOf.get(context.jobs) ?? { last: Promise.resolve(), waiting: 0 }
  turnsOf.set(context.jobs, turns)
  turns.waiting += 1
  const turn = turns.last.then(async () => {
    turns.waiting -= 1
    const db = await openReceived(context)
    try {
      return await work(db, () => turns.waiting > 0)
    } finally {
      await db.destroy()
    }
  })
  turns.last = turn.catch(() => undefined) // whoever asked for it hears of it
  return await turn
}
