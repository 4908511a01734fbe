import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { all, flow, openDocx } from './open-docx.ts'
import { openOffice, readyDocument } from './ready-document.ts'

const notice = `云山县总工会文件

云工发〔2026〕31号

云山县总工会关于开展“中国梦·劳动美”宣讲活动的通知

各乡镇总工会、县直机关工会联合会：
为把会议精神学深学透，现就开展宣讲活动有关事项通知如下。
一、总体要求
坚持学用结合，把宣讲送到车间班组。
二、有关安排
宣讲安排见附件，各单位要认真组织实施。
附件：宣讲活动安排
云山县总工会
2026年11月21日
附件
宣讲安排表
11月25日在云山水泥有限公司宣讲。
抄送：县委宣传部。
云山县总工会办公室 2026年11月22日印发
`

async function textsOf(delivery: { state: string }): Promise<string[]> {
  return flow((await partsOf(delivery))['word/document.xml']).map(({ text }) => text)
}

async function partsOf(delivery: { state: string }) {
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const { file } = delivery as unknown as { file: File }
  return openDocx(new Uint8Array(await file.arrayBuffer()))
}

test('a pasted text becomes an official document, with what was found, missing and not kept as it stood', async () => {
  const { api } = await openTestApp()
  const { kind, found, missing, unheld, delivery } = await api.documents.format({ text: notice, hasSeal: true })
  expect(kind).toBe('通知')
  expect(found.find(({ part }) => part === 'number')?.words).toContain('云工发〔2026〕31号')
  expect(missing.filter(({ isNeeded }) => isNeeded)).toEqual([])
  expect(missing.some(({ part }) => part === 'secrecy')).toBe(true)
  expect(unheld).toEqual([
    { part: 'annexNotes', words: '宣讲活动安排', why: '与附件标题“宣讲安排表”不一致，附件说明按附件标题排' },
  ])
  const texts = await textsOf(delivery)
  for (const part of ['云工发〔2026〕31号', '各乡镇总工会、县直机关工会联合会：', '2026年11月21日', '宣讲安排表'])
    expect(texts.some((text) => text.includes(part))).toBe(true)
})

test('a text with little in it is laid out with what it has; nothing is invented', async () => {
  const { api } = await openTestApp()
  const text = '关于召开会议的事\n\n请各单位准时参加会议，不得缺席。\n会议时间另行告知，请保持电话畅通。'
  const { kind, missing, delivery } = await api.documents.format({ text })
  expect(kind).toBeNull()
  expect(missing.filter(({ isNeeded }) => isNeeded).map(({ part }) => part)).toEqual(
    expect.arrayContaining(['kind', 'number', 'issuer', 'date']),
  )
  const texts = (await textsOf(delivery)).join('')
  expect(texts).toContain('请各单位准时参加会议')
  expect(texts).not.toMatch(/〔|\d{4}年/)
})

test("every part can be stated by the model's names, and what was stated is neither missing nor commented on", async () => {
  const { api } = await openTestApp()
  const meta = {
    kind: '函',
    format: '信函',
    copyNumber: '000012',
    secrecy: { level: '秘密', term: '1年' },
    urgency: '加急',
    mark: '云山县总工会',
    number: '云工函〔2026〕32号',
    signers: [],
    title: '云山县总工会关于商请支持宣讲活动的函',
    recipients: ['县委宣传部', { names: ['县教育局', '县融媒体中心'] }],
    blocks: [
      { kind: 'heading', level: 1, text: '商请事项' },
      { kind: 'paragraph', runs: [{ text: '请支持为荷。' }] },
    ],
    annexes: [{ title: '宣讲排期', blocks: [{ kind: 'table', rows: [['场次'], ['1']] }], isLandscape: true }],
    issuer: '云山县总工会',
    jointIssuers: ['云山县教育局'],
    hasSeal: false,
    date: '2026-11-23',
    note: '联系人：李红梅',
    copyTo: [{ names: ['县委办公室', '县政府办公室'] }],
    printer: '云山县总工会办公室',
    printedOn: '2026-11-24',
    copies: 30,
  }
  const { proposal, missing } = await api.documents.recognise({ text: notice, hasSeal: true, meta })
  expect(proposal.document).toEqual(meta)
  expect(proposal.unheld).toEqual([])
  expect(missing.map(({ part }) => part)).toEqual([])
})

test('parts that were not stated stay as they were read', async () => {
  const { api } = await openTestApp()
  const { proposal } = await api.documents.recognise({ text: notice, meta: { number: '云工发〔2026〕32号' } })
  expect(proposal.document.number).toBe('云工发〔2026〕32号')
  expect(proposal.document.copyTo).toEqual([expect.objectContaining({ names: ['县委宣传部'] })])
})

test.each([
  [{ number: '云工发[2026]32号' }, '“发文字号”：应为“云工发〔2026〕5号”的样式'],
  [{ titel: '标题' }, '有不认识的字段“titel”'],
  ['标题', '应为一组字段'],
  [{ recipients: '各乡镇总工会' }, '“主送机关”：应为方括号括起的一组'],
  [{ recipients: ['各乡镇总工会', ''] }, '“主送机关”第2项：'],
  [{ copyTo: [{ names: ['县委办公室', 7] }] }, '“抄送机关”第1项“名称”第2项：应为文字'],
  [{ secrecy: { level: '绝秘' } }, '“密级和保密期限”“级别”：密级应为绝密、机密或秘密'],
  [{ secrecy: '秘密★1年' }, '“密级和保密期限”：应为一组字段'],
  [{ date: '2026年11月21日' }, '“成文日期”：应为“2026-11-21”这样的日期'],
  [{ copies: '三十' }, '“印数”：应为数字'],
  [{ hasSeal: '是' }, '“加盖印章”：应为是或否'],
  [{ annexes: [{ title: '安排表' }] }, '“附件”第1项'],
  [{ annexes: [{ title: '安排表', blocks: [{ kind: 'text' }] }] }, '“附件”第1项“正文”第1项'],
  [{ blocks: [{ kind: 'heading', level: 7, text: '要求' }] }, '“正文”第1项“级别”：应为1至4级'],
  [{ kind: '决定' }, '“文种”：不在可选范围内'],
])('a wrong name or value is one sentence that names its place: %j', async (meta, words) => {
  const { api } = await openTestApp()
  const [error] = await safe(api.documents.recognise({ text: notice, meta }))
  expect(error).toMatchObject({ code: 'INVALID_INPUT' })
  expect(error?.message).toContain(words)
  expect(error?.message).toMatch(/^指定的公文要素有误，没有排版：[^a-z]*(?:“[a-z]+”[^a-z]*)?。$/i)
})

test('the kind can be stated against the title, and a document needs a file or a text, not both', async () => {
  const { api } = await openTestApp()
  expect((await api.documents.recognise({ text: notice, kind: '通报' })).proposal.document.kind).toBe('通报')
  const file = new File([notice], '通知.txt')
  for (const input of [{}, { text: notice, file }])
    expect((await safe(api.documents.recognise(input)))[0]?.message).toContain('二者取一')
  expect((await api.documents.recognise({ file })).proposal.document.title).toContain('宣讲活动的通知')
})

test('an annex that is only named is sent apart', async () => {
  const { api } = await openTestApp()
  const named = notice.slice(0, notice.indexOf('附件\n'))
  const { proposal } = await api.documents.recognise({ text: named })
  expect(proposal.document.annexes).toEqual([{ title: '宣讲活动安排', blocks: [], isApart: true }])
  expect(proposal.unheld.map(({ part, words }) => [part, words])).toEqual([['annexNotes', '宣讲活动安排']])
})

test('a file that is no document is refused in one sentence, and nothing is written', async () => {
  const { api } = await openTestApp()
  for (const [name, bytes] of [
    ['空.docx', ''],
    ['坏.docx', 'PK\u0003\u0004 broken'],
    ['图.pdf', '%PDF-1.7'],
  ] as const) {
    const [error] = await safe(api.documents.format({ file: new File([bytes], name) }))
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE' })
  }
  const [empty] = await safe(api.documents.format({ text: ' \n' }))
  expect(empty?.message).toContain('没有读到公文正文')
})

test('a text is stored as a draft whatever it lacks, and finalising says what that is', async () => {
  const { api } = await openOffice()
  const { documentId } = await api.documents.store({ text: '关于召开会议的通知\n\n请各单位准时参加会议，不得缺席。\n' })
  const stored = await api.documents.get({ id: documentId })
  expect(stored.registration).toBeNull()
  expect(stored.content).toMatchObject({ kind: '通知', title: '关于召开会议的通知', number: '', issuer: '', date: '' })
  expect((await api.documents.list()).map(({ id, state }) => [id, state])).toEqual([[documentId, '草稿']])
  const { version } = stored
  const [error] = await safe(api.documents.finalise({ id: documentId, version, requestId: 'wish' }))
  expect(error).toMatchObject({ code: 'INVALID_INPUT' })
  expect((await safe(api.documents.store({ text: ' \n' })))[0]?.message).toContain('没有读到公文正文')
  const book = notice + '各单位要认真组织，及时报送情况。\n'.repeat(20_000)
  expect((await safe(api.documents.store({ text: book })))[0]?.message).toContain('正文太长，编辑器放不下')
  expect(await api.documents.list()).toHaveLength(1)
})

test('every document is written by the layout of the office, and a finalised one stays as it was frozen', async () => {
  const { api } = await openOffice()
  const pitchOf = async (delivery: { state: string }) =>
    all((await partsOf(delivery))['word/document.xml'], 'w:docGrid')[0]?.attributes['w:linePitch']
  const { id } = await readyDocument(api)
  expect(await pitchOf(await api.documents.write({ id }))).toBe('579')
  await api.layout.set({ name: 'strict-33476' })
  expect(await pitchOf(await api.documents.write({ id }))).toBe('589')
  expect(await pitchOf((await api.documents.format({ text: notice })).delivery)).toBe('589')
  expect(await pitchOf((await api.documents.format({ text: notice, layout: 'office-A' })).delivery)).toBe('579')
  const failed = (await api.documents.check({ id })).filter(({ pass, severity }) => pass === false && severity === 'E')
  expect(failed).toEqual([])
  const { version } = await api.documents.get({ id })
  await api.documents.finalise({ id, version, requestId: 'wish' })
  await api.layout.set({})
  expect(await pitchOf(await api.documents.write({ id }))).toBe('589')
})

test('a profile named for one file keeps what else the office has set', async () => {
  const { api } = await openTestApp()
  await api.layout.set({ name: 'strict-33476', pageNumber: 'centred' })
  const { delivery } = await api.documents.format({ text: notice, layout: 'office-A' })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const failed = (await api.documents.check({ file: delivery.file as File })).filter(({ pass }) => pass === false)
  expect(failed.map(({ id }) => id)).toContain(72)
  expect(failed.map(({ id }) => id)).not.toContain(4)
})

test('our own report passes every mechanical check, as a stored document and as a file', async () => {
  const { api } = await openOffice()
  const { id } = await readyDocument(api)
  const results = await api.documents.check({ id })
  expect(results).toHaveLength(90)
  expect(results.filter(({ pass, severity }) => pass === false && severity === 'E')).toEqual([])
  const delivery = await api.documents.write({ id })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  expect(await api.documents.check({ file: delivery.file as File })).toEqual(results)
})

test('a sound file is mended in nothing and named as mended', async () => {
  const { api } = await openOffice()
  const { id } = await readyDocument(api)
  const delivery = await api.documents.write({ id })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const { mended, left, delivery: done } = await api.documents.mend({ file: delivery.file as File })
  expect(left.filter(({ severity }) => severity === 'E')).toEqual([])
  expect(mended.length).toBeLessThan(5)
  expect(done.state === 'download' && done.file.name).toMatch(/（已修）\.docx$/)
})
