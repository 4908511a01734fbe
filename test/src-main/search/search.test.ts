import { expect, test } from 'vitest'
import type { SearchKind } from '../../../src-shared/search.ts'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, office, stay, study, union } from '../../sample-records.ts'

type Api = Awaited<ReturnType<typeof openTestApp>>['api']

const notice = `固川市总工会文件
固工发〔2026〕31号
关于开展琥珀行动的通知
各县总工会：
各级工会要在年底前组织开展琥珀行动宣讲至少3场，广泛覆盖一线职工。
固川市总工会
2026年11月10日`

/** One of every kind, each with the word 琥珀 in a field that is not its title. */
async function everyKind(api: Api): Promise<void> {
  await api.office.set(office)
  await api.studies.add([study({ topic: '学习原著', decisions: '会议决定开展琥珀行动' })])
  await api.lectures.add([lecture({ topic: '车间宣讲', speakers: [{ name: '钱琥珀', post: '工匠' }] })])
  await api.stays.add([stay({ unitName: '水泥厂', problems: [{ text: '琥珀车间通风不足', state: '办理中' }] })])
  await api.activities.add([activity({ title: '短视频', medium: '琥珀公众号' })])
  await api.unions.add([union({ name: '云山铁厂工会', note: '琥珀示范单位' })])
  await api.notices.add({ text: notice })
  await api.incoming.add([{ receivedOn: '2026-11-20', sender: '琥珀县总工会', senderNumber: '', title: '来函' }])
  const { documentId } = await api.documents.create({ kind: '函' })
  const { version, content } = await api.documents.get({ id: documentId })
  const paragraph = {
    kind: 'paragraph' as const,
    runs: [{ text: '今年开展琥' }, { text: '珀行动' }, { text: '12次。' }],
  }
  await api.documents.update({
    id: documentId,
    version,
    content: { ...content, title: '关于商请协助的函', recipients: ['固川市总工会'], blocks: [paragraph] },
  })
}

/** Titles by kind. */
async function found(api: Api, words: string): Promise<Partial<Record<SearchKind, string[]>>> {
  const { groups } = await api.search({ words, limit: 100 })
  return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map((hit) => hit.title).sort()]))
}

test('a word of two characters is found in every kind, in whatever field it stands', async () => {
  const { api } = await openTestApp()
  await everyKind(api)
  const result = await found(api, '琥珀')
  expect(Object.keys(result)).toEqual([
    ...['study', 'lecture', 'stay', 'activity', 'union', 'notice', 'requirement', 'document', 'incoming'],
  ])
  expect(result).toMatchObject({ study: ['学习原著'], stay: ['水泥厂'], document: ['关于商请协助的函'] })
  // The letter that the test registered, and the one that taking in the notice registered.
  expect(result.incoming).toEqual(['关于开展琥珀行动的通知', '来函'])
})

test('a longer word is found too, across the figures that part a sentence of a document', async () => {
  const { api } = await openTestApp()
  await everyKind(api)
  expect(await found(api, '开展琥珀行动12次')).toEqual({ document: ['关于商请协助的函'] })
  expect(Object.keys(await found(api, '琥珀行动'))).toEqual(['study', 'notice', 'requirement', 'document', 'incoming'])
  expect(await found(api, '固工发〔2026〕31号')).toMatchObject({ notice: ['关于开展琥珀行动的通知'] })
})

test('of several words each must occur, short or long, in any field', async () => {
  const { api } = await openTestApp()
  await everyKind(api)
  expect(await found(api, '原著 会议决定')).toEqual({ study: ['学习原著'] })
  expect(await found(api, '原著　琥珀')).toEqual({ study: ['学习原著'] })
  expect(await found(api, '原著 水泥')).toEqual({})
})

test('what is changed is found anew, what is removed is not found until it is restored', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([study({ topic: '旧题目甲乙丙' })])
  const id = ids[0] ?? ''
  expect(await found(api, '旧题目')).toEqual({ study: ['旧题目甲乙丙'] })
  await api.studies.update({ id, version: 1, fields: study({ topic: '新题目丁戊己' }) })
  expect([await found(api, '旧题目'), await found(api, '旧题')]).toEqual([{}, {}])
  expect(await found(api, '新题目')).toEqual({ study: ['新题目丁戊己'] })
  await api.studies.remove({ id })
  expect([await found(api, '新题目'), await found(api, '题目')]).toEqual([{}, {}])
  await api.studies.restore({ id })
  expect(await found(api, '新题目')).toEqual({ study: ['新题目丁戊己'] })
})

test('a notice takes its requirements with it when it is removed and brings them back', async () => {
  const { api } = await openTestApp()
  const { noticeId } = await api.notices.add({ text: notice })
  const { groups } = await api.search({ words: '广泛覆盖', limit: 5 })
  expect(groups.find(({ kind }) => kind === 'requirement')?.hits[0]).toMatchObject({ noticeId, date: null })
  await api.notices.remove({ id: noticeId })
  expect(await found(api, '广泛覆盖')).toEqual({})
  await api.notices.restore({ id: noticeId })
  expect(Object.keys(await found(api, '广泛覆盖'))).toEqual(['notice', 'requirement'])
})

test('no input is an operator of the index', async () => {
  const { api } = await openTestApp()
  const odd = [
    'a"b"c',
    'x*',
    '100%',
    '甲_乙',
    'NEAR(甲乙丙 丁戊己)',
    '职工🚀之家',
    '-减号',
    'a:b:c',
    '^始于',
    "it's",
    'c\\d',
  ]
  await api.studies.add(odd.map((topic) => study({ topic })))
  for (const topic of odd) expect(await found(api, topic), topic).toEqual({ study: [topic] })
  expect(await found(api, '🚀')).toEqual({ study: ['职工🚀之家'] })
  expect(await found(api, '%')).toEqual({ study: ['100%'] })
  expect(await found(api, '_')).toEqual({ study: ['甲_乙'] })
  for (const none of [
    '',
    ' 　',
    '"',
    '""""',
    '*',
    'AND',
    'NOT 甲乙丙',
    '\u0000',
    '甲乙丙\u0000"',
    '\ud800\ud800\ud800',
  ])
    await expect(api.search({ words: none, limit: 5 }), JSON.stringify(none)).resolves.toBeDefined()
})

test('letters are found in capitals and small', async () => {
  const { api } = await openTestApp()
  await api.unions.add([union({ name: '云山网络公司工会', code: '91640499MA75WXYT2F' })])
  for (const words of ['ma75wxyt', 'MA75wxyt', 'wx']) expect(await found(api, words)).toHaveProperty('union')
})

test('the newest of each kind come first, at most as many as asked for, with the number of all', async () => {
  const { api } = await openTestApp()
  const days = ['2026-03-01', '2026-11-01', '2026-07-01', '2025-12-31']
  await api.studies.add(days.map((date) => study({ date, topic: '劳动法学习' })))
  await api.lectures.add([lecture({ date: '2026-02-02', topic: '劳动法宣讲' })])
  const { total, groups } = await api.search({ words: '劳动法', limit: 2 })
  expect(total).toBe(5)
  expect(groups.map(({ kind, total: ofKind, hits }) => [kind, ofKind, hits.map((hit) => hit.date)])).toEqual([
    ['study', 4, ['2026-11-01', '2026-07-01']],
    ['lecture', 1, ['2026-02-02']],
  ])
})

test('the snippet shows the words where they stand, marked', async () => {
  const { api } = await openTestApp()
  await api.studies.add([study({ topic: '学习', decisions: `${'一'.repeat(60)}推进产改工作${'二'.repeat(90)}` })])
  const { groups } = await api.search({ words: '产改', limit: 5 })
  expect(groups[0]?.hits[0]?.snippet).toEqual([
    { text: `…${'一'.repeat(10)}推进`, isFound: false },
    { text: '产改', isFound: true },
    { text: `工作${'二'.repeat(64)}…`, isFound: false },
  ])
})
