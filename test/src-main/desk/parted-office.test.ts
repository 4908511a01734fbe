import { expect, test } from 'vitest'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { preview, stage, takeIn } from '../intake/take-in.ts'

/** Two counties reported a study each; from the first one the city has parted. */
async function onePartedOfTwo() {
  const { city, counties } = await openOffices({ counties: 2 })
  const [parted, left] = counties as [TestOffice, TestOffice]
  for (const county of [parted, left]) {
    await county.api.studies.add([study()])
    await takeIn(city, [await makeReport(county, city)])
  }
  await city.api.keys.part({ officeId: parted.context.officeId })
  return { city, parted, left }
}

test('an office that parted counts neither in the totals nor in sheets, cross-tables and the collected report', async () => {
  const { city } = await onePartedOfTwo()
  const { total } = await city.api.upper.totals({ period: november })
  expect(total?.['study.sessions']).toBe(1)
  const [sheet] = await city.api.sheets.show({ ...november, kinds: ['offices'], scope: 'received' })
  expect(sheet?.blocks[0]?.rows.map(([name, sessions]) => [name, sessions])).toEqual([
    ['本单位', 0],
    ['清河县总工会', 1],
  ])
  const asked = { kind: 'study', rows: 'office', measure: 'sessions', period: november, scope: 'received' } as const
  expect((await city.api.sheets.cross(asked)).rows.map(({ label }) => label)).toEqual(['清河县总工会'])
  const { documentId } = await city.api.upper.report({ period: november })
  const words = JSON.stringify(await city.api.documents.get({ id: documentId }))
  expect(words).not.toContain('云山县总工会')
  expect(words).toContain('清河县总工会')
  expect(words).not.toContain('学习活动2场')
})

test('what an import says of the totals leaves out an office that parted', async () => {
  const { city, left } = await onePartedOfTwo()
  await left.api.studies.add([study({ topic: '又一次' })])
  const report = await makeReport(left, city, { seq: 2 })
  await stage(city, report)
  const { totals } = await preview(city, report)
  expect(totals[0]?.figures).toContainEqual({ key: 'study.sessions', before: 1, after: 2 })
  await takeIn(city, [report], true)
  expect((await city.api.upper.totals({ period: november, withOwn: false })).total).toMatchObject({
    'study.sessions': 2,
  })
})

test('a record of an office that parted may still be read, under the name of that office', async () => {
  const { city, parted } = await onePartedOfTwo()
  const [one] = (await parted.api.studies.list({})).rows
  const origin = await city.api.upper.record({ kind: 'study', id: one?.id ?? '' })
  expect(origin).toMatchObject({ officeName: '云山县总工会', bundle: { seq: 1 } })
})
