/** Makes a backup (备份): copies the open ledger, opens the copy and holds it against the original before it counts. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Backup, BackupNote } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import { copyDatabase, openToRead } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { getContent, listContents, putContent } from '../files/content-store.ts'
import { hashOfFile } from '../files/hash-of-file.ts'
import { flushAndRename, writeFile } from '../files/write-file.ts'
import type { Job } from '../jobs.ts'
import { backupName, dropBackup, listFolder, makeFolder, notePathOf, usualBackupFolder } from './backup-folder.ts'
import { readBackupSettings } from './backup-settings.ts'
import { lastChangeOf, ledgerCounts, officeNameOf, rowCountsText } from './ledger-counts.ts'
import { timesToKeep } from './retention.ts'

/** A ledger that is written to while it is copied is copied again, so often at most. */
const attempts = 3

/**
 * Into the folder given, else beside the data and into the second folder; what retention no longer wants goes.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE, DATABASE_DAMAGED, CANCELLED
 */
export async function makeBackups(
  context: CoreContext,
  input: { readonly folder?: string | undefined; readonly jobId?: string | undefined },
): Promise<Backup[]> {
  const { secondFolder } = await readBackupSettings(context.dataFolder)
  const usual = [usualBackupFolder(context.dataFolder), ...(secondFolder === null ? [] : [secondFolder])]
  const folders = input.folder === undefined ? usual : [input.folder]
  return await context.jobs.run(input.jobId, '正在备份', async (job) => {
    const made: Backup[] = []
    for (const folder of folders) {
      made.push(await makeBackup(context, folder, job))
      await prune(folder)
    }
    return made
  })
}

/**
 * One backup; a copy that is not as its original is thrown away.
 * @param options.withoutContents for a copy within the data folder, beside the store that holds them
 */
export async function makeBackup(
  context: CoreContext,
  folder: string,
  job: Job,
  options: { readonly withoutContents?: boolean } = {},
): Promise<Backup> {
  await makeFolder(folder)
  const at = context.now()
  const path = join(folder, `${backupName(at)}.sqlite`)
  const part = `${path}.part`
  const { facts } = await soundCopy(context, part, job)
  const contents = options.withoutContents ? [] : await copyContents(context.dataFolder, folder, job)
  await flushAndRename(part, path)
  const sha256 = await hashOfFile(path)
  const { size: bytes } = await stat(path)
  const publicKey = Buffer.from(context.signer.publicKey).toString('hex')
  const note: BackupNote = {
    format: 1,
    at,
    app: appVersion,
    schema: schemaName,
    publicKey,
    ...facts,
    bytes,
    sha256,
    contents,
  }
  await writeFile(notePathOf(path), Buffer.from(JSON.stringify(note)), { mode: 0o600 })
  return { at, path, bytes, isAside: false, ...facts }
}

type Facts = Pick<BackupNote, 'officeName' | 'counts' | 'lastChange'>

async function soundCopy(context: CoreContext, part: string, job: Job): Promise<{ facts: Facts }> {
  const ledger = join(context.dataFolder, 'ledger.sqlite')
  for (let attempt = 1; ; attempt += 1) {
    const before = await rowCountsText(context.db)
    await copyDatabase(ledger, part, job.step)
    const { text, facts } = await readCopy(part)
    if (text === before) return { facts }
    if ((await rowCountsText(context.db)) === before || attempt === attempts)
      throw new Problem(
        'DATABASE_DAMAGED',
        '备份的内容与台账对不上，没有采用；请稍后再备份一次，仍不行请联系技术人员。',
      )
  }
}

/** Opens the copy as a restore would: SQLite's own check included. */
async function readCopy(path: string): Promise<{ text: string; facts: Facts }> {
  const copy: Kysely<Tables> = openToRead(path)
  try {
    const facts = {
      officeName: await officeNameOf(copy),
      counts: await ledgerCounts(copy),
      lastChange: await lastChangeOf(copy),
    }
    return { text: await rowCountsText(copy), facts }
  } finally {
    await copy.destroy()
  }
}

/** Those that are not there yet; each is read back by its hash when it is needed. */
async function copyContents(dataFolder: string, folder: string, job: Job): Promise<string[]> {
  const contents = await listContents(dataFolder)
  const there = new Map((await listContents(folder)).map(({ sha256, bytes }) => [sha256, bytes]))
  for (const [index, { sha256, bytes }] of contents.entries()) {
    await job.step(index, contents.length)
    if (there.get(sha256) === bytes) continue
    // A file that is damaged here must not keep the ledger from being backed up; the check of the store names it.
    const content = await getContent(dataFolder, sha256).catch(() => undefined)
    if (content) await putContent(folder, content)
  }
  return contents.map(({ sha256 }) => sha256)
}

async function prune(folder: string): Promise<void> {
  const backups = await listFolder(folder)
  const keep = timesToKeep(backups.map(({ at }) => at))
  for (const { at, path } of backups) if (!keep.has(at)) await dropBackup(path)
}
