/** The core (核心): opens the data folder and answers the contract, in whichever process it is started. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import type { Inspection } from '../src-shared/bundles.ts'
import type { Api } from '../src-shared/contract.ts'
import type { DeliveredFile } from '../src-shared/delivery.ts'
import { router } from './api/router.ts'
import { startAutomaticBackups } from './backup/automatic-backup.ts'
import type { CoreContext } from './core-context.ts'
import { holdDataFolder, logError, userName } from './data-folder.ts'
import { chosenStateFolder } from './data-folder-path.ts'
import { closeFile, openDatabase } from './database/open-database.ts'
import { removeParts } from './files/remove-parts.ts'
import type { HostPort } from './host-port.ts'
import { refuseShare } from './installation/data-place.ts'
import { openPlace } from './installation/open-place.ts'
import { onDesk } from './intake/desk-database.ts'
import { createJobs } from './jobs.ts'
import { keptKeys } from './keys/kept-keys.ts'
import type { KeyRing } from './keys/key-ring.ts'
import { openOfficeKeys } from './keys/office-keys.ts'
import { openIdentity } from './sync/identity.ts'
import { inspectBundle } from './sync/inspect-bundle.ts'

export type CoreOptions = {
  readonly dataFolder: string
  readonly host: HostPort
  /** The clock; tests give a fixed one. */
  readonly clock?: () => Date
  /** Makes ids; tests give a counted one. */
  readonly newId?: () => string
  /** Opens keys that a passphrase protects; a window asks for it when it is needed. */
  readonly passphrase?: string | undefined
  /** Where marks are kept apart from the data; the person's own profile if not said. */
  readonly stateFolder?: string
  /** Which computer this is; the system says it if not said. */
  readonly machineId?: string
}

/** Milliseconds; a mark that is older than the ledger is harmless, only finds less. */
const markEvery = 30_000

export type Core = { readonly context: CoreContext; readonly close: () => Promise<void> }

/**
 * Opens the core on a data folder, which it holds until closed.
 * @throws Problem DATA_FOLDER_BUSY, DATA_FOLDER_SHARED, DATABASE_NEWER, DATABASE_DAMAGED, FILE_UNWRITABLE, KEY_LOCKED
 * for a wrong passphrase
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const clock = options.clock ?? (() => new Date())
  const now = () => clock().toISOString()
  const newId = options.newId ?? timeOrderedIds(clock)
  const { dataFolder, host } = options
  refuseShare(dataFolder)
  const hold = holdDataFolder(dataFolder, host.shell, now)
  try {
    removeParts(dataFolder)
    const place = await openPlace({ ...options, stateFolder: options.stateFolder ?? chosenStateFolder(), newId })
    let keys: KeyRing | undefined
    const open = async () => {
      const db = await openDatabase(join(dataFolder, 'ledger.sqlite'))
      try {
        // Once only: keys that were unlocked stay so when the ledger is replaced.
        keys ??= await openOfficeKeys(dataFolder, host, now)
        if (options.passphrase !== undefined) await keys.unlock(options.passphrase)
        const identity = await openIdentity(db, publicKeysOf(keys), { now, newId })
        return { db, keys, ...(await place.settle(db, identity)) }
      } catch (error) {
        await db.destroy()
        throw error
      }
    }
    const context: CoreContext = {
      ...(await open()),
      dataFolder,
      host,
      now,
      newId,
      today: () => localDay(clock()),
      jobs: createJobs(),
      operator: userName(),
      onRecordsOf: (scope, work) =>
        scope === undefined ? work(undefined) : onDesk(context, { offices: 'below', withOwn: true }, work),
      async replaceLedger(allow, replace) {
        // Whoever holds the connection is alone with the ledger: between `allow` and the closing nothing is written.
        await context.db.connection().execute(async (held) => {
          await allow(held)
          closeFile(context.db)
        })
        try {
          await replace()
        } finally {
          Object.assign(context, await open())
        }
      },
      keepMark: () => place.keep(context),
      async goOnAs(name) {
        Object.assign(context, name)
        await place.keep(context)
      },
    }
    const marking = setInterval(() => void context.keepMark(), markEvery)
    const stopBackups =
      host.shell === 'cli'
        ? () => undefined
        : startAutomaticBackups(context, (error) => logError(dataFolder, now, error))
    const close = async () => {
      stopBackups()
      clearInterval(marking)
      await context.keepMark()
      await context.db.destroy()
      hold.release()
    }
    return { context, close }
  } catch (error) {
    hold.release()
    throw error
  }
}

/** The contract as plain function calls in this process: for the command line and tests. */
export function clientOf(core: Core): Api {
  return createRouterClient(router, { context: core.context }) as Api
}

/**
 * What a bundle says, without the ledger: a window may hold that.
 * @param passphrase of the keys, where one is set
 * @throws Problem BUNDLE_INVALID, KEY_LOCKED
 */
export async function inspectApart(dataFolder: string, file: DeliveredFile, passphrase?: string): Promise<Inspection> {
  return await inspectBundle({ ...(await keptKeys(dataFolder, passphrase)), ownerOf: null }, file)
}

function publicKeysOf(keys: KeyRing) {
  return { publicKey: Buffer.from(keys.signingPublicKey).toString('hex'), former: keys.history.former }
}

/** UUIDv7s that ascend even within one millisecond and over a clock that is put back: rows then go to the end of the index. */
function timeOrderedIds(clock: () => Date): () => string {
  let msecs = 0
  let seq = 0
  return () => {
    const at = clock().getTime()
    // Half of the 32 bits are left to count in.
    seq = at > msecs ? randomInt(2 ** 31) : seq + 1
    msecs = Math.max(at, msecs)
    return uuidv7({ msecs, seq })
  }
}

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
