import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import type { IncomingInput } from '../../src-shared/incoming.ts'
import { openTestApp } from '../open-test-app.ts'

const letter = (fields: Partial<IncomingInput> = {}): IncomingInput => ({
  receivedOn: '2026-11-05',
  sender: '固川市总工会',
  senderNumber: '固工发〔2026〕31号',
  title: '关于开展宣讲活动的通知',
  copies: 1,
  ...fields,
})

test('incoming documents are numbered by the year in which they were received, several at once too', async () => {
  const { api } = await openTestApp()
  await api.incoming.add([letter(), letter({ receivedOn: '2025-12-30' }), letter({ receivedOn: '2026-11-06' })])
  await api.incoming.add([letter({ receivedOn: '2026-01-02', senderNumber: '', copies: null })])
  const { rows, total } = await api.incoming.list({})
  expect([total, ...rows.map(({ year, serial }) => `${year}-${serial}`)]).toEqual([
    4,
    '2026-3',
    '2026-2',
    '2026-1',
    '2025-1',
  ])
})

test('a removed one keeps its number, so that it can come back under it', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.incoming.add([letter(), letter()])
  const id = ids[1] ?? ''
  await api.incoming.remove({ id })
  await api.incoming.add([letter()])
  await api.incoming.restore({ id })
  expect((await api.incoming.list({})).rows.map(({ serial }) => serial)).toEqual([3, 2, 1])
})

test('an edit keeps the number; a day in another year, which would need another, is refused at its field', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.incoming.add([letter()])
  const id = ids[0] ?? ''
  const edited = await api.incoming.update({ id, version: 1, fields: letter({ title: '更正后的标题' }) })
  expect(edited).toMatchObject({ version: 2, year: 2026, serial: 1, title: '更正后的标题' })
  const [error] = await safe(api.incoming.update({ id, version: 2, fields: letter({ receivedOn: '2025-11-05' }) }))
  expect(error?.message).toContain('已编为2026年第1号')
  expect(error).toMatchObject({ data: { issues: [{ path: ['fields', 'receivedOn'] }] } })
  const [conflict] = await safe(api.incoming.update({ id, version: 1, fields: letter() }))
  expect(conflict).toMatchObject({ code: 'CONFLICT' })
})

test('the register is filtered by day and by words of sender, number and title', async () => {
  const { api } = await openTestApp()
  await api.incoming.add([letter(), letter({ receivedOn: '2026-10-08', sender: '县委办公室', title: '会议通知' })])
  expect((await api.incoming.list({ text: '县委' })).rows.map(({ serial }) => serial)).toEqual([2])
  expect((await api.incoming.list({ text: '固工发 宣讲' })).rows.map(({ serial }) => serial)).toEqual([1])
  expect((await api.incoming.list({ from: '2026-11-01' })).rows.map(({ serial }) => serial)).toEqual([1])
})

test('sender, title and day must be there, and 份数 is a number of at least one', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(
    api.incoming.add([letter({ sender: ' ', title: '', receivedOn: '2026-02-30', copies: 0 })]),
  )
  expect(error?.message).toContain('“收文日期”：应为')
  expect(error?.message).toContain('“来文机关”：必填')
  expect((await api.incoming.list({})).total).toBe(0)
})
