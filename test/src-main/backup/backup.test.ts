import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpWhenDue } from '../../../src-main/backup/automatic-backup.ts'
import { usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import { dropContent, getContent, putContent } from '../../../src-main/files/content-store.ts'
import { openTestApp, testNow } from '../../open-test-app.ts'
import { lecture, study, union } from '../../sample-records.ts'

/** With a clock that goes on by a second each time it is looked at: two backups have two names. */
async function openApp() {
  let seconds = 0
  const app = await openTestApp({
    clock() {
      seconds += 1
      return new Date(testNow.getTime() + seconds * 1000)
    },
  })
  onTestFinished(() => rm(usualBackupFolder(app.dataFolder), { recursive: true, force: true }))
  return app
}

async function backedUp() {
  const app = await openApp()
  await app.api.unions.add([union()])
  await app.api.studies.add([study()])
  const [backup] = await app.api.backups.make({})
  if (!backup) throw new Error('no backup was made')
  return { ...app, backup }
}

test('a backup is a ledger that opens by itself and holds what was there', async () => {
  const { api, backup, dataFolder } = await backedUp()
  expect(backup.counts).toMatchObject({ study: 1, grassrootsUnion: 1, lecture: 0 })
  expect(await readdir(usualBackupFolder(dataFolder))).toHaveLength(2)
  expect((await api.backups.list()).backups).toEqual([backup])
})

test('a restore is shown before, brings the backup back, and keeps the ledger of now aside', async () => {
  const { api, backup, context } = await backedUp()
  const { epoch, replica } = context
  await api.studies.add([study({ topic: '备份之后的学习' })])
  expect(await api.backups.preview({ file: backup.path })).toMatchObject({
    backup: { counts: { study: 1 } },
    now: { counts: { study: 2 } },
    isForeign: false,
  })
  const { aside, counts } = await api.backups.restore({ file: backup.path })
  expect(counts).toMatchObject({ study: 1 })
  // The window's own calls go on, with what was put back.
  expect((await api.studies.list({})).total).toBe(1)
  expect(context.replica).toBe(replica)
  expect(context.epoch).toBe(epoch + 1)
  await api.lectures.add([lecture({ unionIds: [] })])

  await api.backups.restore({ file: aside })
  expect((await api.studies.list({})).rows.map(({ topic }) => topic)).toContain('备份之后的学习')
  expect((await api.lectures.list({})).total).toBe(0)
  expect(context.epoch).toBe(epoch + 2)
  expect((await api.backups.list()).backups.filter(({ isAside }) => isAside)).toHaveLength(2)
})

test('a copy without its note, a damaged copy and a foreign file are refused, and the ledger stays as it is', async () => {
  const { api, backup, dataFolder } = await backedUp()
  const other = join(dataFolder, 'other.sqlite')
  await writeFile(other, 'no database')
  await expect(api.backups.restore({ file: other })).rejects.toThrow('不是学宣台账的备份')
  await appendFile(backup.path, 'x')
  await expect(api.backups.restore({ file: backup.path })).rejects.toThrow('已损坏，与备份时不一致')
  expect((await api.studies.list({})).total).toBe(1)
  expect((await api.backups.list()).backups.filter(({ isAside }) => isAside)).toEqual([])
})

test('a restore that cannot take the place of the ledger leaves it open as it was', async () => {
  const { api, context } = await backedUp()
  await expect(context.replaceLedger(() => Promise.reject(new Error('disk pulled')))).rejects.toThrow('disk pulled')
  expect((await api.studies.list({})).total).toBe(1)
})

test('files of the content store go along once, and come back where they are missing', async () => {
  const { api, context, dataFolder } = await openApp()
  await api.studies.add([study()])
  const bytes = await readFile(join(import.meta.dirname, 'backup.test.ts'))
  const sha256 = await putContent(dataFolder, bytes)
  const [backup] = await api.backups.make({})
  await api.backups.make({})
  const kept = join(usualBackupFolder(dataFolder), 'files', sha256.slice(0, 2), sha256)
  expect((await stat(kept)).size).toBe(bytes.length)
  await dropContent(dataFolder, sha256)
  await api.backups.restore({ file: backup?.path ?? '' })
  expect(Buffer.from(await getContent(context.dataFolder, sha256)).equals(bytes)).toBe(true)
})

test('a backup of another installation is named as such, and the ledger then goes on as a new replica', async () => {
  const first = await backedUp()
  const second = await openApp()
  await second.api.studies.add([study({ topic: '另一台' })])
  expect(await second.api.backups.preview({ file: first.backup.path })).toMatchObject({
    isForeign: true,
    changesSince: 1,
  })
  const { replica } = second.context
  await second.api.backups.restore({ file: first.backup.path })
  expect((await second.api.studies.list({})).rows.map(({ topic }) => topic)).not.toContain('另一台')
  expect(second.context.replica).not.toBe(replica)
  expect(second.context.replica).not.toBe(first.context.replica)
})

test('by themselves backups are made when something has changed, and not again at once', async () => {
  const { api, context, dataFolder } = await openApp()
  expect(await backUpWhenDue(context)).toBe(false)
  await api.studies.add([study()])
  expect(await backUpWhenDue(context)).toBe(true)
  await api.studies.add([study({ topic: '又一次' })])
  expect(await backUpWhenDue(context)).toBe(false)
  expect(await backUpWhenDue({ ...context, now: () => '2030-01-01T00:00:00.000Z' })).toBe(true)
  await api.backups.set({ secondFolder: null, isAutomatic: false })
  await rm(usualBackupFolder(dataFolder), { recursive: true })
  expect(await backUpWhenDue(context)).toBe(false)
})

test('the second folder is written to as well, is not within the data, and is named when it is gone', async () => {
  const { api, dataFolder } = await openApp()
  await expect(api.backups.set({ secondFolder: join(dataFolder, 'b'), isAutomatic: true })).rejects.toThrow(
    '不能放在数据文件夹里面',
  )
  const second = `${dataFolder}-stick`
  await api.backups.set({ secondFolder: second, isAutomatic: true })
  expect(await api.backups.make({})).toHaveLength(2)
  await rm(second, { recursive: true })
  await writeFile(second, '')
  const { secondFault, backups } = await api.backups.list()
  expect(secondFault).toContain('读不了')
  expect(backups).toHaveLength(1)
  await rm(second)
})

test('the check of the whole ledger finds it sound, and says what is not', async () => {
  const { api, context } = await backedUp()
  expect(await api.backups.verify({})).toMatchObject({ faults: [], rows: 2 })
  const [row] = (await api.unions.list({})).rows
  await api.lectures.add([lecture({ unionIds: [row?.id ?? ''] })])
  await context.db.deleteFrom('lectureUnion').execute()
  expect((await api.backups.verify({})).faults).toEqual([expect.stringContaining('覆盖明细不一致')])
})
