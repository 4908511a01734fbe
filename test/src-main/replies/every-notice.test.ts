import { describe, expect, test } from 'vitest'
import { citationOf, receiversOf, slotsOf } from '../../../src-main/replies/matter.ts'
import { rateText } from '../../../src-shared/cell-text.ts'
import type { Api } from '../../../src-shared/contract.ts'
import type { AddedNotice } from '../../../src-shared/notices.ts'
import type { PeriodFigures } from '../../../src-shared/statistics.ts'
import { office } from '../../sample-records.ts'
import { areSeedsThere, seedLetters, seedText, whySkipped } from '../notices/seeds.ts'
import { plainFigures } from '../statistics/plain-figures.ts'
import { blockText, faultsOf, figureRuns, fillMarks, headingsOf, openCounty } from './open-replies.ts'

async function replyTo(take: (api: Api) => Promise<AddedNotice>) {
  const { api, period, dataFolder } = await openCounty()
  const { noticeId } = await take(api)
  const drafted = await api.notices.reply({ noticeId, period })
  const notice = await api.notices.get({ id: noticeId })
  const { content } = await api.documents.get({ id: drafted.documentId })
  return { api, period, dataFolder, notice, drafted, content }
}

async function expectWholeReply(take: (api: Api) => Promise<AddedNotice>) {
  const { api, period, dataFolder, notice, drafted, content } = await replyTo(take)
  const text = content.blocks.map(blockText).join('\n')

  const receivers = receiversOf(notice, notice.requirements)
  expect(content.recipients).toEqual(receivers.length > 0 ? receivers : [office.superior])
  expect(drafted.remarks.some((remark) => remark.includes('没有写明报送对象'))).toBe(receivers.length === 0)
  expect(drafted.fingerprint).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/)

  const slots = slotsOf(notice.requirements)
  const headings = headingsOf(content, 1)
  expect(headings.filter((heading) => slots.includes(heading))).toEqual(slots)
  expect(text).toContain(`根据${citationOf(notice)}要求`)

  const lost = notice.requirements.filter(
    ({ kind, title }) =>
      kind !== '报告' && !text.includes(title.replace(/“/gu, '‘').replace(/”/gu, '’')) && !text.includes(title),
  )
  expect(lost.map(({ title }) => title)).toEqual([])

  const figures = plainFigures(dataFolder, period)
  const { requirements } = await api.notices.progress({ id: notice.id })
  const runs = figureRuns(content)
  expect(runs.length).toBeGreaterThan(15)
  for (const run of runs) {
    const [group, name = ''] = (run.figure ?? '').split('.') as [keyof PeriodFigures | 'requirement', string]
    if (group === 'requirement') {
      expect(requirements.map(({ requirementId }) => requirementId)).toContain(name)
      continue
    }
    const value = (figures[group] as Readonly<Record<string, number | null>>)[name] ?? 0
    const printed = name.endsWith('Rate') ? rateText(value) : String(value)
    if (/^[\d.%]+$/.test(run.text)) expect([run.figure, run.text]).toEqual([run.figure, printed])
    else expect([run.figure, value]).toEqual([run.figure, 0])
  }

  await fillMarks(api, drafted.documentId)
  expect(await faultsOf(api, drafted.documentId)).toEqual([])
}

describe('a reply is addressed, divided, cited, counted and laid out as the notice and the standard ask', () => {
  test('each notice of the catalogue', { timeout: 120_000 }, async () => {
    const { api } = await openCounty()
    const known = await api.notices.catalogue({})
    expect(known.length).toBe(5)
    for (const { number } of known) await expectWholeReply((own) => own.notices.adopt({ number }))
  })

  test.skipIf(!areSeedsThere)(`each of the five notices as it arrived${whySkipped}`, { timeout: 120_000 }, async () => {
    for (const letter of seedLetters) await expectWholeReply((own) => own.notices.add({ text: seedText(letter) }))
  })
})
