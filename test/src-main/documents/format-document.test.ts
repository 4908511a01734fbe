import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { flow, openDocx } from './open-docx.ts'
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
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const { file } = delivery as unknown as { file: File }
  return flow(openDocx(new Uint8Array(await file.arrayBuffer()))['word/document.xml']).map(({ text }) => text)
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

test('meta replaces parts by the names of the model; an unknown name or a wrong value is refused by its name', async () => {
  const { api } = await openTestApp()
  const { proposal } = await api.documents.recognise({ text: notice, meta: { number: '云工发〔2026〕32号' } })
  expect(proposal.document.number).toBe('云工发〔2026〕32号')
  expect(proposal.document.copyTo).toEqual([expect.objectContaining({ names: ['县委宣传部'] })])
  for (const [meta, words] of [
    [{ number: '云工发[2026]32号' }, '“发文字号”：应为'],
    [{ titel: '标题' }, '不认识的字段“titel”'],
    ['标题', '应为一组字段'],
  ] as const)
    expect((await safe(api.documents.recognise({ text: notice, meta })))[0]?.message).toContain(words)
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
