/** In which order bundles of an office are taken in changes nothing of what is said about it. */
import { expect, test } from 'vitest'
import { previewBundles } from '../../../src-main/intake/preview-bundles.ts'
import { inTurn } from '../../../src-main/intake/received-turn.ts'
import { buildReceipt } from '../../../src-main/receipts/build-receipt.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { type MadeReport, makeReport, november } from '../intake/make-report.ts'
import { stage, takeIn } from '../intake/take-in.ts'

async function twoReports() {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study({ topic: '甲' })])
  const one = await makeReport(county, city, { manifest: { createdAt: '2026-11-19T02:00:00.000Z' } })
  await county.api.studies.add([study({ topic: '乙' })])
  const place = { seq: 2, previousHash: one.manifestHash }
  const two = await makeReport(county, city, { ...place, manifest: { createdAt: '2026-11-20T02:00:00.000Z' } })
  return { city, county, one, two }
}

const rootIn = async ({ context }: TestOffice, { manifest }: MadeReport) =>
  (await inTurn(context, (received) => buildReceipt(context, received, manifest.bundleId))).content.business?.root

test('an older bundle that comes behind a newer one takes nothing from it: the office has reported whole, and both receipts say so', async () => {
  const { city, one, two } = await twoReports()
  for (const report of [two, one]) await takeIn(city, [report], true)
  const { offices } = await city.api.upper.status({ period: november })
  expect(offices.map(({ state, remarks, bundle }) => [state, remarks, bundle?.seq])).toEqual([['已报待验', [], 2]])
  const [older, newer] = [await rootIn(city, one), await rootIn(city, two)]
  expect([older, newer]).toEqual([newer, { value: two.manifest.state?.root, isSame: true }])
})

test('content that is not what the newest bundle states stays named, whatever comes behind it', async () => {
  const { city, county, one } = await twoReports()
  const place = { seq: 2, previousHash: one.manifestHash }
  const short = await makeReport(county, city, { ...place, lines: (lines) => lines.filter((line) => !/乙/.test(line)) })
  for (const report of [short, one]) await takeIn(city, [report], true)
  const { offices } = await city.api.upper.status({ period: november })
  expect(offices[0]?.state).toBe('部分报')
  expect(offices[0]?.remarks[0]?.words).toContain('与包内所列的不一致')
  expect((await rootIn(city, short))?.isSame).toBe(false)
})

test('files of one office from different computers go in by when they were made', async () => {
  const { city, county, one, two } = await twoReports()
  const manifest = { replica: 'second-pc', createdAt: '2026-11-19T12:00:00.000Z' }
  const between = await makeReport(county, city, { seq: 9, manifest })
  await stage(city, two, between, one)
  const ids = [two, between, one].map((report) => report.manifest.bundleId)
  const { bundles } = await previewBundles(city.context, ids, { step: async () => undefined })
  expect(bundles.map(({ bundle }) => bundle.seq)).toEqual([1, 9, 2])
})

test('a paper names the day of the bundle that it names', async () => {
  const { city, county, one, two } = await twoReports()
  await takeIn(city, [one], true)
  await stage(city, two)
  const receivedAt = '2026-11-27T02:00:00.000Z'
  const { bundleId } = two.manifest
  await city.context.db.updateTable('archivedBundle').set({ receivedAt }).where('bundleId', '=', bundleId).execute()
  // October is what the letter asks for.
  const asked = { period: { from: '2026-10-01', to: '2026-11-30' }, due: '2026-11-20' }
  const { offices } = await city.api.upper.status(asked)
  expect(offices[0]).toMatchObject({ receivedAt: city.context.now(), bundle: { bundleId, seq: 2, receivedAt } })
  const { documentIds } = await city.api.upper.remind({ ...asked, until: '2026-11-30' })
  const { content } = await city.api.documents.get({ id: documentIds[0] ?? '' })
  expect(JSON.stringify(content.blocks)).toContain('第2号上报包已于2026年11月27日收到，')
  expect(county.context.officeId).toBe(offices[0]?.officeId)
})
