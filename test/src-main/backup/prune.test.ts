import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import { dropContent, listContents, putContent } from '../../../src-main/files/content-store.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { backedUp, openApp } from './open-app.ts'

const copiesIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.sqlite'))

/** So many backups in one hour that retention keeps the newest three only. */
async function makeSome(api: Awaited<ReturnType<typeof openApp>>['api'], folder: string, times: number) {
  for (let turn = 0; turn < times; turn += 1) await api.backups.make({ folder })
}

test('two computers that share a stick each prune their own backups only', async () => {
  const [one, other] = [await openApp(), await openApp({ newId: () => uuidv7() })]
  const stick = await makeTestFolder()
  await one.api.studies.add([study()])
  await other.api.studies.add([study()])
  await makeSome(one.api, stick, 3)
  await makeSome(other.api, stick, 5)
  expect(await copiesIn(stick)).toHaveLength(6)
  await makeSome(one.api, stick, 1)
  expect(await copiesIn(stick)).toHaveLength(6)
})

test('a file that only pruned backups name goes with them, one that another computer’s backup names stays', async () => {
  const [one, other] = [await openApp(), await openApp({ newId: () => uuidv7() })]
  const stick = await makeTestFolder()
  const passing = await putContent(one.dataFolder, Buffer.from('删去的照片'))
  const lasting = await putContent(other.dataFolder, Buffer.from('另一台的照片'))
  await makeSome(other.api, stick, 1)
  await makeSome(one.api, stick, 1)
  await dropContent(one.dataFolder, passing)
  await makeSome(one.api, stick, 2)
  expect((await listContents(stick)).map(({ sha256 }) => sha256).toSorted()).toEqual([passing, lasting].toSorted())
  await makeSome(one.api, stick, 1)
  expect((await listContents(stick)).map(({ sha256 }) => sha256)).toEqual([lasting])
})

test('while a backup is unfinished, or one cannot be understood, no file goes', async () => {
  const { api, dataFolder } = await openApp()
  const stick = await makeTestFolder()
  const sha256 = await putContent(dataFolder, Buffer.from('照片'))
  await makeSome(api, stick, 1)
  await dropContent(dataFolder, sha256)
  await writeFile(join(stick, '台账_2020-01-01_000000000.sqlite'), 'its note is lost')
  await makeSome(api, stick, 4)
  expect(await listContents(stick)).toHaveLength(1)
  await rm(join(stick, '台账_2020-01-01_000000000.sqlite'))
  const part = join(stick, '台账_2026-11-21_143000000.sqlite.part')
  await writeFile(part, 'another computer is writing this')
  await makeSome(api, stick, 1)
  expect(await listContents(stick)).toHaveLength(1)
  // A day later nobody is writing it any more.
  const longAgo = new Date(Date.now() - 25 * 3_600_000)
  await utimes(part, longAgo, longAgo)
  await makeSome(api, stick, 1)
  expect(await listContents(stick)).toEqual([])
  expect((await readdir(stick)).filter((name) => name.includes('.part'))).toEqual([])
})

test('of the copies from before a restore the last ten stay', { timeout: 60_000 }, async () => {
  const { api, backup, dataFolder } = await backedUp()
  for (let turn = 0; turn < 12; turn += 1) await api.backups.restore({ file: backup.path })
  expect(await copiesIn(join(dataFolder, '恢复前'))).toHaveLength(10)
})

test('a backup that cannot be finished leaves nothing behind', async () => {
  const { api, dataFolder } = await openApp()
  await api.studies.add([study()])
  await putContent(dataFolder, Buffer.from('照片'))
  const folder = usualBackupFolder(dataFolder)
  await mkdir(folder)
  await writeFile(join(folder, 'files'), 'a file in the place of the store')
  await expect(api.backups.make({})).rejects.toThrow('读不了，请检查磁盘是否完好、有没有权限。')
  expect(await readdir(folder)).toEqual(['files'])
})
