import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'

async function openRows() {
  const { api } = await openTestApp()
  const { id: noticeId } = await noticeWith(api, [requirement()])
  const put = (rows: { id?: string; topic: string }[]) => api.arrangements.put({ noticeId, rows })
  const topics = async () => (await api.arrangements.list({ noticeId })).map(({ topic }) => topic)
  return { api, noticeId, put, topics }
}

test('rows are put as a whole: moved, changed, added and removed at once, each keeping its id', async () => {
  const { put, topics } = await openRows()
  const [one, two] = await put([{ topic: '甲' }, { topic: '乙' }, { topic: '丙' }])
  const moved = await put([{ id: two?.id ?? '', topic: '乙' }, { topic: '丁' }, { id: one?.id ?? '', topic: '甲，改' }])
  expect(await topics()).toEqual(['乙', '丁', '甲，改'])
  expect([moved[0]?.id, moved[2]?.id]).toEqual([two?.id, one?.id])
  await put([])
  expect(await topics()).toEqual([])
})

test('a row that another window removed refuses the whole list', async () => {
  const { put, topics } = await openRows()
  const [one] = await put([{ topic: '甲' }])
  await put([{ topic: '乙' }])
  await expect(put([{ id: one?.id ?? '', topic: '甲' }, { topic: '丙' }])).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await topics()).toEqual(['乙'])
})

test('what is arranged has a topic, and its notice is there', async () => {
  const { api, put } = await openRows()
  await expect(put([{ topic: '' }])).rejects.toMatchObject({ message: expect.stringContaining('必填') })
  await expect(api.arrangements.put({ noticeId: 'nobody', rows: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
