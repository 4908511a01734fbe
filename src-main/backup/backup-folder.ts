/**
 * The folder of backups (备份文件夹): for each backup the note that says what it is and, named last, the copy of the
 * ledger; one store of files for all of them, because those never change. A copy that is being made ends in `.part`.
 *
 *   台账_2026-11-21_165100123.json      BackupNote
 *   台账_2026-11-21_165100123.sqlite    the copy
 *   files/ab/ab…                        content, under its SHA-256
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { z } from 'zod'
import type { Backup, BackupNote } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import { nodeDisk } from '../files/disk.ts'
import { realPath } from '../files/real-path.ts'

const count = z.number().int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const noteSchema = z.looseObject({
  format: z.literal(1),
  at: z.iso.datetime(),
  app: z.string(),
  schema: z.string(),
  officeName: z.string(),
  publicKey: z.string(),
  replica: z.string().default(''),
  lastChange: count,
  lastChangeAt: z.string().default(''),
  unlogged: z.string().default(''),
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

/** A path for the copy made at `at`, named in local time; two of one moment, as of two computers, have two names. */
export function freePath(folder: string, at: string): string {
  for (let turn = 1; ; turn += 1) {
    const path = join(folder, `${backupName(at)}${turn === 1 ? '' : `-${turn}`}.sqlite`)
    if (![path, `${path}.part`, notePathOf(path)].some((one) => existsSync(one))) return path
  }
}

export const notePathOf = (copy: string): string => copy.replace(/\.sqlite$/u, '.json')

/** @throws Problem FILE_UNWRITABLE */
export async function makeFolder(folder: string): Promise<void> {
  await nodeDisk.mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new Problem('FILE_UNWRITABLE', `备份文件夹“${folder}”建立不了，请检查磁盘是否插好、有没有写入权限。`, {
      cause,
    })
  })
}

/**
 * A folder of a ledger, this one or another, is no place for backups: what backups no longer need is removed there.
 * @throws Problem INVALID_INPUT
 */
export function refuseUnfitFolder(dataFolder: string, folder: string): void {
  const refuse = (why: string) => new Problem('INVALID_INPUT', `${why}，请选另一块磁盘或U盘上的文件夹。`)
  if (!isAbsolute(folder)) throw refuse('备份的位置要写完整的路径，如 E:\\学宣台账备份')
  if (isWithin(dataFolder, folder)) throw refuse('备份不能放在数据文件夹里面')
  if (existsSync(join(folder, 'ledger.sqlite'))) throw refuse(`“${folder}”里是台账数据，备份不能放在那里`)
}

/** Through links, and on Windows without regard to case. */
export function isWithin(folder: string, inner: string): boolean {
  const way = relative(realPath(folder), realPath(inner))
  return way === '' || !(way === '..' || /^\.\.[\\/]/u.test(way) || isAbsolute(way))
}

/** Newest first; a copy without its note is not listed. @throws Problem FILE_UNREADABLE */
export async function listFolder(folder: string): Promise<Backup[]> {
  const isAside = basename(folder) === asideFolderName
  const { notes } = await readFolder(folder)
  return notes.map(({ path, note }) => {
    const { at, officeName, counts, bytes, lastChange, lastChangeAt, unlogged } = note
    return { at, officeName, counts, bytes, lastChange, lastChangeAt, unlogged, path, isAside }
  })
}

export type FolderContent = {
  /** Finished backups, newest first. */
  readonly notes: readonly { readonly path: string; readonly note: BackupNote }[]
  /** Copies whose note is missing or cannot be understood. */
  readonly mute: readonly string[]
  /** Of copies that are being made, or were when the program or the stick went away. */
  readonly unfinished: readonly string[]
}

/** A folder that does not exist is empty. @throws Problem FILE_UNREADABLE */
export async function readFolder(folder: string): Promise<FolderContent> {
  const names = await readdir(folder).catch((cause) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Problem('FILE_UNREADABLE', `备份文件夹“${folder}”读不了，请检查磁盘是否插好。`, { cause })
  })
  const notes: { path: string; note: BackupNote }[] = []
  const mute: string[] = []
  const unfinished: string[] = []
  for (const name of names) {
    const path = join(folder, name)
    if (name.startsWith('台账_') && /\.part(-\w+)?$/u.test(name)) unfinished.push(path)
    if (!name.endsWith('.sqlite')) continue
    const note = await readNote(path)
    if (note === null) mute.push(path)
    else notes.push({ path, note })
  }
  return { notes: notes.toSorted((one, other) => (one.note.at < other.note.at ? 1 : -1)), mute, unfinished }
}

/** null for a copy without a note that can be understood. */
export async function readNote(copy: string): Promise<BackupNote | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(notePathOf(copy), 'utf8'))) as BackupNote
  } catch {
    return null
  }
}

/** The copy first: a note without it is no backup. */
export async function dropBackup(copy: string): Promise<void> {
  await nodeDisk.rm(copy, { force: true })
  await nodeDisk.rm(notePathOf(copy), { force: true })
}

function backupName(at: string): string {
  const date = new Date(at)
  const two = (number: number, length = 2) => String(number).padStart(length, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`
  return `台账_${day}_${time}${two(date.getMilliseconds(), 3)}`
}
