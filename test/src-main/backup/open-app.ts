/** An office that makes backups: its clock goes on by a second each time it is looked at, so that two have two names. */
import { rm } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import { usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import type { CoreOptions } from '../../../src-main/core.ts'
import { openTestApp, testNow } from '../../open-test-app.ts'
import { study, union } from '../../sample-records.ts'

export async function openApp(options: Partial<CoreOptions> = {}) {
  let seconds = 0
  const app = await openTestApp({
    clock() {
      seconds += 1
      return new Date(testNow.getTime() + seconds * 1000)
    },
    ...options,
  })
  onTestFinished(() => rm(usualBackupFolder(app.dataFolder), { recursive: true, force: true }))
  return app
}

/** With one union, one study, and a backup of both. */
export async function backedUp() {
  const app = await openApp()
  await app.api.unions.add([union()])
  await app.api.studies.add([study()])
  const [backup] = await app.api.backups.make({})
  if (!backup) throw new Error('no backup was made')
  return { ...app, backup }
}
