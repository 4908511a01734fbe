/** Any call of the contract from the command line: by its name, with files in and out. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { router } from '../../../src-main/api/router.ts'
import { callNames } from '../../../src-main/shell-cli/call-command.ts'
import { makePhoto } from '../../make-photos.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { office, study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

test('every name that is listed is a call of the core, and none that the core answers is left out but a stream', () => {
  const answered = namesIn(router, [])
  expect(answered.length).toBeGreaterThan(200)
  expect(callNames()).toEqual(expect.arrayContaining(answered.filter((name) => name !== 'jobs.events')))
  expect(callNames()).toHaveLength(answered.length - 1)
})

test('a call is made with what a file says, and its answer is printed; files go in by their path and come out in a folder', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'call', 'office.set', '--json-file', await jsonFile(folder, 'office.json', office))
  const { ids } = await cliJson<{ ids: string[] }>(
    folder,
    'call',
    'studies.add',
    '--json-file',
    await jsonFile(folder, 'studies.json', [study()]),
  )
  await writeFile(join(folder, '现场.jpg'), makePhoto({ width: 64, height: 48, day: '2026-11-05' }))
  const record = { recordKind: 'study', recordId: ids[0] }
  const added = { ...record, files: [{ $file: '现场.jpg' }] }
  await cliJson(folder, 'call', 'attachments.add', '--json-file', await jsonFile(folder, 'photo.json', added))
  const listed = await cliJson<{ id: string; fileName: string }[]>(
    folder,
    'call',
    'attachments.list',
    '--json-file',
    await jsonFile(folder, 'record.json', record),
  )
  expect(listed).toMatchObject([{ fileName: '现场.jpg' }])
  const asked = await jsonFile(folder, 'asked.json', { id: listed[0]?.id })
  await cliJson(folder, 'call', 'attachments.save', '--json-file', asked, '--out', join(folder, '取出'))
  expect(await readFile(join(folder, '取出', '现场.jpg'))).toEqual(await readFile(join(folder, '现场.jpg')))
})

test('a name that there is not, and input that is wrong, are one sentence', async () => {
  const folder = await makeTestFolder()
  expect(await cli(folder, 'call', 'studies.forget')).toMatchObject({
    code: 2,
    error: expect.stringContaining('没有叫“studies.forget”的功能'),
  })
  const wrong = await cli(
    folder,
    'call',
    'views.list',
    '--json-file',
    await jsonFile(folder, 'wrong.json', { page: 7 }),
  )
  expect(wrong).toEqual({ code: 1, out: '', error: '填写有误，没有保存：应为文字（输入中的位置：page）。' })
})

/** Procedures of the router, found without the contract. */
function namesIn(part: unknown, path: readonly string[]): string[] {
  if (typeof part === 'object' && part !== null && '~orpc' in part) return [path.join('.')]
  return Object.entries(part as object).flatMap(([name, inner]) => namesIn(inner, [...path, name]))
}
