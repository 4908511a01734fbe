/** Answers of the exchange between two PCs of one office and of its conflicts (两台电脑同步、冲突). */
import { backUpHere } from '../backup/make-backups.ts'
import { listConflicts } from '../merge/conflicts.ts'
import { showExchange } from '../merge/exchange-state.ts'
import { exportExchange } from '../merge/export-exchange.ts'
import { settleConflict } from '../merge/settle-conflict.ts'
import { takeExchange } from '../merge/take-exchange.ts'
import { os } from './implementer.ts'

export const exchangeRoutes = {
  show: os.exchange.show.handler(({ context }) => showExchange(context.db)),
  export: os.exchange.export.handler(({ context, input }) => exportExchange(context, input)),
  take: os.exchange.take.handler(async ({ context, input }) => {
    // A preview refuses what cannot be taken before a backup is made for it.
    if (input.apply) {
      await takeExchange(context, { ...input, apply: false })
      await backUpHere(context)
    }
    return await takeExchange(context, input)
  }),
  conflicts: os.exchange.conflicts.handler(({ context, input }) => listConflicts(context.db, context.replica, input)),
  settle: os.exchange.settle.handler(({ context, input }) => settleConflict(context, input)),
}
