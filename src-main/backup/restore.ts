/**
 * Puts a backup back (恢复). The ledger of now is first kept aside as a backup of its own, and the one that comes is made
 * ready beside it: older versions are brought up, and it goes on under a new epoch, because the changes since the backup
 * were made under the old one. Then one rename takes its place, so that a power cut leaves the one or the other.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Backup, BackupNote, Restored, RestorePreview } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { checkLedgerFile, copyDatabase, openDatabase, openToRead, removeDatabase } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { getContent, putContent } from '../files/content-store.ts'
import { hashOfFile } from '../files/hash-of-file.ts'
import { flushAndRename } from '../files/write-file.ts'
import type { Job } from '../jobs.ts'
import { asideFolderName, isWithin, readNote } from './backup-folder.ts'
import { diskFacts, refuseSmallDisk } from './disk-space.ts'
import { isSameState, ledgerCounts, ledgerState, officeNameOf } from './ledger-counts.ts'
import { makeBackup } from './make-backup.ts'
import { pruneBackups } from './prune-backups.ts'
import { newestTimes } from './retention.ts'
import { unloggedSince } from './unlogged-rows.ts'

/** Copies of before a restore that stay. */
const asideCopies = 10

/** @throws Problem FILE_UNREADABLE, DATABASE_DAMAGED, DATABASE_NEWER, CONFLICT for the ledger itself */
export async function previewRestore(context: CoreContext, file: string): Promise<RestorePreview> {
  const note = await soundNote(context, file)
  const backup = openToRead(file)
  try {
    const { at, bytes, lastChange, lastChangeAt, unlogged, officeName } = note
    const counts = await ledgerCounts(backup)
    const { signingPublicKey, history } = context.keys
    // A backup of before a rotation is ours as well.
    const ownKeys = [Buffer.from(signingPublicKey).toString('hex'), ...history.former]
    const isForeign = !ownKeys.includes(note.publicKey)
    const now = { officeName: await officeNameOf(context.db), counts: await ledgerCounts(context.db) }
    const changesSince = isForeign ? (await ledgerState(context.db)).lastChange : await countChangesSince(context, at)
    return {
      backup: { at, bytes, lastChange, lastChangeAt, unlogged, counts, path: file, isAside: false, officeName },
      now,
      changesSince,
      unloggedSince: await unloggedSince(context.db, backup),
      isForeign,
    }
  } finally {
    await backup.destroy()
  }
}

/**
 * @throws Problem FILE_UNREADABLE, DATABASE_DAMAGED, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE, CANCELLED, CONFLICT
 * when something was saved meanwhile or another program has the ledger open; the ledger is then as it was
 */
export async function restoreBackup(
  context: CoreContext,
  input: { readonly file: string; readonly jobId?: string | undefined },
): Promise<Restored> {
  const { dataFolder } = context
  const note = await soundNote(context, input.file)
  return await context.jobs.run(input.jobId, '正在恢复', async (job) => {
    const asideFolder = join(dataFolder, asideFolderName)
    const aside = await makeBackup(context, asideFolder, job, { withoutContents: true })
    const part = join(dataFolder, `ledger.sqlite.${context.newId()}.part`)
    try {
      const counts = await bringIn(context, { note, file: input.file, part }, job)
      await swap(context, part, aside)
      // An old one that another program holds open stays until the next time.
      await pruneBackups(asideFolder, context.replica, (times) => newestTimes(times, asideCopies)).catch(
        () => undefined,
      )
      return { aside: aside.path, counts }
    } finally {
      removeDatabase(part)
    }
  })
}

/** The copy must still be what its note says. */
async function soundNote({ dataFolder }: CoreContext, file: string): Promise<BackupNote> {
  if (isWithin(join(dataFolder, 'ledger.sqlite'), file))
    throw new Problem('CONFLICT', '这就是正在使用的台账，不用恢复；请从备份列表中选一份备份。')
  const note = await readNote(file)
  if (note === null)
    throw new Problem('FILE_UNREADABLE', `“${file}”不是学宣台账的备份，或备份没有做完；请从备份列表中选一份。`)
  if ((await hashOfFile(file)) !== note.sha256)
    throw new Problem('DATABASE_DAMAGED', `备份“${file}”已损坏，与备份时不一致，不能恢复；请换一份备份。`)
  checkLedgerFile(file)
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

type Incoming = { readonly note: BackupNote; readonly file: string; readonly part: string }

async function bringIn(context: CoreContext, { note, file, part }: Incoming, job: Job) {
  refuseSmallDisk(context.dataFolder, await diskFacts(context.dataFolder), note.bytes)
  await copyDatabase(file, part, job.step)
  const counts = await makeReady(context, part)
  await bringContents(note.contents, dirname(file), context.dataFolder)
  return counts
}

/**
 * Today's schema, and this installation's name with an epoch beyond every one that it used: bundles of both branches are
 * then told apart, also where the backup is of another computer or of before a move.
 */
async function makeReady(context: CoreContext, part: string) {
  const { machine, notice } = await context.db
    .selectFrom('installation')
    .select(['machine', 'notice'])
    .executeTakeFirstOrThrow()
  const ledger = await openDatabase(part)
  try {
    const { epoch } = await ledger.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
    await ledger
      .updateTable('installation')
      .set({ replica: context.replica, epoch: Math.max(epoch, context.epoch) + 1, machine, notice })
      .execute()
    return await ledgerCounts(ledger)
  } finally {
    await ledger.destroy()
  }
}

/** What was saved after the copy aside would be in no ledger any more: then nothing is swapped. */
async function swap(context: CoreContext, part: string, aside: Backup): Promise<void> {
  const ledger = join(context.dataFolder, 'ledger.sqlite')
  const { epoch } = context
  const refuseNewWork = async (now: Kysely<Tables>) => {
    if (isSameState(await ledgerState(now), aside) && context.epoch === epoch) return
    throw new Problem('CONFLICT', '恢复期间又保存了新的内容，没有恢复，台账没有改动；请停下录入，再恢复一次。')
  }
  await context.replaceLedger(refuseNewWork, async () => {
    // SQLite removes its log when the last connection closes: somebody else still has the ledger open.
    if (existsSync(`${ledger}-wal`))
      throw new Problem(
        'CONFLICT',
        '台账正被别的程序打开，没有恢复，台账没有改动；请关闭那个程序，或等备份做完后再试。',
      )
    await flushAndRename(part, ledger)
  })
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
