/** Two PCs of one office on the command line: handed over, exchanged, in conflict, decided. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Conflict, ExchangeTaken } from '../../../src-shared/exchange.ts'
import type { Study } from '../../../src-shared/studies.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { office, study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

test('a bundle is looked at, taken in, and the conflict that it brings is settled', { timeout: 60_000 }, async () => {
  const [first, second] = [await makeTestFolder(), await makeTestFolder()]
  for (const folder of [first, second])
    await cliJson(folder, 'office', 'set', '--json-file', await jsonFile(folder, 'office.json', office))
  const secret = join(first, await jsonFile(first, 'secret.txt', '当面告知的移交口令'))
  expect(await cli(first, 'keys', 'hand-over', '--secret-file', secret, '--out', '移交.ghk')).toMatchObject({ code: 0 })
  expect(await cli(second, 'keys', 'take-over', join(first, '移交.ghk'), '--secret-file', secret)).toMatchObject({
    code: 0,
  })

  let sticks = 0
  const filesOf = async (folder: string) => {
    sticks += 1
    const stick = join(folder, `stick ${sticks}`)
    expect((await cli(folder, 'bundle', 'exchange', '--out', stick)).out).toContain('已导出')
    return (await readdir(stick)).map((name) => join(stick, name))
  }
  const edit = async (folder: string, id: string, fields: Partial<Study>) =>
    await cliJson(folder, 'records', 'update', id, '--json-file', await jsonFile(folder, 'edit.json', fields))
  const topicOf = async (folder: string, id: string) => (await cliJson<Study>(folder, 'records', 'show', id)).topic

  const file = await jsonFile(first, 'studies.json', [study()])
  const { ids } = await cliJson<{ ids: [string] }>(first, 'records', 'add', 'study', '--json-file', file)
  const [id] = ids
  const files = await filesOf(first)
  expect((await cli(second, 'bundle', 'take', ...files)).out).toContain('没有并入；确认无误请加 --apply。')
  const taken = await cliJson<ExchangeTaken>(second, 'bundle', 'take', ...files, '--apply')
  expect(taken).toMatchObject({ isApplied: true, total: { added: 1 } })
  expect(await topicOf(second, id)).toBe(study().topic)

  await edit(first, id, { topic: '甲' })
  await edit(second, id, { topic: '乙' })
  expect((await cli(first, 'bundle', 'take', ...(await filesOf(second)), '--apply')).out).toContain('冲突1')
  const [conflict] = await cliJson<Conflict[]>(first, 'conflicts', 'list')
  expect((await cli(first, 'conflicts', 'list')).out).toContain(`${conflict?.id}　字段　乙　主题`)
  expect(await cli(first, 'conflicts', 'settle', conflict?.id ?? '')).toMatchObject({ code: 2 })
  expect((await cli(first, 'conflicts', 'settle', conflict?.id ?? '', '--other')).out).toBe('已处理。')
  expect(await topicOf(first, id)).toBe('甲')
  expect((await cli(first, 'conflicts', 'list')).out).toBe('没有冲突。')
})
