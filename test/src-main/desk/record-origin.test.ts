import { expect, test } from 'vitest'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

test('a record is said to come from the bundle of the PC that changed it last, not from one of another PC that came before', async () => {
  const { city, counties } = await openOffices()
  const county = counties[0] as TestOffice
  const { ids } = await county.api.studies.add([study()])
  const later = '2026-11-21T09:00:00.000Z'
  const ofOtherPc = await makeReport(county, city, {
    lines: () => [],
    manifest: { replica: 'second-pc', createdAt: later },
  })
  const ofThisPc = await makeReport(county, city)
  for (const report of [ofOtherPc, ofThisPc]) await takeIn(city, [report], true)
  const { bundle } = await city.api.upper.record({ kind: 'study', id: ids[0] ?? '' })
  expect(bundle?.bundleId).toBe(ofThisPc.manifest.bundleId)
})

test('a record of a PC that never reports itself is said to come from the bundle that the other PC made behind it', async () => {
  const { city, counties } = await openOffices()
  const county = counties[0] as TestOffice
  const { ids } = await county.api.studies.add([study()])
  const report = await makeReport(county, city, { manifest: { replica: 'second-pc' } })
  await takeIn(city, [report], true)
  const { bundle } = await city.api.upper.record({ kind: 'study', id: ids[0] ?? '' })
  expect(bundle?.bundleId).toBe(report.manifest.bundleId)
})
