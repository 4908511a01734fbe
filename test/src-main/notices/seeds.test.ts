/** The five real notices from file to progress; where they are not on the machine, that is said and nothing is tested. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentText } from '../../../src-main/documents/recognise/render-text.ts'
import type { LectureInput } from '../../../src-shared/lectures.ts'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, office, stay, study, union } from '../../sample-records.ts'

const folder = join(import.meta.dirname, '../../../../shared/seeds')
const isThere = existsSync(folder)

function seed(letter: string): File {
  const name = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()['ABCDE'.indexOf(letter)]
  return new File([readFileSync(join(folder, name ?? ''))], name ?? '')
}

/** Facts of each, and the quarter after it came. */
const facts = {
  A: { issuer: '上海市总工会', number: '沪工总宣〔2022〕149号', recipients: 1, date: null, from: '2022-11-10' },
  B: { issuer: '上海市总工会', number: '沪工总宣〔2021〕198号', recipients: 1, date: '2021-12-29', from: '2021-12-29' },
  C: { issuer: '青海省总工会', number: '青总发〔2022〕24号', recipients: 5, date: '2022-11-15', from: '2022-11-15' },
  D: { issuer: '固原市总工会', number: '固工发〔2022〕142号', recipients: 5, date: '2022-12-08', from: '2022-12-08' },
  E: {
    issuer: '秦皇岛市总工会办公室',
    number: '秦工办字〔2022〕43号',
    recipients: 6,
    date: '2022-11-14',
    from: '2022-11-14',
  },
} as const
type Letter = keyof typeof facts

const letters = Object.keys(facts) as Letter[]

const dayAfter = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

/** A quarter as a county would enter it: each kind of record, one of each before the notice came. */
async function openQuarter(letter: Letter) {
  const app = await openTestApp()
  const { api } = app
  const { from } = facts[letter]
  const day = (days: number) => dayAfter(from, days)
  await api.office.set(office)
  const { ids } = await api.unions.add([union(), union({ name: '第二中学工会', township: '柳林镇' })])
  const before = dayAfter(letter === 'A' ? '2022-01-01' : letter === 'D' ? '2022-10-01' : from, -1)
  const studies = await api.studies.add([
    study({ date: before }),
    study({ date: before, type: '主题党日', partyOrganisation: '机关党支部' }),
    study({ date: day(7) }),
    study({ date: day(14), type: '专题交流研讨', topic: '学习交流' }),
    study({ date: day(20), type: '主题党日', organiser: '机关党支部', partyOrganisation: '机关党支部' }),
    study({ date: day(25), type: '培训班', organiser: '县总工会', strata: [{ stratum: '工会干部', people: 10 }] }),
  ])
  const toWorkers = (fields: Partial<LectureInput>) => lecture({ unionIds: ids.slice(0, 1), ...fields })
  const lectures = await api.lectures.add([
    toWorkers({ date: before }),
    toWorkers({ date: day(10) }),
    toWorkers({
      date: day(12),
      modes: ['领导干部宣讲'],
      speakers: [{ name: '马建国', kind: '领导干部' }],
      venueType: '企业',
    }),
    toWorkers({
      date: day(16),
      modes: ['专家宣讲'],
      speakers: [{ name: '王教授', kind: '专家' }],
      venueType: '工会阵地',
    }),
    toWorkers({
      date: day(18),
      modes: ['网上宣讲'],
      delivery: '线上',
      venueType: '网上',
      audienceOnSite: null,
      clicks: 900,
    }),
  ])
  const stays = await api.stays.add([stay({ from: day(20), to: day(30), daysOnSite: 9 })])
  const activities = await api.activities.add([
    activity({ date: day(11) }),
    activity({ date: day(15), genre: '短视频', unit: '条' }),
    activity({ date: day(16), genre: '专栏专题', unit: '期' }),
    activity({ date: day(21), kind: '文化', genre: '红色寻访', unit: '场' }),
  ])
  return { ...app, before, recordIds: [studies, lectures, stays, activities].map((added) => added.ids) }
}

describe.skipIf(!isThere)(`the five notices${isThere ? '' : ' (skipped: their folder is not on this machine)'}`, () => {
  test.each(letters)(
    '%s: issuer, number, title, recipients and date are read from the file as it is',
    async (letter) => {
      const { api } = await openTestApp()
      const expected = facts[letter]
      const added = await api.notices.add({ file: seed(letter) })
      expect(added).toMatchObject({
        isNew: true,
        issuer: expected.issuer,
        number: expected.number,
        date: expected.date,
      })
      expect(added.recipients).toHaveLength(expected.recipients)
      expect(added.title).toMatch(/^\S+关于\S+通知$|^关于\S+通知$/)
      const source = (await seed(letter).text()).replace(/[\s*#]/g, '')
      expect(source).toContain(added.title)
      const incoming = (await api.incoming.list({})).rows
      expect(incoming).toMatchObject([{ sender: expected.issuer, senderNumber: expected.number }])
      expect((await api.notices.add({ file: seed(letter) })).added).toBe(0)
    },
  )

  test.each(letters)('%s: it is in the catalogue, and its quotations are sentences of the text', async (letter) => {
    const { api } = await openTestApp()
    const added = await api.notices.add({ file: seed(letter) })
    const [known] = await api.notices.catalogue({ number: facts[letter].number })
    expect(added.source).toBe('目录')
    expect(added.requirements.map(({ code }) => code)).toEqual(known?.requirements.map(({ code }) => code))
    const { document } = await api.notices.get({ id: added.noticeId })
    const bare = (words: string) => words.replaceAll(/\s/g, '')
    const text = bare(document ? documentText(document) : '')
    const quoted = added.requirements.filter(({ quote }) => quote !== '')
    expect(quoted.length).toBeGreaterThan(0)
    const lost = quoted.filter(({ quote }) => !text.includes(bare(quote)))
    expect(lost.map(({ code }) => code)).toEqual([])
  })

  test.each(letters)('%s: adopted first, it gets the same quotations when its text arrives', async (letter) => {
    const { api } = await openTestApp()
    await api.notices.adopt({ number: facts[letter].number })
    const quotes = ({ requirements }: Awaited<ReturnType<typeof api.notices.add>>) =>
      requirements.map((one) => one.quote)
    const arrived = await api.notices.add({ file: seed(letter) })
    await api.notices.remove({ id: arrived.noticeId })
    expect(quotes(arrived)).toEqual(quotes(await api.notices.add({ file: seed(letter) })))
  })

  test.each(letters)('%s: a quarter of records answers it; none from before it counts', async (letter) => {
    const { api, before, recordIds } = await openQuarter(letter)
    const { noticeId } = await api.notices.add({ file: seed(letter) })
    const { requirements } = await api.notices.progress({ id: noticeId })
    const matches = await api.notices.matches({ id: noticeId })
    expect(matches.filter(({ date }) => date <= before)).toEqual([])
    const counting = new Set(requirements.flatMap((one) => one.recordIds))
    for (const [kind, ids] of recordIds.entries()) {
      // D asks for lectures only, A and E for no stays.
      const isAsked = letter === 'D' ? kind !== 0 : kind !== 2 || letter === 'B' || letter === 'C'
      expect(ids.some((id) => counting.has(id))).toBe(isAsked)
    }
    for (const one of requirements) {
      expect(one.confirmed + one.proposed).toBe(one.recordIds.length)
      expect(one.nextStep).toMatch(/^[^。]+。$/)
      if (one.state === '无法量化') expect(one.evidence).not.toBe('')
    }
  })

  test('B: core groups and branches must each reach their one session; a branch never seen is not known', async () => {
    const { api } = await openQuarter('B')
    const { noticeId, requirements } = await api.notices.add({ file: seed('B') })
    const { requirements: progress } = await api.notices.progress({ id: noticeId })
    const of = (code: string) => {
      const id = requirements.find((one) => one.code === code)?.id
      return progress.find((one) => one.requirementId === id)
    }
    expect(of('B2')).toMatchObject({ state: '已达标', minimum: 1, scope: '每个中心组', gap: 0 })
    expect(of('B3')).toMatchObject({ state: '已达标', groups: [{ name: '机关党支部', done: 1, gap: 0 }] })
    expect(of('B3')?.remarks).toEqual(['党支部以记录中出现过的1个为准，从未登记过的无从得知。'])
    expect(of('B15')).toMatchObject({ state: '进行中', figures: { daysOnSite: 9 } })
  })
})
