/**
 * The folder of backups (备份文件夹): for each backup a copy of the ledger and, written last, the note that says what it
 * is; one store of files for all of them, because those never change.
 *
 *   台账_2026-11-21_165100.sqlite    the copy
 *   台账_2026-11-21_165100.json      BackupNote
 *   files/ab/ab…                     content, under its SHA-256
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Backup, BackupNote } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'

const count = z.number().int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const noteSchema = z.looseObject({
  format: z.literal(1),
  at: z.iso.datetime(),
  app: z.string(),
  schema: z.string(),
  officeName: z.string(),
  publicKey: z.string(),
  lastChange: count,
  counts: z.record(z.string(), count),
  bytes: count,
  sha256: hash,
  contents: z.array(hash),
})

/** Where copies are kept that a restore has replaced. */
export const asideFolderName = '恢复前'

/** Beside the data folder, so that who deletes or copies that one keeps this one. */
export function usualBackupFolder(dataFolder: string): string {
  return join(dirname(dataFolder), `${basename(dataFolder)}-备份`)
}

/** Name of the copy made at `at`, in local time, without its ending. */
export function backupName(at: string): string {
  const date = new Date(at)
  const two = (number: number, length = 2) => String(number).padStart(length, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`
  return `台账_${day}_${time}${two(date.getMilliseconds(), 3)}`
}

export const notePathOf = (copy: string): string => copy.replace(/\.sqlite$/u, '.json')

/** @throws Problem FILE_UNWRITABLE */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new Problem('FILE_UNWRITABLE', `备份文件夹“${folder}”建立不了，请检查磁盘是否插好、有没有写入权限。`, {
      cause,
    })
  })
}

/** Newest first; a copy without its note is not finished and not listed. @throws Problem FILE_UNREADABLE */
export async function listFolder(folder: string): Promise<Backup[]> {
  const names = await readdir(folder).catch((cause) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Problem('FILE_UNREADABLE', `备份文件夹“${folder}”读不了，请检查磁盘是否插好。`, { cause })
  })
  const isAside = basename(folder) === asideFolderName
  const backups: Backup[] = []
  for (const name of names) {
    if (!name.endsWith('.sqlite')) continue
    const path = join(folder, name)
    const note = await readNote(path)
    if (note === null) continue
    const { at, officeName, counts, bytes, lastChange } = note
    backups.push({ at, officeName, counts, bytes, lastChange, path, isAside })
  }
  return backups.toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** null for a copy without a note that can be understood. */
export async function readNote(copy: string): Promise<BackupNote | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(notePathOf(copy), 'utf8'))) as BackupNote
  } catch {
    return null
  }
}

/** The note first: what has none is no backup. */
export async function dropBackup(copy: string): Promise<void> {
  await rm(notePathOf(copy), { force: true })
  await rm(copy, { force: true })
}
