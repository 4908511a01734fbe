import { expect, test } from 'vitest'
import { documentOf } from '../../../src-main/documents/document-of-recognition.ts'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { openTestApp } from '../../open-test-app.ts'
import { noticeText, requirement, textFile } from './sample-notice.ts'

test('a notice is registered as 来文 of today and kept with its parts, its structure and its requirements', async () => {
  const { api } = await openTestApp()
  const added = await api.notices.add({ file: textFile(noticeText) })
  expect(added).toMatchObject({
    isNew: true,
    source: '自动',
    issuer: '固川市总工会',
    number: '固工发〔2026〕31号',
    title: '固川市总工会关于开展“工会进万家”学习宣讲活动的通知',
    recipients: ['各县（区）总工会', '市直各基层工会'],
    date: '2026-10-08',
    printer: '固川市总工会办公室',
    printedOn: '2026-10-09',
  })
  expect(added.missing.map(({ part }) => part)).toContain('copyTo')
  expect((await api.incoming.list({})).rows).toMatchObject([
    {
      receivedOn: '2026-11-21',
      sender: '固川市总工会',
      senderNumber: '固工发〔2026〕31号',
      serial: 1,
      id: added.incomingId,
    },
  ])
  const { document, requirements } = await api.notices.get({ id: added.noticeId })
  expect(document?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3)
  expect(requirements).toEqual(added.requirements)
  expect(added.added).toBe(requirements.length)
  for (const { quote } of requirements) expect(noticeText.replace(/\s/gu, '')).toContain(quote.replace(/\s/gu, ''))
  expect(requirements.find(({ forms }) => forms.includes('主题党日'))?.minimum).toEqual({
    count: 1,
    unit: '次',
    scope: '每个党支部',
  })
})

test('a DOCX is read as a text is', async () => {
  const { api } = await openTestApp()
  const fromText = await api.notices.add({ text: noticeText })
  await api.notices.remove({ id: fromText.noticeId })
  const bytes = await writeDocx(
    documentOf(recogniseDocument({ text: noticeText }).document, { hasSeal: false, given: {} }).document,
  )
  const fromDocx = await api.notices.add({ file: new File([new Uint8Array(bytes)], '通知.docx') })
  const facts = ({ number, title, recipients, date }: typeof fromText) => ({ number, title, recipients, date })
  expect(facts(fromDocx)).toEqual(facts(fromText))
  expect(fromDocx.requirements.map(({ quote }) => quote)).toEqual(fromText.requirements.map(({ quote }) => quote))
})

test('the same notice again is not a second one, and what the clerk did with its requirements stays', async () => {
  const { api } = await openTestApp()
  const first = await api.notices.add({ text: noticeText })
  const [removed, aside, edited] = first.requirements
  if (!removed || !aside || !edited) throw new Error('too few requirements')
  await api.requirements.remove({ id: removed.id })
  await api.requirements.setAside({ ids: [aside.id] })
  const { id, version, createdAt, updatedAt, noticeId, position, ...fields } = edited
  await api.requirements.update({ id, version, fields: { ...fields, title: '改过的', state: '已确认' } })
  const again = await api.notices.add({ text: noticeText })
  expect(again).toMatchObject({ isNew: false, added: 0, noticeId: first.noticeId, incomingId: first.incomingId })
  expect(again.requirements.map((one) => one.id)).toEqual(first.requirements.slice(1).map((one) => one.id))
  expect(again.requirements.find((one) => one.id === id)?.title).toBe('改过的')
  expect([(await api.notices.list({})).total, (await api.incoming.list({})).total]).toEqual([1, 1])
})

test('by 文号 and issuer a notice is the same though its text differs; requirements that are new are added', async () => {
  const { api } = await openTestApp()
  const first = await api.notices.add({ text: noticeText })
  const longer = noticeText.replace('三、工作要求', '三、蹲点\n\n机关干部每人每年蹲点不少于10天。\n\n四、工作要求')
  const again = await api.notices.add({ text: longer })
  expect([again.isNew, again.noticeId]).toEqual([false, first.noticeId])
  expect(again.requirements.filter(({ kind }) => kind === '蹲点')).toHaveLength(again.added)
  expect(again.added).toBeGreaterThan(0)
  const other = await api.notices.add({ text: noticeText.replaceAll('固川市', '固山市') })
  expect(other.isNew).toBe(true)
})

test('a text without 文号 is the same when its words are', async () => {
  const { api } = await openTestApp()
  const text = noticeText.replace('固工发〔2026〕31号', '')
  await api.notices.add({ text })
  expect((await api.notices.add({ text })).isNew).toBe(false)
  expect((await api.notices.add({ text: text.replace('不少于6场', '不少于8场') })).isNew).toBe(true)
})

test('a letter that the clerk has registered already is not registered twice', async () => {
  const { api } = await openTestApp()
  const letter = { receivedOn: '2026-10-10', sender: '固川市总工会', senderNumber: '固工发〔2026〕31号' }
  const { ids } = await api.incoming.add([{ ...letter, title: '固川市总工会关于开展“工会进万家”学习宣讲活动的通知' }])
  expect((await api.notices.add({ text: noticeText })).incomingId).toBe(ids[0])
})

test('a notice of the catalogue is taken in by its 文号, once, and gets its text when that arrives', async () => {
  const { api } = await openTestApp()
  const [known] = await api.notices.catalogue({})
  if (!known) throw new Error('the catalogue is empty')
  expect(await api.notices.catalogue({ number: known.number })).toEqual([known])
  const adopted = await api.notices.adopt({ number: known.number })
  expect(adopted).toMatchObject({ isNew: true, source: '目录', number: known.number, added: known.requirements.length })
  expect(adopted.requirements.map(({ code }) => code)).toEqual(known.requirements.map(({ code }) => code))
  expect((await api.notices.get({ id: adopted.noticeId })).document).toBeNull()
  const text = noticeText.replace('固工发〔2026〕31号', known.number).replaceAll('固川市总工会', known.issuer)
  const arrived = await api.notices.add({ text })
  expect(arrived).toMatchObject({ isNew: false, noticeId: adopted.noticeId, added: 0 })
  expect((await api.notices.get({ id: adopted.noticeId })).document).not.toBeNull()
  await expect(api.notices.adopt({ number: '无此文〔2026〕1号' })).rejects.toThrow('目录里没有')
})

test('nothing, both and a file that is no text are refused with one sentence', async () => {
  const { api } = await openTestApp()
  await expect(api.notices.add({})).rejects.toThrow('二者取一')
  await expect(api.notices.add({ text: ' \n' })).rejects.toThrow('没有读到通知的文字')
  await expect(api.notices.add({ file: textFile('') })).rejects.toThrow('空文件')
  expect((await api.incoming.list({})).total).toBe(0)
})

test('the register is filtered by date and words; its parts can be put right; a removed notice comes back', async () => {
  const { api } = await openTestApp()
  const { noticeId } = await api.notices.add({ text: noticeText })
  await api.requirements.add({ noticeId, fields: [requirement()] })
  const { rows } = await api.notices.list({ text: '进万家 固工发', from: '2026-10-01', to: '2026-10-31' })
  expect(rows).toMatchObject([{ id: noticeId, unconfirmed: (rows[0]?.requirements ?? 0) - 1 }])
  expect((await api.notices.list({ from: '2026-10-09' })).total).toBe(0)
  const { id, version, createdAt, updatedAt, incomingId, document, catalogueNumber, requirements, ...fields } =
    await api.notices.get({ id: noticeId })
  const changed = await api.notices.update({ id, version, fields: { ...fields, date: '2026-10-09' } })
  expect(changed).toMatchObject({ date: '2026-10-09', version: 2, recipients: fields.recipients })
  await api.notices.remove({ id })
  await expect(api.notices.get({ id })).rejects.toThrow('没有找到')
  await api.notices.restore({ id })
  expect((await api.notices.get({ id })).requirements).toEqual(requirements)
  await api.notices.remove({ id })
  await api.notices.add({ text: noticeText })
  await expect(api.notices.restore({ id })).rejects.toThrow('已经重新收过')
  expect((await api.notices.list({})).total).toBe(1)
})
