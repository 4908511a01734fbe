/** Answers of backup and restore (备份、恢复). */
import { listBackups, setBackupSettings } from '../backup/backup-settings.ts'
import { makeBackups } from '../backup/make-backups.ts'
import { previewRestore, restoreBackup } from '../backup/restore.ts'
import { verifyLedger } from '../backup/verify-ledger.ts'
import { os } from './implementer.ts'

export const backupRoutes = {
  list: os.backups.list.handler(({ context }) => listBackups(context.dataFolder)),
  make: os.backups.make.handler(({ context, input }) => makeBackups(context, input)),
  set: os.backups.set.handler(({ context, input }) => setBackupSettings(context.dataFolder, input)),
  preview: os.backups.preview.handler(({ context, input }) => previewRestore(context, input.file)),
  restore: os.backups.restore.handler(({ context, input }) => restoreBackup(context, input)),
  verify: os.backups.verify.handler(({ context, input }) => verifyLedger(context, input)),
}
