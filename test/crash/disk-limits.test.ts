import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listFolder } from '../../src-main/backup/backup-folder.ts'
import { refuseSmallDisk } from '../../src-main/backup/disk-space.ts'
import { onFaultPoint } from '../../src-main/fault-points.ts'
import { putContent } from '../../src-main/files/content-store.ts'
import { makeTestFolder, openTestApp } from '../open-test-app.ts'
import { study } from '../sample-records.ts'
import { mountDisk, mountStickToPull } from './mount-disk.ts'
import { runMount } from './run-mount.ts'

async function smallLedger(dataFolder?: string) {
  const app = await openTestApp(dataFolder === undefined ? {} : { dataFolder })
  await app.api.studies.add([study({ topic: '原有' })])
  return app
}

const gigabyte = 1024 ** 3

test('T20: a stick that is too small is told before anything is written, with what it has and what it needs', async ({
  skip,
}) => {
  const stick = await mountDisk('tmpfs', 1)
  if (typeof stick === 'string') return skip(stick)
  const { api } = await smallLedger()
  await expect(api.backups.make({ folder: stick.folder })).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringMatching(/^“.*”只剩1\.0MB，备份需要\d+\.\d+MB，没有备份；请清理空间，或换一个U盘/),
  })
  expect(await readdir(stick.folder)).toEqual([])
  expect((await api.backups.verify({})).faults).toEqual([])
})

test('T20: a stick that fills up in the middle of a backup holds nothing of it afterwards', async ({ skip }) => {
  const stick = await mountDisk('tmpfs', 4)
  if (typeof stick === 'string') return skip(stick)
  const { api, dataFolder } = await smallLedger()
  // The ledger would fit, its files do not.
  for (const name of ['甲', '乙', '丙', '丁']) await putContent(dataFolder, Buffer.alloc(1_000_000, name))
  await expect(api.backups.make({ folder: stick.folder })).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringContaining('磁盘已满'),
  })
  expect((await readdir(stick.folder)).filter((name) => name !== 'files')).toEqual([])
  expect(await listFolder(stick.folder)).toEqual([])
})

test('T20: on a full disk nothing is saved by half, the sentence says so, and it goes on when there is room', async ({
  skip,
}) => {
  const disk = await mountDisk('tmpfs', 6)
  if (typeof disk === 'string') return skip(disk)
  const { api, dataFolder } = await smallLedger(join(disk.folder, '台账'))
  const [backup] = await api.backups.make({ folder: await makeTestFolder() })
  const filler = join(disk.folder, '占满')
  for (let size = 6 << 20; size >= 4096; size >>= 1)
    await writeFile(`${filler}${size}`, Buffer.alloc(size)).catch(() => undefined)
  const many = Array.from({ length: 400 }, (_, index) => study({ topic: `第${index}次`, note: '学'.repeat(500) }))
  await expect(api.studies.add(many)).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: '磁盘已满，本次没有保存，已有数据不受影响，请清理磁盘空间后再试。',
  })
  await expect(api.backups.restore({ file: backup?.path ?? '' })).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect((await readdir(dataFolder)).filter((name) => name.includes('.part'))).toEqual([])
  expect((await api.studies.list({})).total).toBe(1)
  for (let size = 6 << 20; size >= 4096; size >>= 1) await writeFile(`${filler}${size}`, '')
  await api.studies.add([study({ topic: '清理以后' })])
  expect((await api.studies.list({})).total).toBe(2)
  expect((await api.backups.verify({})).faults).toEqual([])
})

test('T20: a stick that is write-protected is told as such', async ({ skip }) => {
  const stick = await mountDisk('tmpfs', 8)
  if (typeof stick === 'string') return skip(stick)
  const { api } = await smallLedger()
  runMount('-o', 'remount,ro', stick.folder)
  await expect(api.backups.make({ folder: stick.folder })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringMatching(/没有写入权限/),
  })
  await expect(api.backups.make({ folder: join(stick.folder, '新建') })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringMatching(/建立不了，请检查磁盘是否插好、有没有写入权限/),
  })
})

for (const step of ['copy pages', 'close the copy', 'write', 'flush', 'rename'])
  test(`T20: a stick that is pulled before “${step}” is told as such, and the ledger goes on`, async ({ skip }) => {
    const stick = await mountStickToPull()
    if (typeof stick === 'string') return skip(stick)
    const { api, dataFolder } = await smallLedger()
    await putContent(dataFolder, Buffer.from('照片'))
    let isPulled = false
    onFaultPoint((passed) => {
      if (passed !== step || isPulled) return
      isPulled = true
      stick.pull()
    })
    onTestFinished(() => onFaultPoint(() => undefined))
    await expect(api.backups.make({ folder: stick.folder })).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      message: expect.stringMatching(/拔出|写不进去|不存在|没有写入权限|无法打开/),
    })
    expect(isPulled).toBe(true)
    await api.studies.add([study({ topic: '拔出以后' })])
    expect((await api.backups.verify({})).faults).toEqual([])
  })

test('T20: long and Chinese paths work as far as the system goes, and beyond that the sentence says what is too long', async () => {
  const { api } = await smallLedger()
  const root = await makeTestFolder()
  const fits = join(root, '云山县总工会“学习宣讲蹲点”台账备份（第二处）', '二〇二六年 十一月')
  await mkdir(fits, { recursive: true })
  const [backup] = await api.backups.make({ folder: fits })
  await api.backups.restore({ file: backup?.path ?? '' })
  const deep = join(root, ...Array.from({ length: 12 }, () => '云山县总工会学习宣讲蹲点台账备份'))
  await expect(api.backups.make({ folder: deep })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining('路径太长，请换一个层数少、名字短的文件夹再试。'),
  })
  const name = '长'.repeat(90)
  await expect(api.backups.make({ folder: join(root, name) })).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
  await expect(openTestApp({ dataFolder: join(deep, '台账') })).rejects.toMatchObject({
    message: expect.stringContaining('路径太长'),
  })
  expect(await readdir(deep)).toEqual(['台账'])
})

test('T20: a ledger beyond 4 GB is not begun on FAT32, where no file is that large', () => {
  expect(() => refuseSmallDisk('E:\\备份', { free: 60 * gigabyte, isFat: true }, 4 * gigabyte)).toThrow(
    '台账超过4GB，“E:\\备份”所在的U盘是FAT32格式，放不下这么大的文件；请换用exFAT或NTFS格式的U盘，或改设一个位置。',
  )
  refuseSmallDisk('E:\\备份', { free: 60 * gigabyte, isFat: true }, 4 * gigabyte - 1)
  refuseSmallDisk('E:\\备份', { free: 60 * gigabyte, isFat: false }, 5 * gigabyte)
  refuseSmallDisk('E:\\备份', { free: null, isFat: false }, 5 * gigabyte)
})

for (const kind of ['fat32', 'exfat', 'ntfs'] as const)
  test(`T20: ledger, files and backups live on ${kind} as elsewhere, under Chinese names`, async ({ skip }) => {
    const disk = await mountDisk(kind, kind === 'fat32' ? 64 : 32)
    if (typeof disk === 'string') return skip(disk)
    const { api, dataFolder } = await smallLedger(join(disk.folder, '台账'))
    await putContent(dataFolder, await readFile(import.meta.filename))
    const [backup] = await api.backups.make({ folder: join(disk.folder, '备份') })
    await api.studies.add([study({ topic: '之后' })])
    await api.backups.restore({ file: backup?.path ?? '' })
    expect((await api.studies.list({})).total).toBe(1)
    expect((await api.backups.verify({})).faults).toEqual([])
  })
