/** Makes a backup (备份): copies the open ledger, opens the copy and holds it against the original before it counts. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup, BackupNote } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import { openSnapshot, openToRead, removeDatabase } from '../database/open-database.ts'
import { getContent, listContents, putContent } from '../files/content-store.ts'
import { hashOfFile } from '../files/hash-of-file.ts'
import { flushAndRename, writeFile } from '../files/write-file.ts'
import type { Job } from '../jobs.ts'
import { dropBackup, freePath, makeFolder, notePathOf } from './backup-folder.ts'
import { diskFacts, refuseSmallDisk } from './disk-space.ts'
import { type LedgerState, ledgerCounts, ledgerState, officeNameOf, rowCountsText } from './ledger-counts.ts'

/**
 * One backup; a copy that is not as its original is thrown away, and nothing of one that fails stays.
 * @param options.withoutContents for a copy within the data folder, beside the store that holds them
 * @throws Problem DISK_FULL, FILE_UNWRITABLE, DATABASE_DAMAGED, CANCELLED
 */
export async function makeBackup(
  context: CoreContext,
  folder: string,
  job: Job,
  options: { readonly withoutContents?: boolean } = {},
): Promise<Backup> {
  const ledger = join(context.dataFolder, 'ledger.sqlite')
  await makeFolder(folder)
  refuseSmallDisk(folder, await diskFacts(folder), await bytesOf(ledger))
  const at = context.now()
  const path = freePath(folder, at)
  const part = `${path}.part`
  try {
    const facts = await soundCopy(ledger, part, job)
    const contents = options.withoutContents ? [] : await copyContents(context.dataFolder, folder, job)
    const { size: bytes } = await stat(part)
    const note: BackupNote = {
      format: 1,
      at,
      app: appVersion,
      schema: schemaName,
      publicKey: Buffer.from(context.keys.signingPublicKey).toString('hex'),
      replica: context.replica,
      ...facts,
      bytes,
      sha256: await hashOfFile(part),
      contents,
    }
    await writeFile(notePathOf(path), Buffer.from(JSON.stringify(note)), { mode: 0o600 })
    await flushAndRename(part, path)
    return { at, path, bytes, isAside: false, ...facts }
  } catch (error) {
    await discard(path).catch(() => undefined) // a stick that was pulled; the first failure is the one to report
    throw error
  }
}

/** At most: pages of the log may be newer ones of the file. */
async function bytesOf(ledger: string): Promise<number> {
  const log = await stat(`${ledger}-wal`).catch(() => null)
  return (await stat(ledger)).size + (log?.size ?? 0)
}

type Facts = Pick<BackupNote, 'officeName' | 'counts'> & LedgerState

/** Of one moment, whatever is written meanwhile. */
async function soundCopy(ledger: string, part: string, job: Job): Promise<Facts> {
  const snapshot = openSnapshot(ledger)
  try {
    await snapshot.copyTo(part, job.step)
    const { text, facts } = await readCopy(part)
    if (text !== (await rowCountsText(snapshot.db)))
      throw new Problem(
        'DATABASE_DAMAGED',
        '备份的内容与台账对不上，没有采用；请再备份一次，仍不行请换一个位置，或联系技术人员。',
      )
    return facts
  } finally {
    snapshot.close()
  }
}

/** Opens the copy as a restore would: SQLite's own check included. */
async function readCopy(path: string): Promise<{ text: string; facts: Facts }> {
  const copy = openToRead(path)
  try {
    const facts = {
      officeName: await officeNameOf(copy),
      counts: await ledgerCounts(copy),
      ...(await ledgerState(copy)),
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

async function discard(path: string): Promise<void> {
  removeDatabase(`${path}.part`)
  await dropBackup(path)
}
