import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpWhenDue } from '../../../src-main/backup/automatic-backup.ts'
import { usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import { dropContent, getContent, putContent } from '../../../src-main/files/content-store.ts'
import { testNow } from '../../open-test-app.ts'
import { lecture, study } from '../../sample-records.ts'
import { backedUp, openApp } from './open-app.ts'

test('a backup is a ledger that opens by itself and holds what was there', async () => {
  const { api, backup, dataFolder } = await backedUp()
  expect(backup.counts).toMatchObject({ study: 1, grassrootsUnion: 1, lecture: 0 })
  expect(await readdir(usualBackupFolder(dataFolder))).toHaveLength(2)
  expect((await api.backups.list()).backups).toEqual([backup])
})

test('two backups of one moment, as two computers may make on one stick, both stay', async () => {
  const { api } = await openApp({ clock: () => testNow })
  await api.studies.add([study()])
  const [one] = await api.backups.make({})
  const [other] = await api.backups.make({})
  expect(other?.path).not.toBe(one?.path)
  expect((await api.backups.list()).backups).toHaveLength(2)
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
  const pulled = context.replaceLedger(
    async () => undefined,
    () => Promise.reject(new Error('disk pulled')),
  )
  await expect(pulled).rejects.toThrow('disk pulled')
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

test('after a restore a backup is due although the number of the last change is one that was backed up', async () => {
  const { api, context, backup } = await backedUp()
  await api.studies.add([study({ topic: '第二次' })])
  await api.backups.make({})
  await api.backups.restore({ file: backup.path })
  const later = { ...context, now: () => '2030-01-01T00:00:00.000Z' }
  // What was put back lies in a backup already.
  expect(await backUpWhenDue(later)).toBe(false)
  await api.studies.add([study({ topic: '另一个第二次' })])
  expect(await backUpWhenDue({ ...later, db: context.db })).toBe(true)
})

test('a clock that was years ahead for a while does not put off the backups of today', async () => {
  const { api, context } = await openApp()
  await api.studies.add([study()])
  expect(await backUpWhenDue({ ...context, now: () => '2099-01-01T00:00:00.000Z' })).toBe(true)
  await api.studies.add([study({ topic: '钟拨回来以后' })])
  expect(await backUpWhenDue(context)).toBe(true)
  expect(await backUpWhenDue(context)).toBe(false)
})

test('the check of the whole ledger finds it sound, and says what is not', async () => {
  const { api, context } = await backedUp()
  expect(await api.backups.verify({})).toMatchObject({ faults: [], rows: 2 })
  const [row] = (await api.unions.list({})).rows
  await api.lectures.add([lecture({ unionIds: [row?.id ?? ''] })])
  await context.db.deleteFrom('lectureUnion').execute()
  expect((await api.backups.verify({})).faults).toEqual([expect.stringContaining('覆盖明细不一致')])
})
