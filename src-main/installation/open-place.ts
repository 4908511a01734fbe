/** Where this installation is (本机所在): computer, folder and outside mark, for as long as the core is open. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { machineId } from './machine-id.ts'
import { keepMark, markOf, markPath, readMark } from './outside-mark.ts'
import { type Installation, settleInstallation } from './settle-installation.ts'

type Options = {
  readonly dataFolder: string
  readonly stateFolder: string
  readonly newId: () => string
  /** Tests are on a computer of their choice. */
  readonly machineId?: string | undefined
}

export type InstallationPlace = {
  /** Each time that a ledger is opened here. */
  readonly settle: (db: Kysely<Tables>, opened: Installation) => Promise<Installation>
  /** Notes outside how far the ledger has come; what stands in the way is no reason to fail. */
  readonly keep: (ledger: Installation & { readonly db: Kysely<Tables> }) => Promise<void>
}

export async function openPlace(options: Options): Promise<InstallationPlace> {
  const { dataFolder, stateFolder, newId } = options
  const path = markPath(stateFolder, dataFolder)
  const machine = options.machineId ?? (await machineId())
  const keep: InstallationPlace['keep'] = async ({ db, replica, epoch }) => {
    await keepMark(path, await markOf(db, { replica, epoch })).catch(() => undefined)
  }
  return {
    async settle(db, opened) {
      const settled = await settleInstallation(db, opened, {
        dataFolder,
        machineId: machine,
        mark: await readMark(path),
        newId,
      })
      await keep({ db, ...settled })
      return settled
    },
    keep,
  }
}
