import { expect, test } from 'vitest'
import type { Incoming } from '../../../src-shared/incoming.ts'
import type {
  ListedDocument,
  OutgoingRegister,
  RegisteredDocument,
  Verification,
} from '../../../src-shared/outgoing.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { office, study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

async function openLedger() {
  const folder = await makeTestFolder()
  await cli(folder, 'office', 'set', '--json-file', await jsonFile(folder, 'office.json', office))
  await cli(folder, 'records', 'add', 'study', '--json-file', await jsonFile(folder, 'study.json', study()))
  return folder
}

/** Drafts a report of November and takes out what is left to fill in. */
async function draft(folder: string): Promise<string> {
  const period = ['--from', '2026-11-01', '--to', '2026-11-30']
  const { documentId } = await cliJson<{ documentId: string }>(folder, 'report', 'draft', ...period)
  const document = await cliJson<RegisteredDocument>(folder, 'document', 'show', documentId)
  const blocks = document.content.blocks.filter((block) => !JSON.stringify(block).includes('【待填写'))
  const file = await jsonFile(folder, 'edited.json', { ...document, content: { ...document.content, blocks } })
  await cliJson(folder, 'document', 'update', documentId, '--json-file', file)
  return documentId
}

test('a report is finalised, repeated under the same request, listed, verified, withdrawn and drafted anew', async () => {
  const folder = await openLedger()
  const id = await draft(folder)
  const year = new Date().getFullYear()
  const start = await cliJson(folder, 'document', 'register', 'start', '云工发', '--year', `${year}`, '--serial', '15')
  expect(start).toMatchObject({ firstSerial: 15, nextSerial: 15 })
  const finalise = ['document', 'finalise', id, '--request-id', 'r-1']
  const done = await cliJson<{ number: string }>(folder, ...finalise)
  expect(done.number).toBe(`云工发〔${year}〕15号`)
  expect(await cliJson(folder, ...finalise)).toEqual(done)
  const again = await cli(folder, 'document', 'finalise', id)
  expect([again.code, again.error]).toEqual([
    1,
    `这件公文已定稿（云工发〔${year}〕15号），内容不能改动；要改请作废后另起草。`,
  ])
  expect(await cliJson<ListedDocument[]>(folder, 'document', 'list')).toMatchObject([{ id, state: '已定稿' }])
  expect(await cliJson<Verification>(folder, 'document', 'verify', id)).toMatchObject({ isIntact: true, records: 1 })

  const reasonless = await cli(folder, 'document', 'withdraw', id)
  expect([reasonless.code, reasonless.error.startsWith('缺少 --reason')]).toEqual([2, true])
  await cliJson(folder, 'document', 'withdraw', id, '--reason', '人数有误')
  const { documentId } = await cliJson<{ documentId: string }>(folder, 'document', 'copy', id)
  expect(await cliJson(folder, 'document', 'finalise', documentId)).toMatchObject({ number: `云工发〔${year}〕16号` })
  const register = await cliJson<OutgoingRegister>(folder, 'document', 'register', 'list', '--year', `${year}`)
  expect(register.rows.map(({ serial, state }) => [serial, state])).toEqual([
    [16, '已定稿'],
    [15, '已作废'],
  ])
  const shown = await cli(folder, 'document', 'register', 'list')
  expect(shown.out).toContain('已作废（人数有误）')
  expect((await cli(folder, 'document', 'register', 'list', '--year', '26')).code).toBe(2)
})

test('incoming documents are registered, changed from what the list prints, removed and restored', async () => {
  const folder = await openLedger()
  const letter = { receivedOn: '2026-11-05', sender: '固川市总工会', title: '关于开展宣讲活动的通知' }
  const file = await jsonFile(folder, 'letters.json', [letter, { ...letter, title: '会议通知' }])
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'incoming', 'add', '--json-file', file)
  const [, first] = await cliJson<Incoming[]>(folder, 'incoming', 'list')
  const edited = await jsonFile(folder, 'edited.json', { ...first, copies: 2 })
  const changed = await cliJson(folder, 'incoming', 'update', ids[0] ?? '', '--json-file', edited)
  expect(changed).toMatchObject({ serial: 1, copies: 2, version: 2 })
  await cliJson(folder, 'incoming', 'remove', ids[0] ?? '')
  expect(await cliJson<Incoming[]>(folder, 'incoming', 'list')).toHaveLength(1)
  await cliJson(folder, 'incoming', 'restore', ids[0] ?? '')
  expect((await cli(folder, 'incoming', 'list')).out).toContain('2026年第2号  2026-11-05  固川市总工会  会议通知')
})
