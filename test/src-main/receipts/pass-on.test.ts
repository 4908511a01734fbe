import { expect, test } from 'vitest'
import { passOn as passOnBundles } from '../../../src-main/receipts/pass-on.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { readEnvelope } from '../../../src-main/sync/read-envelope.ts'
import type { SetDelivery } from '../../../src-shared/delivery.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { receivedOf, stage, takeIn } from '../intake/take-in.ts'
import { acceptAll, answer, bundlesIn, report, reportAndTakeIn, unseen } from './report-and-answer.ts'

/** What the window does with files that were dropped on it: staged, then taken in. */
async function receive({ api }: TestOffice, files: readonly File[]) {
  const staged = await api.intake.stage({ files: [...files] })
  const bundleIds = [...new Set(staged.flatMap(({ bundleId }) => bundleId ?? []))]
  const summary = bundleIds.length > 0 ? await api.intake.import({ bundleIds, acceptRed: 'all' }) : null
  return { staged, outcomes: summary?.bundles.map(({ outcome }) => outcome) ?? [] }
}

const passOn = async (from: TestOffice, to: TestOffice, all = false): Promise<SetDelivery> =>
  await from.api.receipts.passOn({ to: to.context.officeId, all })

/** The same office some hours later. */
function after(office: TestOffice, hours: number): TestOffice {
  const later = new Date(Date.parse(office.context.now()) + hours * 3_600_000).toISOString()
  return { ...office, context: { ...office.context, now: () => later } }
}

const passOnAs = async ({ context }: TestOffice, to: TestOffice): Promise<SetDelivery> =>
  await passOnBundles(context, { to: to.context.officeId, all: false }, unseen)

test('a city passes its counties on with their signatures; the province answers down to the county through the city', async () => {
  const { province, city, counties } = await openOffices({ counties: 2 })
  for (const [index, county] of counties.entries()) {
    await county.api.studies.add([study({ topic: `第${index}县` }), study()])
    await reportAndTakeIn(county, city)
  }
  const files = bundlesIn(await passOn(city, province))
  expect(files).toHaveLength(2)
  const { envelope } = readEnvelope(new Uint8Array(await (files[0] as File).arrayBuffer()))
  expect(envelope.via.map(({ name }) => name)).toEqual(['固川市总工会'])
  expect(envelope.sender.name).toBe('云山县总工会')
  expect((await receive(province, files)).outcomes).toEqual(['已导入', '已导入'])
  for (const county of counties) {
    const { officeId } = county.context
    expect(await receivedOf(province.context, officeId)).toEqual(await receivedOf(city.context, officeId))
  }

  const answered = await answer(province)
  const [county] = counties
  if (!county) throw new Error('no county')
  const { staged } = await receive(city, answered.files)
  expect(staged.map(({ outcome, words }) => [outcome, words.includes('请转交')])).toEqual([
    ['已收', true],
    ['已收', true],
  ])
  expect((await city.api.receipts.waiting()).map(({ officeName, count }) => [officeName, count])).toEqual([
    ['云山县总工会', 1],
    ['清河县总工会', 1],
  ])
  const down = bundlesIn((await city.api.receipts.passDown({ again: false })).delivery)
  expect(await city.api.receipts.waiting()).toEqual([])
  await expect(county.api.receipts.accept({ file: down[0] as File })).rejects.toThrow('宁川省总工会')
  await acceptFrom(county, province, { role: '上级' })
  const [accepted] = await acceptAll(county, down.slice(0, 1))
  expect(accepted).toMatchObject({ standing: '新收', issuer: '宁川省总工会' })
  expect(accepted?.checkCode).toBe(answered.receipts[0]?.checkCode)
  // What the province has confirmed does not go along again.
  await expect(passOn(city, province)).rejects.toThrow('都已收到')
  expect(bundlesIn(await passOn(city, province, true))).toHaveLength(2)
})

test('photos that come after a bundle was passed on and confirmed are passed on too, once', async () => {
  const { province, city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  await county.api.studies.add([study()])
  const read = async () => Buffer.alloc(70_000, 7)
  const photo = { sha256: sha256(await read()), bytes: 70_000, read }
  const made = await report(county, city, { attachments: [photo], volumeBytes: 60_000 })
  await takeIn(city, [{ ...made, files: made.files.slice(0, 1) }], true)
  await receive(province, bundlesIn(await passOn(city, province)))
  await receive(city, (await answer(province)).files)
  await expect(passOn(city, province)).rejects.toThrow('都已收到')

  const to = { to: province.context.officeId, all: false }
  await stage(after(city, 1), made)
  expect(await city.api.receipts.passable(to)).toMatchObject([{ bundleId: made.manifest.bundleId }])
  expect(await province.api.intake.list({})).toMatchObject([{ missingPhotos: 1 }])
  await receive(province, bundlesIn(await passOnAs(after(city, 2), province)))
  expect(await province.api.intake.list({})).toMatchObject([{ missingPhotos: 0 }])
  expect(await city.api.receipts.passable(to)).toEqual([])
})

test('T30: a county that also reported directly to the province counts once', async () => {
  const { province, city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  await county.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  await reportAndTakeIn(county, city)
  await acceptFrom(county, province, { role: '上级' })
  const direct = await report(county, province)
  expect((await receive(province, direct.files)).outcomes).toEqual(['已导入'])
  expect((await receive(province, bundlesIn(await passOn(city, province)))).outcomes).toEqual(['已导入'])
  expect((await receivedOf(province.context, county.context.officeId)).rows.study).toBe(2)
})

test('only an office above us is passed on to, and nothing without bundles', async () => {
  const { province, city, counties } = await openOffices()
  await expect(city.api.receipts.passOn({ to: counties[0]?.context.officeId ?? '', all: false })).rejects.toThrow(
    '上级',
  )
  await expect(passOn(city, province)).rejects.toThrow('没有要转报')
  await expect(city.api.receipts.passDown({ again: false })).rejects.toThrow('没有等待转交')
})
