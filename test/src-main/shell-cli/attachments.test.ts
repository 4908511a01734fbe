import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AddedAttachments, Attachment, StoreFindings } from '../../../src-shared/attachments.ts'
import { makePhoto } from '../../make-photos.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lecture } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

test('files are attached to a record by its id alone, listed, saved, removed, restored and checked', async () => {
  const folder = await makeTestFolder()
  const file = await jsonFile(folder, 'l.json', lecture())
  const [id = ''] = (await cliJson<{ ids: string[] }>(folder, 'records', 'add', 'lecture', '--json-file', file)).ids
  const photo = makePhoto({ day: '2026-11-06' })
  await writeFile(join(folder, '1.jpg'), photo)
  await writeFile(join(folder, '签到.txt'), '张三 李四')
  const words = ['attach', id, '1.jpg', '签到.txt', '--caption', '现场']
  const { added } = await cliJson<AddedAttachments>(folder, ...words)
  expect(added.map(({ role, caption }) => [role, caption])).toEqual([
    ['照片', '现场'],
    ['签到册', '现场'],
  ])
  expect((await cli(folder, 'attach', id, '1.jpg')).out).toContain('没有重复添加')
  expect(await cliJson<Attachment[]>(folder, 'attachments', 'list', id)).toEqual(added)
  await cliJson(folder, 'attachments', 'save', added[0]?.id ?? '', '--out', 'out.jpg')
  expect(new Uint8Array(await readFile(join(folder, 'out.jpg')))).toEqual(photo)
  await cliJson(folder, 'attachments', 'remove', added[1]?.id ?? '')
  expect(await cliJson<Attachment[]>(folder, 'attachments', 'list', id)).toHaveLength(1)
  await cliJson(folder, 'attachments', 'restore', added[1]?.id ?? '')
  expect(await cliJson<StoreFindings>(folder, 'attachments', 'verify')).toMatchObject({
    files: 3,
    attachments: 2,
    missing: [],
    altered: [],
  })
})

test('what cannot be attached is named by its file, and the others wait unless told otherwise', async () => {
  const folder = await makeTestFolder()
  const file = await jsonFile(folder, 'l.json', lecture())
  const [id = ''] = (await cliJson<{ ids: string[] }>(folder, 'records', 'add', 'lecture', '--json-file', file)).ids
  await writeFile(join(folder, '1.jpg'), makePhoto())
  await writeFile(join(folder, '2.exe'), 'MZ')
  const refused = await cli(folder, 'attach', id, '1.jpg', '2.exe')
  expect([refused.code, refused.error]).toEqual([1, '没有添加：\n“2.exe”是程序、脚本或快捷方式，不能添加。'])
  expect(await cliJson<Attachment[]>(folder, 'attachments', 'list', id)).toEqual([])
  expect((await cliJson<AddedAttachments>(folder, 'attach', id, '1.jpg', '2.exe', '--apply-good')).added).toHaveLength(
    1,
  )
  expect((await cli(folder, 'attach', id, 'none.jpg')).error).toContain('打不开')
  expect((await cli(folder, 'attach', 'none', '1.jpg')).code).toBe(1)
  expect((await cli(folder, 'attach', id)).code).toBe(2)
  expect((await cli(folder, 'attach', id, '1.jpg', '--role', '相片')).code).toBe(2)
})
