/** Takes out what backups no longer need (清理备份): old ones of this installation, files that no note names, remains. */
import { stat } from 'node:fs/promises'
import { removeDatabase } from '../database/open-database.ts'
import { dropContent, listContents } from '../files/content-store.ts'
import { dropBackup, readFolder } from './backup-folder.ts'

/** Milliseconds after which a copy that is still unfinished will not be finished any more. */
const stale = 24 * 3_600_000

/**
 * @param replica of this installation: another computer may keep its backups in the same folder
 * @param timesToKeep of all its backups, those that stay
 * @throws Problem FILE_UNREADABLE
 */
export async function pruneBackups(
  folder: string,
  replica: string,
  timesToKeep: (times: readonly string[]) => ReadonlySet<string>,
): Promise<void> {
  const { notes, unfinished } = await readFolder(folder)
  const own = notes.filter(({ note }) => note.replica === replica)
  const keep = timesToKeep(own.map(({ note }) => note.at))
  const old = own.filter(({ note }) => !keep.has(note.at))
  for (const { path } of old) await dropBackup(path)
  const remains: string[] = []
  for (const part of unfinished) if (await isStale(part)) remains.push(part)
  for (const part of remains) removeDatabase(part)
  if (old.length + remains.length > 0) await pruneContents(folder)
}

/** A backup that is being made, or whose note is damaged, may stand on any of them: then all stay. */
async function pruneContents(folder: string): Promise<void> {
  const { notes, mute, unfinished } = await readFolder(folder)
  if (mute.length + unfinished.length > 0) return
  const named = new Set(notes.flatMap(({ note }) => note.contents))
  for (const { sha256 } of await listContents(folder)) if (!named.has(sha256)) await dropContent(folder, sha256)
}

/** By the clock of the machine, which is the one that has dated the file. */
async function isStale(part: string): Promise<boolean> {
  const facts = await stat(part).catch(() => null)
  return facts !== null && Date.now() - facts.mtimeMs > stale
}
