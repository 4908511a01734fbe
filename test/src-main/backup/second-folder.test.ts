import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpWhenDue } from '../../../src-main/backup/automatic-backup.ts'
import { isWithin, usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { openApp } from './open-app.ts'

async function withStick() {
  const app = await openApp()
  const stick = join(await makeTestFolder(), '学宣备份')
  await app.api.studies.add([study()])
  await app.api.backups.set({ secondFolder: stick, isAutomatic: true })
  return { ...app, stick }
}

test('the second folder gets a backup too, and both are listed', async () => {
  const { api, stick } = await withStick()
  expect(await api.backups.make({})).toHaveLength(2)
  expect(await readdir(stick)).toHaveLength(2)
  expect((await api.backups.list()).backups).toHaveLength(2)
})

test('where the stick is away, no folder is made in its place, and the backup of this computer is made all the same', async () => {
  const { api, dataFolder, stick } = await withStick()
  await rm(stick, { recursive: true })
  await expect(api.backups.make({})).rejects.toThrow(
    `本机已备份好；第二处没有备份成：备份文件夹“${stick}”不在，请插好U盘或磁盘后再试，或改设一个位置。`,
  )
  expect(await readdir(join(stick, '..'))).toEqual([])
  expect(await readdir(usualBackupFolder(dataFolder))).toHaveLength(2)
  const { backups, secondFault } = await api.backups.list()
  expect(backups).toHaveLength(1)
  expect(secondFault).toBe(`第二处“${stick}”现在不在，备份只放在本机；请插好U盘或磁盘。`)
})

test('a place of this computer that fails costs the stick nothing', async () => {
  const { api, dataFolder, stick } = await withStick()
  await writeFile(usualBackupFolder(dataFolder), 'a file in the place of the folder')
  await expect(api.backups.make({})).rejects.toThrow(/^第二处已备份好；本机没有备份成：.*建立不了/)
  expect(await readdir(stick)).toHaveLength(2)
})

test('a second folder that cannot be read is named, and the backups of this computer are listed', async () => {
  const { api, stick } = await withStick()
  await api.backups.make({})
  await rm(stick, { recursive: true })
  await writeFile(stick, '')
  const { secondFault, backups } = await api.backups.list()
  expect(secondFault).toBe(`第二处“${stick}”读不了，请检查磁盘是否完好、有没有权限。`)
  expect(backups).toHaveLength(1)
})

test('by themselves backups leave a stick alone that is away, and it gets what it missed when it comes back', async () => {
  const { context, dataFolder, stick } = await withStick()
  await rename(stick, `${stick}-拔下`)
  expect(await backUpWhenDue(context)).toBe(true)
  expect(await backUpWhenDue(context)).toBe(false)
  await rename(`${stick}-拔下`, stick)
  expect(await backUpWhenDue(context)).toBe(true)
  expect(await readdir(stick)).toHaveLength(2)
  expect(await readdir(usualBackupFolder(dataFolder))).toHaveLength(2)
})

test('the data folder, another ledger, this computer’s own backups and half a path are no place for the second copy', async () => {
  const { api, dataFolder } = await openApp()
  const other = await openApp()
  const set = (secondFolder: string) => api.backups.set({ secondFolder, isAutomatic: true })
  await expect(set(join(dataFolder, 'b'))).rejects.toThrow(
    '备份不能放在数据文件夹里面，请选另一块磁盘或U盘上的文件夹。',
  )
  await expect(set(other.dataFolder)).rejects.toThrow('里是台账数据，备份不能放在那里')
  await expect(set(usualBackupFolder(dataFolder))).rejects.toThrow('本机已经备份到这个文件夹')
  await expect(set('备份')).rejects.toThrow('备份的位置要写完整的路径')
  const link = join(await makeTestFolder(), '连接')
  await symlink(dataFolder, link)
  await expect(set(link)).rejects.toThrow('备份不能放在数据文件夹里面')
  await expect(api.backups.make({ folder: join(link, 'b') })).rejects.toThrow('备份不能放在数据文件夹里面')
})

test('a folder is within another by its path, not by the beginning of its name', async () => {
  const folder = await makeTestFolder()
  await mkdir(join(folder, '台账-备份'))
  expect(isWithin(join(folder, '台账'), join(folder, '台账-备份'))).toBe(false)
  expect(isWithin(join(folder, '台账'), join(folder, '台账', '备份'))).toBe(true)
  expect(isWithin(join(folder, '台账'), join(folder, '台账', '..备份'))).toBe(true)
  expect(isWithin(join(folder, '台账'), folder)).toBe(false)
})
