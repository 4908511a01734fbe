import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { scanFolder } from '../../../src-main/sync/scan-folder.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { cli } from '../shell-cli/run-in-process.ts'
import { makeKeys, photo, sealed } from './sealed-bundle.ts'

async function stickWith(paths: readonly string[]): Promise<string> {
  const stick = await makeTestFolder()
  for (const path of paths) {
    await mkdir(join(stick, path, '..'), { recursive: true })
    await writeFile(join(stick, path), '')
  }
  return stick
}

test('bundles are found below a folder; hidden and system folders, links and unfinished files are left out', async () => {
  const stick = await stickWith([
    '云山县.ghb',
    '上报/2026年/清河县.GHB',
    '上报/说明.docx',
    '上报/半份.ghb.part',
    '._云山县.ghb',
    '.Trashes/旧.ghb',
    'System Volume Information/旧.ghb',
    '$RECYCLE.BIN/旧.ghb',
    '~缓存/旧.ghb',
  ])
  await symlink(stick, join(stick, '上报', '回到上面'))
  await symlink(join(stick, '云山县.ghb'), join(stick, '快捷.ghb'))
  await mkdir(join(stick, '文件夹.ghb'))
  const before = await readdir(stick, { recursive: true })
  const { paths, isCut } = await scanFolder(stick)
  expect(paths.map((path) => relative(stick, path))).toEqual(['上报/2026年/清河县.GHB', '云山县.ghb'])
  expect(isCut).toBe(false)
  expect(await readdir(stick, { recursive: true })).toEqual(before)
})

test('folders are looked into six deep', async () => {
  const stick = await stickWith(['1/2/3/4/5/6/a.ghb', '1/2/3/4/5/6/7/b.ghb'])
  expect((await scanFolder(stick)).paths.map((path) => relative(stick, path))).toEqual(['1/2/3/4/5/6/a.ghb'])
})

test('more than 2,000 bundles are cut off, and it is said', async () => {
  const stick = await makeTestFolder()
  for (let index = 0; index < 2001; index += 1) await writeFile(join(stick, `${index}.ghb`), '')
  const { paths, isCut } = await scanFolder(stick)
  expect([paths.length, isCut]).toEqual([2000, true])
})

test('a folder that is not there is said so', async () => {
  const stick = await makeTestFolder()
  await expect(scanFolder(join(stick, '拔掉了'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('a stick is sorted on the command line, and nothing is taken in or written', async () => {
  const { context, dataFolder, close } = await openTestApp()
  const [ours, theirs] = [await makeKeys(), await makeKeys()]
  const recipient = { officeId: context.officeId, name: '南湖市总工会', divisionCode: '530100' }
  const attachments = [photo('a', 60_000), photo('b', 60_000)]
  const content = { manifest: { recipient }, attachments, volumeBytes: 100_000 }
  const volumes = await sealed(ours, [context.keys.recipient], content)
  const [foreign] = await sealed(ours, [theirs.recipient])
  const stick = await stickWith(['坏.ghb'])
  await writeFile(join(stick, 'a1.ghb'), volumes[0]?.bytes ?? '')
  await writeFile(join(stick, 'a1（复件）.ghb'), volumes[0]?.bytes ?? '')
  await writeFile(join(stick, 'b.ghb'), foreign?.bytes ?? '')
  await close()
  const { out } = await cli(stick, '--data', dataFolder, 'bundle', 'scan', '.')
  expect(out.trimEnd().split('\n')).toEqual([
    '找到1个包，重复的文件1个，给别的单位的1个，读不了的1个',
    '云山县总工会　上报包第1号　缺第2卷，共2卷',
    'a1（复件）.ghb：与a1.ghb内容相同',
    'b.ghb：这是云山县总工会给“南湖市总工会”的，请转交该单位。',
    '坏.ghb：这个文件是空的，不是上报包，请核对所选的文件。',
  ])
  expect((await readdir(stick)).length).toBe(4)
})
