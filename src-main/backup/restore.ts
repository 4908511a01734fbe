/**
 * Puts a backup back (恢复). The ledger of now is first kept aside as a backup of its own, and the one that comes is made
 * ready beside it: older versions are brought up, and it goes on under a new epoch, because the changes since the backup
 * were made under the old one. Then one rename takes its place, so that a power cut leaves the one or the other.
 */
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Restored, RestorePreview } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { copyDatabase, openDatabase, openToRead } from '../database/open-database.ts'
import { getContent, putContent } from '../files/content-store.ts'
import { hashOfFile } from '../files/hash-of-file.ts'
import { flushAndRename } from '../files/write-file.ts'
import { asideFolderName, readNote } from './backup-folder.ts'
import { lastChangeOf, ledgerCounts, officeNameOf } from './ledger-counts.ts'
import { makeBackup } from './make-backup.ts'

/** @throws Problem FILE_UNREADABLE, DATABASE_DAMAGED, DATABASE_NEWER */
export async function previewRestore(context: CoreContext, file: string): Promise<RestorePreview> {
  const note = await soundNote(file)
  const backup = openToRead(file)
  try {
    const { at, bytes, lastChange, publicKey } = note
    const counts = await ledgerCounts(backup)
    const isForeign = publicKey !== Buffer.from(context.signer.publicKey).toString('hex')
    const now = { officeName: await officeNameOf(context.db), counts: await ledgerCounts(context.db) }
    const changesSince = isForeign ? await lastChangeOf(context.db) : await countChangesSince(context, at)
    return {
      backup: { at, bytes, lastChange, counts, path: file, isAside: false, officeName: note.officeName },
      now,
      changesSince,
      isForeign,
    }
  } finally {
    await backup.destroy()
  }
}

/**
 * @throws Problem FILE_UNREADABLE, DATABASE_DAMAGED, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE, CANCELLED; the ledger
 * is then as it was
 */
export async function restoreBackup(
  context: CoreContext,
  input: { readonly file: string; readonly jobId?: string | undefined },
): Promise<Restored> {
  const { dataFolder } = context
  const note = await soundNote(input.file)
  return await context.jobs.run(input.jobId, '正在恢复', async (job) => {
    const aside = await makeBackup(context, join(dataFolder, asideFolderName), job, { withoutContents: true })
    const part = join(dataFolder, 'ledger.sqlite.part')
    await rm(part, { force: true })
    await copyDatabase(input.file, part, job.step)
    const counts = await makeReady(context, part)
    await bringContents(note.contents, dirname(input.file), dataFolder)
    await context.replaceLedger(() => flushAndRename(part, join(dataFolder, 'ledger.sqlite')))
    return { aside: aside.path, counts }
  })
}

/** The copy must still be what its note says. */
async function soundNote(file: string) {
  const note = await readNote(file)
  if (note === null)
    throw new Problem('FILE_UNREADABLE', `“${file}”不是学宣台账的备份，或备份没有做完；请从备份列表中选一份。`)
  if ((await hashOfFile(file)) !== note.sha256)
    throw new Problem('DATABASE_DAMAGED', `备份“${file}”已损坏，与备份时不一致，不能恢复；请换一份备份。`)
  return note
}

async function countChangesSince({ db }: CoreContext, at: string): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>', at)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Today's schema, and an epoch beyond every one that was used: bundles of both branches are then told apart. */
async function makeReady(context: CoreContext, part: string) {
  const ledger = await openDatabase(part)
  try {
    const { epoch } = await ledger.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
    await ledger
      .updateTable('installation')
      .set({ epoch: Math.max(epoch, context.epoch) + 1 })
      .execute()
    return await ledgerCounts(ledger)
  } finally {
    await ledger.destroy()
  }
}

/** Files that were taken out of the store since. */
async function bringContents(contents: readonly string[], from: string, dataFolder: string): Promise<void> {
  for (const sha256 of contents) {
    const isHere = await getContent(dataFolder, sha256).then(
      () => true,
      () => false,
    )
    if (isHere) continue
    const content = await getContent(from, sha256).catch(() => undefined)
    if (content) await putContent(dataFolder, content)
  }
}
