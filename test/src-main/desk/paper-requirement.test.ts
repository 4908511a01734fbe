import { expect, test } from 'vitest'
import { countOffices } from '../../../src-main/desk/count-offices.ts'
import type { RequirementInput } from '../../../src-shared/notices.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'

/** A county has answered the city's notice with one study. */
async function answered(fields: Partial<RequirementInput>) {
  const { city, counties } = await openOffices()
  const county = counties[0] as TestOffice
  const { id } = await noticeWith(city.api, [requirement({ forms: [], ...fields })])
  await county.api.studies.add([study()])
  const notice = { id, number: '固工发〔2026〕31号', title: '通知', issuer: '固川市总工会' }
  await takeIn(city, [await makeReport(county, city, { manifest: { notice } })])
  return { city, county, id }
}

test('what only a document can show is 凭材料 before and after its last day, in whatever month it is asked', async () => {
  const { city, id } = await answered({
    kind: '组织',
    title: '制定实施方案',
    produces: ['实施方案'],
    window: { from: null, to: '2026-11-20' },
  })
  const seen = []
  for (const day of ['2026-11-19', '2026-11-25', '2026-12-01']) {
    Object.assign(city.context, { today: () => day })
    const [office] = (await city.api.upper.status({ noticeId: id })).offices
    seen.push([office?.state, office?.requirements[0]?.state])
  }
  expect(seen).toEqual(Array(3).fill(['已报待验', '凭材料']))
})

test('what was counted is counted anew when a last day passes within the month, and kept on other days', async () => {
  const window = { from: '2026-11-01', to: '2026-11-20' }
  const { city, county, id } = await answered({ kind: '宣讲', title: '宣讲', window })
  const question = { officeId: county.context.officeId, noticeId: id, period: november }
  const counted: string[] = []
  const on = async (day: string) => {
    Object.assign(city.context, { today: () => day })
    const [count] = await countOffices(city.context, [question], async () => void counted.push(day))
    return count?.requirements[0]?.state
  }
  const days = ['2026-11-18', '2026-11-20', '2026-11-21', '2026-11-25']
  const states = []
  for (const day of days) states.push(await on(day))
  expect(states).toEqual(['未开始', '未开始', '已超期', '已超期'])
  expect(counted).toEqual(['2026-11-18', '2026-11-21'])
})
