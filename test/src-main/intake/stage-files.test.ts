import { expect, test } from 'vitest'
import { heldContents } from '../../../src-main/attachments/content-holders.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { resealFor } from '../../../src-main/sync/reseal-bundle.ts'
import { introduce, openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { type MadeReport, makeReport } from './make-report.ts'
import { receivedOf, stage, takeIn } from './take-in.ts'

const fileOf = ({ files }: MadeReport) => files[0] as File
const bytesOf = async (report: MadeReport) => new Uint8Array(await fileOf(report).arrayBuffer())

async function cityAndCounty() {
  const { province, city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study()])
  return { province, city, county }
}

test('T13: what is for another office, from an office that is not below us, or under an unknown key is refused in words', async () => {
  const { province, city, county } = await cityAndCounty()
  const stranger = await openOffice(150, { name: '外市某县总工会' })
  const forProvince = await makeReport(county, province)
  const foreign = await makeReport(stranger, city)
  const notForUs = await makeReport(county, city, { recipients: [province.context.keys.recipient] })
  expect((await stage(city, forProvince, foreign, notForUs)).map(({ outcome, words }) => [outcome, words])).toEqual([
    ['拒收', '这个上报包是报给“宁川省总工会”的，不是报给本单位的，请转交该单位。'],
    ['拒收', '“外市某县总工会”的这个密钥没有登记过，请先收下它的密钥名片，在电话里核对指纹后再接收。'],
    ['拒收', expect.stringContaining('本机的密钥打不开')],
  ])
  expect(await city.api.intake.list({})).toEqual([])
  const journal = await city.api.intake.journal({})
  expect(journal.map(({ action }) => action)).toEqual(['拒收', '拒收', '拒收'])
})

test('T13: a bundle under the key of another office, or under a revoked one, is refused', async () => {
  const { city, county } = await cityAndCounty()
  const other = await openOffice(151, { name: '邻县总工会' })
  await introduce(city, other)
  const posing = await makeReport(other, city, {
    manifest: { sender: { officeId: county.context.officeId, name: '云山县总工会', divisionCode: '640421' } },
  })
  const [refused] = await stage(city, posing)
  expect(refused?.words).toBe('这个文件自称来自“云山县总工会”，密钥却是“邻县总工会”的，不能采用，请打电话核实。')
  const report = await makeReport(county, city)
  await city.context.db
    .updateTable('peerKey')
    .set({ state: '已吊销', endedAt: '2026-11-20T00:00:00.000Z' })
    .where('keyId', '=', county.context.keys.keyId)
    .execute()
  const [revoked] = await stage(city, report)
  expect(revoked?.words).toBe('不能接收“云山县总工会”的这个文件：它的密钥已吊销，请它用现在的密钥重新导出。')
})

test('the superior is no office below us, and our own report is not taken in', async () => {
  const { province, city } = await cityAndCounty()
  const [above] = await stage(city, await makeReport(province, city))
  expect(above?.words).toBe('“宁川省总工会”不是本单位登记的下级单位，不能接收，请核对，或先收下它的密钥名片。')
  const [own] = await stage(city, await makeReport(city, city))
  expect(own?.words).toBe('这是本单位自己报出的上报包，不用接收。')
})

test('T5: another content under a number that is taken raises an alarm and changes nothing', async () => {
  const { city, county } = await cityAndCounty()
  const report = await makeReport(county, city)
  await takeIn(city, [report])
  const before = await receivedOf(city.context, county.context.officeId)
  await county.api.studies.add([study({ topic: '事后添加' })])
  const other = await makeReport(county, city, { manifest: { bundleId: report.manifest.bundleId } })
  expect(await stage(city, other)).toMatchObject([{ outcome: '警报', bundleId: report.manifest.bundleId }])
  expect(await receivedOf(city.context, county.context.officeId)).toEqual(before)
  expect((await city.api.intake.journal({}))[0]).toMatchObject({ action: '警报', bundleId: report.manifest.bundleId })
})

test('T2: what is cut off or altered is refused with the part named, and nothing is kept of it', async () => {
  const { city, county } = await cityAndCounty()
  const report = await makeReport(county, city)
  const bytes = await bytesOf(report)
  const flipped = bytes.slice()
  flipped[bytes.length - 200] = (flipped[bytes.length - 200] ?? 0) ^ 1
  const spoilt = [bytes.slice(0, 0), bytes.slice(0, 100), bytes.slice(0, -1), flipped].map(
    (part, index) => new File([part], `${index}.ghb`),
  )
  const staged = await city.api.intake.stage({ files: spoilt })
  expect(staged.map(({ outcome, words }) => [outcome, words])).toEqual([
    ['拒收', expect.stringContaining('空的')],
    ['拒收', expect.stringContaining('文件头')],
    ['拒收', expect.stringContaining('文件尾')],
    ['拒收', expect.stringContaining('内容')],
  ])
  expect(await city.api.intake.list({})).toEqual([])
})

test("a county's bundle that its city passes on is taken in as the county's, once, whichever way it came first", async () => {
  const { province, city, county } = await cityAndCounty()
  const report = await makeReport(county, city)
  const opened = await openVolume(await bytesOf(report), city.context.keys.identities())
  const passed = await resealFor(opened, {
    keys: city.context.keys,
    recipients: [province.context.keys.recipient],
    via: opened.manifest.recipient,
    recipient: { officeId: province.context.officeId, name: '宁川省总工会', divisionCode: '640000' },
  })
  const file = new File([new Uint8Array(passed.bytes)], passed.fileName)
  const again = new File([new Uint8Array(passed.bytes)], '另一份.ghb')
  expect(await province.api.intake.stage({ files: [file, again] })).toMatchObject([
    { outcome: '已收', sender: '云山县总工会' },
    { outcome: '已有', sender: '云山县总工会' },
  ])
  const [bundle] = await province.api.intake.list({})
  expect(bundle?.via.map(({ name }) => name)).toEqual(['固川市总工会'])
  await province.api.intake.import({ bundleIds: [report.manifest.bundleId] })
  expect((await receivedOf(province.context, county.context.officeId)).rows).toMatchObject({ study: 1 })
})

test('T30: a record that was reported directly and through the city stands once', async () => {
  const { province, city, county } = await cityAndCounty()
  await takeIn(province, [await makeReport(county, province)])
  const toCity = await makeReport(county, city, { seq: 2 })
  const opened = await openVolume(await bytesOf(toCity), city.context.keys.identities())
  const passed = await resealFor(opened, {
    keys: city.context.keys,
    recipients: [province.context.keys.recipient],
    via: opened.manifest.recipient,
    recipient: { officeId: province.context.officeId, name: '宁川省总工会', divisionCode: '640000' },
  })
  await province.api.intake.stage({ files: [new File([new Uint8Array(passed.bytes)], passed.fileName)] })
  const { bundles } = await province.api.intake.import({ bundleIds: [toCity.manifest.bundleId] })
  expect(bundles[0]?.effect?.rows).toMatchObject({ 新增: 0, 未变: 2 })
  expect((await receivedOf(province.context, county.context.officeId)).rows).toEqual({ office: 1, study: 1 })
})

test('archived files are held by the store until they are taken out of the list', async () => {
  const { city, county } = await cityAndCounty()
  const report = await makeReport(county, city)
  await stage(city, report)
  const { sha256 } = await city.context.db.selectFrom('archivedVolume').select('sha256').executeTakeFirstOrThrow()
  expect(await heldContents(city.context.db, city.context.now())).toContain(sha256)
  await city.api.intake.discard({ bundleId: report.manifest.bundleId })
  expect(await heldContents(city.context.db, city.context.now())).not.toContain(sha256)
  expect(await stage(city, report)).toMatchObject([{ outcome: '已收' }])
})
