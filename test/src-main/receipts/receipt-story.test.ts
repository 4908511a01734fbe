import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import { inTurn } from '../../../src-main/intake/received-turn.ts'
import { undoBundle } from '../../../src-main/intake/undo-bundle.ts'
import { buildReceipt } from '../../../src-main/receipts/build-receipt.ts'
import { checkCodeOf } from '../../../src-main/receipts/check-code.ts'
import { receiptDocx } from '../../../src-main/receipts/receipt-docx.ts'
import { officeLayout } from '../../../src-main/settings.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { findReceiptBase } from '../../../src-main/sync/receipt-base.ts'
import { openOffices } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'
import { acceptAll, answer, report, reportAndTakeIn } from './report-and-answer.ts'

async function cityAndCounty() {
  const { city, counties, province } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  return { city, county, province }
}

test('the county learns from the receipt what was received; code, base and marks agree on both sides', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  const { manifest } = await reportAndTakeIn(county, city)
  expect((await city.api.receipts.due()).map(({ replaces, seq }) => [seq, replaces])).toEqual([[1, null]])
  const { receipts, files } = await answer(city)
  expect(receipts.map(({ number, isAgain, state }) => [number, isAgain, state])).toEqual([[1, false, '已导入']])
  expect(await city.api.receipts.due()).toEqual([])
  const [accepted] = await acceptAll(county, files)
  expect(accepted).toMatchObject({ standing: '新收', returned: 0, held: 0, checkCode: receipts[0]?.checkCode })
  expect((await county.api.studies.list({ upperMark: '已收' })).total).toBe(2)
  const base = await findReceiptBase(county.context.db, city.context.officeId, county.context)
  expect(base).toMatchObject({ change: manifest.toChange, root: manifest.state?.root })
  const [listed] = await county.api.receipts.list()
  expect(listed).toMatchObject({ issuer: '固川市总工会', isNewest: true, state: '已导入' })
  const compare = (code: string) => county.api.receipts.compare({ id: listed?.receiptId ?? '', code })
  expect(await compare(receipts[0]?.checkCode.toLowerCase() ?? '')).toEqual({ isSame: true })
  expect(await compare('0000-0000')).toEqual({ isSame: false })
})

test('T4: a replay is answered with the same receipt, by number and check code, and changes nothing', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const made = await reportAndTakeIn(county, city)
  const first = await answer(city)
  await takeIn(city, [made], true)
  const again = await answer(city, made.manifest.bundleId)
  expect(again.receipts).toEqual(first.receipts.map((receipt) => ({ ...receipt, isAgain: true })))
  expect((await acceptAll(county, first.files))[0]?.standing).toBe('新收')
  expect((await acceptAll(county, again.files))[0]?.standing).toBe('已在册')
  expect(await county.api.receipts.list()).toHaveLength(1)
})

test('退回: the words of the clerk above reach the record, and go when the changed record is received', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([
    study({ topic: '甲', dueCount: 30, attendedCount: 40, attendanceNote: '列席' }),
  ])
  const [id = ''] = ids
  await reportAndTakeIn(county, city)
  await acceptAll(county, (await answer(city)).files)
  const words = '实到人数与签到表不符，请核对'
  const { officeId } = county.context
  const returning = { officeId, table: 'study', rowId: id, version: 1, field: 'attendedCount', words }
  await city.api.receipts.returnRow(returning)
  expect((await city.api.receipts.due()).map(({ replaces }) => replaces)).toEqual([1])
  const returned = await answer(city)
  expect((await acceptAll(county, returned.files))[0]).toMatchObject({ standing: '新收', returned: 1 })
  expect(await county.api.receipts.returned()).toEqual({ study: 1, lecture: 0, stay: 0, activity: 0 })
  expect(await county.api.receipts.remarks({ recordKind: 'study', recordId: id })).toMatchObject([
    { mark: '退回', field: 'attendedCount', words, issuer: '固川市总工会' },
  ])
  await county.api.studies.update({ id, version: 1, fields: study({ topic: '甲', dueCount: 40, attendedCount: 40 }) })
  expect((await county.api.receipts.marks({ recordKind: 'study', recordIds: [id] }))[id]?.mark).toBe('已改')
  const { change = 0 } = (await findReceiptBase(county.context.db, city.context.officeId, county.context)) ?? {}
  await reportAndTakeIn(county, city, { changedAfter: change })
  await acceptAll(county, (await answer(city)).files)
  expect((await county.api.receipts.marks({ recordKind: 'study', recordIds: [id] }))[id]?.mark).toBe('已收')
})

test('a record of which two things are said comes back once, and sentence, table and list count it alike', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study({ topic: '甲' })])
  const { manifest } = await reportAndTakeIn(county, city)
  const returning = { officeId: county.context.officeId, table: 'study', rowId: ids[0] ?? '', version: 1 }
  await city.api.receipts.returnRow({ ...returning, words: '没有签到表' })
  await city.api.receipts.returnRow({ ...returning, field: 'attendedCount', words: '实到人数不符' })
  const [accepted] = await acceptAll(county, (await answer(city, manifest.bundleId)).files)
  expect(accepted).toMatchObject({ returned: 1, sentence: expect.stringContaining('退回1条') })
  const [listed] = await county.api.receipts.list()
  expect(listed?.returned).toBe(1)
  const { receipt } = await county.api.receipts.get({ id: listed?.receiptId ?? '' })
  expect(receipt.business?.remarks).toHaveLength(2)
  const docx = receiptDocx(receipt, checkCodeOf(receipt), await officeLayout(city.context.db))
  const xml = new TextDecoder().decode(readZip(docx)['word/document.xml'])
  const cells = xml.split('</w:tr>').map((row) => row.split('</w:tc>').map((cell) => cell.replace(/<[^>]*>/g, '')))
  // 台账、收到、未变、退回、冲突、暂存
  expect(cells.find(([name]) => name === '学习')?.slice(0, 6)).toEqual(['学习', '1', '0', '1', '0', '0'])
})

test('the receipt names who fills in the papers of the office, and only without such a person the account of the computer', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const { manifest } = await reportAndTakeIn(county, city)
  const by = async () => {
    const built = await inTurn(city.context, (received) => buildReceipt(city.context, received, manifest.bundleId))
    return built.content.business?.by
  }
  const office = await city.api.office.show()
  if (!office) throw new Error('the city has particulars')
  expect(await by()).toBe(office.contact)
  await city.api.office.set({ ...office, contact: '' })
  expect(await by()).toBe(city.context.operator)
})

test('退回 that is withdrawn leaves the record received', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study()])
  const [id = ''] = ids
  await reportAndTakeIn(county, city)
  const { officeId } = county.context
  const { id: returnId } = await city.api.receipts.returnRow({
    officeId,
    table: 'study',
    rowId: id,
    version: 1,
    words: '请核对',
  })
  await acceptAll(county, (await answer(city)).files)
  expect(await county.api.receipts.returned()).toMatchObject({ study: 1 })
  await city.api.receipts.withdrawReturn({ id: returnId })
  await acceptAll(county, (await answer(city)).files)
  expect(await county.api.receipts.returned()).toMatchObject({ study: 0 })
  expect((await county.api.studies.list({ upperMark: '已收' })).total).toBe(1)
})

test('a row that a rule refuses comes back with rule and words; the others are received', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study({ topic: '好的' }), study({ topic: '坏的' })])
  const spoil = (lines: string[]) => lines.map((line) => line.replace('"topic":"坏的"', '"topic":""'))
  await reportAndTakeIn(county, city, { lines: spoil })
  await acceptAll(county, (await answer(city)).files)
  const [, bad = ''] = ids
  const [remark] = await county.api.receipts.remarks({ recordKind: 'study', recordId: bad })
  expect(remark).toMatchObject({ mark: '退回' })
  expect(remark?.rule).not.toBe('')
  expect((await county.api.studies.list({ upperMark: '已收' })).total).toBe(1)
})

test('an import that was undone above is told: the next bundle carries everything again', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const { manifest } = await reportAndTakeIn(county, city)
  await acceptAll(county, (await answer(city)).files)
  await undoBundle(city.context, manifest.bundleId)
  const { receipts, files } = await answer(city)
  expect(receipts[0]?.state).toBe('已撤销')
  expect((await acceptAll(county, files))[0]?.standing).toBe('新收')
  expect(await findReceiptBase(county.context.db, city.context.officeId, county.context)).toBe(null)
  expect((await county.api.studies.list({ upperMark: '已收' })).total).toBe(0)
})

test('T13: a receipt for another office, of one that is not above us, or changed on the way is refused', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [county, other] = counties
  if (!county || !other) throw new Error('two counties')
  await county.api.studies.add([study()])
  await reportAndTakeIn(county, city)
  const [file] = (await answer(city)).files
  if (!file) throw new Error('no receipt')
  await expect(other.api.receipts.accept({ file })).rejects.toThrow('打不开')
  const bytes = new Uint8Array(await file.arrayBuffer())
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  await expect(county.api.receipts.accept({ file: new File([bytes], 'a.ghb') })).rejects.toThrow()
  const made = await makeReport(county, city)
  await expect(city.api.receipts.accept({ file: made.files[0] as File })).rejects.toThrow('不是回执')
  expect(await county.api.receipts.list()).toEqual([])
})

test('a volume that is missing is told in the receipt that is asked for', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const read = async () => Buffer.alloc(70_000, 7)
  const photo = { sha256: sha256(await read()), bytes: 70_000, read }
  const made = await report(county, city, { attachments: [photo], volumeBytes: 60_000 })
  const [first] = made.files
  if (!first) throw new Error('no volume')
  await takeIn(city, [{ ...made, files: [first] }], true)
  const { receipts, files } = await answer(city, made.manifest.bundleId)
  expect(receipts[0]?.state).toBe('已导入')
  await acceptAll(county, files)
  const [listed] = await county.api.receipts.list()
  const detail = await county.api.receipts.get({ id: listed?.receiptId ?? '' })
  expect(detail.receipt.technical.volumes).toMatchObject({ of: made.manifest.volumes, missing: [2] })
  await takeIn(city, [made], true)
  expect((await city.api.receipts.due()).length).toBe(1)
})
