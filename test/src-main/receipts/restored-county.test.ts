import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { findReceiptBase } from '../../../src-main/sync/receipt-base.ts'
import { wholeTables } from '../../../src-main/sync/reported-tables.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { countedIds, makeTestFolder, openTestApp, testNow } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { receivedOf } from '../intake/take-in.ts'
import { acceptAll, answer, reportAndTakeIn } from './report-and-answer.ts'

/** What a backup of the folder is, or the copy on another PC: no mark outside of it tells. */
async function copyOf({ dataFolder }: TestOffice): Promise<string> {
  const folder = join(await makeTestFolder(), 'copy')
  await cp(dataFolder, folder, { recursive: true })
  return folder
}

const openCopy = (dataFolder: string, seed: number) =>
  openTestApp({ dataFolder, newId: countedIds(seed), clock: () => new Date(testNow.getTime() + 60_000) })

async function topicsOf({ api }: TestOffice) {
  return (await api.studies.list({})).rows.map(({ topic }) => topic).sort()
}

const rootOf = async ({ context }: TestOffice) => (await stateRoot(context.db, wholeTables)).root

test('T7: a county restored from an old backup takes back what the city holds; nothing received is lost, nothing removed returns', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  const { ids } = await county.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' }), study({ topic: '丙' })])
  await reportAndTakeIn(county, city)
  await acceptAll(county, (await answer(city)).files)
  const backup = await copyOf(county)
  // After the backup: one removed, one changed, one added; all of it reported and received.
  await county.api.studies.remove({ id: ids[0] ?? '' })
  await county.api.studies.update({ id: ids[1] ?? '', version: 1, fields: study({ topic: '乙，改过' }) })
  await county.api.studies.add([study({ topic: '丁' })])
  await reportAndTakeIn(county, city)
  const last = await answer(city)
  const rootBefore = await rootOf(county)
  await county.close()

  const restored = await openCopy(backup, 7)
  expect(await topicsOf(restored)).toEqual(['丙', '乙', '甲'])
  await restored.api.studies.add([study({ topic: '戊，恢复之后' })])
  const before = `${county.context.replica} ${county.context.epoch}`
  // The receipt for a bundle that the old ledger does not know.
  const [unknown] = await acceptAll(restored, last.files)
  expect(unknown?.standing).toMatch(/不识|别机/)
  expect(`${restored.context.replica} ${restored.context.epoch}`).not.toBe(before)
  expect(await findReceiptBase(restored.context.db, city.context.officeId, restored.context)).toBe(null)

  await reportAndTakeIn(restored, city)
  expect((await receivedOf(city.context, restored.context.officeId)).rows.study).toBe(4)
  const [receipt] = await acceptAll(restored, (await answer(city)).files)
  expect(receipt).toMatchObject({ standing: '新收', held: 3, conflict: 0 })
  const pulled = await restored.api.receipts.pullBack({ id: receipt?.receiptId ?? '' })
  expect(pulled).toEqual({ rows: 3, conflicts: 0, refused: 0 })
  expect(await topicsOf(restored)).toEqual(['丁', '丙', '乙，改过', '戊，恢复之后'])
  expect(await restored.api.receipts.pullBack({ id: receipt?.receiptId ?? '' })).toMatchObject({ rows: 0 })

  await reportAndTakeIn(restored, city)
  const [after] = await acceptAll(restored, (await answer(city)).files)
  expect(after).toMatchObject({ held: 0, returned: 0 })
  const { root } = await receivedOf(city.context, restored.context.officeId)
  expect(root).toBe(await rootOf(restored))
  expect(root).not.toBe(rootBefore)
})

test('T8: two copies of one PC work on; both come together at the city, a field that both set is shown to both', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  const { ids } = await county.api.studies.add([study({ topic: '甲' })])
  await reportAndTakeIn(county, city)
  await acceptAll(county, (await answer(city)).files)
  const folder = await copyOf(county)
  const clone = await openCopy(folder, 8)
  const [id = ''] = ids
  // As if nothing had told the copy that it is one.
  const { replica, epoch } = county.context
  await clone.context.db.updateTable('installation').set({ replica, epoch }).execute()
  Object.assign(clone.context, { replica, epoch })

  await county.api.studies.update({ id, version: 1, fields: study({ topic: '甲，原机改' }) })
  await clone.api.studies.update({ id, version: 1, fields: study({ topic: '甲，副本改' }) })
  await clone.api.studies.add([study({ topic: '副本新添' })])
  await reportAndTakeIn(county, city)
  const answered = await answer(city)
  await reportAndTakeIn(clone, city)
  expect((await receivedOf(city.context, county.context.officeId)).rows.study).toBe(2)
  const forked = await answer(city)
  await acceptAll(county, [...answered.files, ...forked.files])
  const [told] = await acceptAll(clone, forked.files)
  expect(told).toMatchObject({ epochRaised: true, conflict: 1 })
  const names = new Set([county.context.replica, clone.context.replica, replica])
  expect(names.size).toBe(3)

  // Both values stand in the receipt; taken back, the record has the later one, until somebody decides.
  const detail = await clone.api.receipts.get({ id: told?.receiptId ?? '' })
  expect(detail.remarks.map(({ field, mark, values }) => [field, mark, values])).toEqual([
    ['topic', '冲突', { kept: '甲，副本改', other: '甲，原机改' }],
  ])
  expect(await clone.api.receipts.pullBack({ id: told?.receiptId ?? '' })).toMatchObject({ rows: 1, refused: 0 })
  expect((await clone.api.studies.list({ upperMark: '冲突' })).total).toBe(1)
  const { version } = await clone.api.studies.get({ id })
  await clone.api.studies.update({ id, version, fields: study({ topic: '甲，核实后' }) })
  await reportAndTakeIn(clone, city)
  expect((await acceptAll(clone, (await answer(city)).files))[0]).toMatchObject({ conflict: 0, epochRaised: false })
  expect((await clone.api.studies.list({ upperMark: '已收' })).total).toBe(2)
})
