import { expect, test } from 'vitest'
import { onDesk } from '../../../src-main/intake/desk-database.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'
import { makeReport, november } from './make-report.ts'
import { preview, receivedOf, stage, takeIn } from './take-in.ts'

async function fill({ api }: TestOffice, studies = 2) {
  const unions = await api.unions.add([union(), union({ name: '另一家工会', township: '南河乡' })])
  await api.studies.add(Array.from({ length: studies }, (_, index) => study({ topic: `专题${index + 1}` })))
  const stays = await api.stays.add([stay()])
  await api.lectures.add([lecture({ unionIds: unions.ids, stayId: stays.ids[0] ?? null })])
  return unions.ids
}

test('a report is previewed without writing, taken in, and holds what its sender holds', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await fill(county)
  const report = await makeReport(county, city)
  expect(await stage(city, report)).toMatchObject([{ outcome: '已收', sender: '云山县总工会' }])
  const before = await receivedOf(city.context, county.context.officeId)
  const seen = await preview(city, report)
  expect(await receivedOf(city.context, county.context.officeId)).toEqual(before)
  expect(seen.bundles[0]?.effect).toMatchObject({ rows: { 新增: 7 }, cover: [], root: { isSame: true }, flags: [] })
  expect(seen.totals[0]?.figures.find(({ key }) => key === 'study.sessions')).toEqual({
    key: 'study.sessions',
    before: 0,
    after: 2,
  })
  const done = await takeIn(city, [report])
  expect(done.bundles).toMatchObject([{ outcome: '已导入', officeName: '云山县总工会' }])
  expect(done.bundles[0]?.effect).toEqual(seen.bundles[0]?.effect)
  expect(done.totals).toEqual(seen.totals)
  const { rows, root } = await receivedOf(city.context, county.context.officeId)
  expect(rows).toEqual({ office: 1, grassrootsUnion: 2, study: 2, stay: 1, lecture: 1 })
  expect(root).toBe(report.manifest.state?.root)
  const figures = await onDesk(city.context, { offices: [county.context.officeId], withOwn: false }, (db) =>
    computeFigures(db, november),
  )
  expect(figures).toEqual(await computeFigures(county.context.db, november))
})
