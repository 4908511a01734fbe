import { expect, test } from 'vitest'
import type { DraftedReply, NoticeDocument, TracedFigure } from '../../../src-shared/replies.ts'
import type { SelfCheckFinding } from '../../../src-shared/self-check.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lecture, office, union } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

const period = ['--from', '2022-11-01', '--to', '2022-11-30'] as const

/** A ledger with one lecture in the time of a notice of the catalogue. */
async function openLedger() {
  const folder = await makeTestFolder()
  await cliJson(folder, 'office', 'set', '--json-file', await jsonFile(folder, 'office.json', office))
  await cliJson(folder, 'unions', 'add', '--json-file', await jsonFile(folder, 'unions.json', [union({ staff: null })]))
  const file = await jsonFile(folder, 'lectures.json', [lecture({ date: '2022-11-06' })])
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'records', 'add', 'lecture', '--json-file', file)
  const { noticeId } = await cliJson<{ noticeId: string }>(folder, 'notice', 'adopt', '固工发〔2022〕142号')
  return { folder, noticeId, lectureId: ids[0] ?? '' }
}

test('a reply is drafted, listed, and each of its figures traced to its records', async () => {
  const { folder, noticeId, lectureId } = await openLedger()
  const reply = await cliJson<DraftedReply>(folder, 'notice', 'reply', noticeId, ...period)
  expect(reply).toEqual({
    documentId: expect.any(String),
    fingerprint: expect.stringMatching(/^(?:[0-9A-F]{4} ?){8}$/),
    remarks: expect.arrayContaining([expect.stringContaining('没有写明报送对象')]),
  })
  const { documentId } = reply
  expect(await cliJson<NoticeDocument[]>(folder, 'notice', 'documents', noticeId)).toMatchObject([
    { documentId, role: '情况报告', state: '草稿' },
  ])
  const traced = await cliJson<TracedFigure[]>(folder, 'document', 'trace', documentId)
  expect(traced.find(({ figure }) => figure === 'lecture.sessions')).toMatchObject({
    value: 1,
    unit: '场',
    recordIds: [lectureId],
  })
  await cliJson(folder, 'records', 'remove', lectureId)
  expect((await cli(folder, 'document', 'trace', documentId)).out).toContain('lecture.sessions  1场，现在是0  记录0条')
})

test('零报告 wants a reason and a period without records', async () => {
  const { folder, noticeId } = await openLedger()
  const refused = await cli(folder, 'notice', 'reply', noticeId, ...period, '--zero', '班子换届')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('不能作零报告')])
  const december = ['--from', '2022-12-01', '--to', '2022-12-31', '--zero', '班子换届']
  const { documentId } = await cliJson<DraftedReply>(folder, 'notice', 'reply', noticeId, ...december)
  expect((await cli(folder, 'document', 'show', documentId)).out).toContain('原因是：班子换届。')
  expect((await cli(folder, 'notice', 'reply', noticeId)).code).toBe(2)
})

test('arrangements are put from a file and stand in the plan', async () => {
  const { folder, noticeId } = await openLedger()
  const file = await jsonFile(folder, 'rows.json', [{ topic: '劳模精神', speaker: '赵铁柱', time: '12月上旬' }])
  await cliJson(folder, 'notice', 'arrange', noticeId, '--json-file', file)
  expect((await cli(folder, 'notice', 'arrangements', noticeId)).out).toContain('宣讲  12月上旬  赵铁柱  劳模精神')
  const { documentId } = await cliJson<{ documentId: string }>(folder, 'notice', 'draft', noticeId, '宣讲方案')
  expect(JSON.stringify(await cliJson(folder, 'document', 'show', documentId))).toContain('赵铁柱')
  const unknown = await cli(folder, 'notice', 'draft', noticeId, '请示')
  expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('不在可选范围内')])
})

test('the self-check prints rule, severity, records and message; an explanation is kept', async () => {
  const { folder, noticeId, lectureId } = await openLedger()
  const again = await jsonFile(folder, 'again.json', [lecture({ date: '2022-11-06' })])
  await cliJson(folder, 'records', 'add', 'lecture', '--json-file', again)
  const check = () => cliJson<SelfCheckFinding[]>(folder, 'check', '--notice', noticeId, ...period)
  const double = (await check()).find(({ rule }) => rule === 'L02')
  expect(double).toMatchObject({
    severity: '需要说明',
    records: expect.arrayContaining([expect.objectContaining({ kind: 'lecture', id: lectureId })]),
    message: expect.stringContaining('登记了2条'),
    explanation: '',
  })
  await cliJson(folder, 'notice', 'explain', noticeId, 'L02', double?.subject ?? '', '上午、下午各一场')
  expect((await check()).find(({ rule }) => rule === 'L02')?.explanation).toBe('上午、下午各一场')
  expect((await cli(folder, 'check', '--notice', noticeId, ...period)).out).toContain('（已说明：上午、下午各一场）')
  expect((await cli(folder, 'check')).code).toBe(2)
})

test('the rules of the self-check are listed with their ids', async () => {
  const rules = await cliJson<{ id: string; severity: string }[]>(await makeTestFolder(), 'check', 'rules')
  expect(rules).toHaveLength(15)
  expect(rules[0]).toEqual({ id: 'L01', severity: '必须改正', title: '记录日期不晚于今天' })
})
