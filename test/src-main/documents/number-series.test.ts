/** Numbers of 纪要 (期号): each kind of meeting counts its own, by year, in the form that the draft proposes. */
import { expect, test } from 'vitest'
import type { Api } from '../../../src-shared/contract.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { finalise, openOffice } from './ready-document.ts'
import { minutes } from './sample-kinds.ts'

async function numberOf(api: Api, fields: Partial<OfficialDocument>): Promise<string> {
  const { documentId } = await api.documents.create({ kind: '纪要' })
  const { version } = await api.documents.get({ id: documentId })
  const document = await api.documents.update({ id: documentId, version, content: minutes(fields) })
  expect((await api.documents.proposedNumber({ id: documentId })).number).not.toBe('')
  return (await finalise(api, document)).content.number
}

test('each kind of meeting has a series of its own in every year, whatever the form of its number', async () => {
  const { api } = await openOffice()
  const office = { mark: '云山县总工会主席办公会议纪要' }
  const party = { mark: '云山县总工会党组会议纪要' }
  const numbers = []
  for (const fields of [
    { ...office, number: '第9期' },
    { ...office, number: '第9号' },
    { ...party, number: '第9期' },
    { ...office, number: '〔2026〕9号' },
    { ...office, number: '第9期', date: '2027-01-05', printedOn: '2027-01-05' },
    { ...party, number: '第9期' },
  ])
    numbers.push(await numberOf(api, fields))
  expect(numbers).toEqual(['第1期', '第2号', '第1期', '〔2026〕3号', '第1期', '第2期'])
  const { series } = await api.outgoing.list({ year: null })
  expect(series.map(({ code, year, nextSerial }) => [code, year, nextSerial])).toEqual(
    expect.arrayContaining([
      ['主席办公会议纪要', 2026, 4],
      ['党组会议纪要', 2026, 3],
      ['主席办公会议纪要', 2027, 2],
    ]),
  )
})

test('minutes that began on paper go on from their 起始号, and take no number of the other documents', async () => {
  const { api } = await openOffice()
  await api.outgoing.setFirstSerial({ code: '主席办公会议纪要', year: 2026, firstSerial: 12 })
  expect(await numberOf(api, { number: '第1期' })).toBe('第12期')
  const { documentId } = await api.documents.create({ kind: '通知' })
  expect((await api.documents.get({ id: documentId })).content.number).toBe('云工发〔2026〕1号')
})

test('a new 纪要 proposes the next number of its meetings', async () => {
  const { api } = await openOffice()
  const { documentId } = await api.documents.create({ kind: '纪要' })
  expect((await api.documents.get({ id: documentId })).content.number).toBe('第1期')
})
