import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { scanFolder } from '../../../src-main/sync/scan-folder.ts'
import { makeTestFolder } from '../../open-test-app.ts'

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
