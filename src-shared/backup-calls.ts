/** Calls of backup and restore (备份、恢复), and of the check of the whole ledger. */
import { z } from 'zod'
import type { Backup, BackupSettings, Backups, LedgerVerification, Restored, RestorePreview } from './backups.ts'
import { call, jobId, returns } from './calls.ts'
import { form } from './fields.ts'

const folder = z.string({ error: '应为文件夹路径' }).trim().min(1, '必填').max(1000, '路径过长')
const file = z.string({ error: '应为文件路径' }).trim().min(1, '必填').max(1000, '路径过长')

export const backupCalls = {
  list: call.output(returns<Backups>()),
  /** Into both folders, or into the one given. */
  make: call.input(form({ folder: folder.optional(), jobId })).output(returns<readonly Backup[]>()),
  set: call
    .input(form({ secondFolder: folder.nullable(), isAutomatic: z.boolean({ error: '应为是或否' }) }))
    .output(returns<BackupSettings>()),
  preview: call.input(form({ file })).output(returns<RestorePreview>()),
  /** The ledger of now is kept aside; nothing is lost. */
  restore: call.input(form({ file, jobId })).output(returns<Restored>()),
  /** Database, files and frozen documents. */
  verify: call.input(form({ jobId })).output(returns<LedgerVerification>()),
}
