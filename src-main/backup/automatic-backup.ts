/** Backups by themselves (自动备份): soon after the start and every hour, when something has changed since the last one. */
import type { CoreContext } from '../core-context.ts'
import { readFolder } from './backup-folder.ts'
import { readBackupSettings } from './backup-settings.ts'
import { isSameState, ledgerState } from './ledger-counts.ts'
import { backUpAt, isThere, type Place, usualPlaces } from './make-backups.ts'

/** Milliseconds. */
const afterStart = 60_000
const every = 3_600_000
/** Between two backups; a day of work is then in several of them. */
const apart = 4 * 3_600_000

/**
 * Runs until the function that it returns is called. A backup that fails is told to `onFault` and tried again in an hour.
 */
export function startAutomaticBackups(context: CoreContext, onFault: (error: unknown) => void): () => void {
  const run = () => void backUpWhenDue(context).catch(onFault)
  const first = setTimeout(run, afterStart)
  const later = setInterval(run, every)
  return () => {
    clearTimeout(first)
    clearInterval(later)
  }
}

/**
 * Each place by itself: a stick that comes back gets what it has missed, one that is away is left alone.
 * @returns whether a backup was due and was made
 */
export async function backUpWhenDue(context: CoreContext): Promise<boolean> {
  const { isAutomatic } = await readBackupSettings(context.dataFolder)
  if (!isAutomatic) return false
  const due: Place[] = []
  for (const place of await usualPlaces(context.dataFolder)) if (await isDue(context, place)) due.push(place)
  if (due.length === 0) return false
  await backUpAt(context, due, undefined)
  return true
}

async function isDue(context: CoreContext, { name, folder }: Place): Promise<boolean> {
  if (name === '第二处' && !(await isThere(folder))) return false
  const state = await ledgerState(context.db)
  if (state.lastChange === 0 && state.unlogged === '') return false
  const { notes } = await readFolder(folder)
  const own = notes.filter(({ note }) => note.replica === context.replica).map(({ note }) => note)
  // The number alone does not tell: after a restore it is given anew to other changes.
  if (own.some((note) => isSameState(note, state))) return false
  // A clock that was wrong for a while must not put off all backups until its day has come.
  return own.every(({ at }) => Math.abs(Date.parse(context.now()) - Date.parse(at)) >= apart)
}
