/** Backups by themselves (自动备份): soon after the start and every hour, when something has changed since the last one. */
import type { CoreContext } from '../core-context.ts'
import { listFolder, usualBackupFolder } from './backup-folder.ts'
import { readBackupSettings } from './backup-settings.ts'
import { lastChangeOf } from './ledger-counts.ts'
import { makeBackups } from './make-backup.ts'

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

/** @returns whether a backup was due and was made */
export async function backUpWhenDue(context: CoreContext): Promise<boolean> {
  const { isAutomatic } = await readBackupSettings(context.dataFolder)
  if (!isAutomatic) return false
  const [last] = await listFolder(usualBackupFolder(context.dataFolder))
  const now = await lastChangeOf(context.db)
  if (now === (last?.lastChange ?? 0)) return false
  if (last && Date.parse(context.now()) - Date.parse(last.at) < apart) return false
  await makeBackups(context, {})
  return true
}
