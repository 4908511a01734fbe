import { expect, test } from 'vitest'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { wholeTables } from '../../../src-main/sync/reported-tables.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { receivedOf } from '../intake/take-in.ts'
import { fileOf, keyFile } from '../keys/key-files.ts'
import { acceptAll, answer, reportAndTakeIn } from './report-and-answer.ts'

const county = { name: '云山县总工会', superior: '固川市总工会', divisionCode: '640421' }

/** A county that has reported, and the PC that takes the place of its own when that is gone with every backup. */
async function lostCounty() {
  const { province, city, counties } = await openOffices({ counties: 2 })
  const [lost, other] = counties as [TestOffice, TestOffice]
  await lost.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  await reportAndTakeIn(lost, city)
  await acceptAll(lost, (await answer(city)).files)
  await lost.close()
  const fresh = await openOffice(70, county)
  const card = async (officeId: string) => await fileOf(await city.api.keys.peerCard({ officeId }))
  return { province, city, lost, other, fresh, card }
}

test('an office that lost data, keys and backups becomes itself again: one office above, and its records come back', async () => {
  const { city, lost, fresh, card } = await lostCounty()
  const { officeId } = lost.context
  expect(await fresh.api.keys.reclaim({ file: await card(officeId) })).toEqual({ officeId, isNew: true })
  expect(fresh.context.officeId).toBe(officeId)
  expect(fresh.context.keys.keyId).not.toBe(lost.context.keys.keyId)
  await acceptFrom(city, fresh, { role: '下级', parentId: null })
  await acceptFrom(fresh, city, { role: '上级' })

  await fresh.api.studies.add([study({ topic: '丙' })])
  await reportAndTakeIn(fresh, city)
  const [receipt] = await acceptAll(fresh, (await answer(city)).files)
  expect(receipt).toMatchObject({ standing: '新收', held: 3, conflict: 0 })
  expect(await fresh.api.receipts.pullBack({ id: receipt?.receiptId ?? '' })).toEqual({
    rows: 3,
    conflicts: 0,
    refused: 0,
  })
  const topics = (await fresh.api.studies.list({})).rows.map(({ topic }) => topic)
  expect(topics.sort()).toEqual(['丙', '乙', '甲'])

  await reportAndTakeIn(fresh, city)
  const { root, rows } = await receivedOf(city.context, officeId)
  expect(rows.study).toBe(3)
  expect(root).toBe((await stateRoot(fresh.context.db, wholeTables)).root)
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const totals = await city.api.upper.totals({ period, withOwn: false })
  expect(totals.rows.filter(({ name }) => name === county.name)).toHaveLength(1)
  expect(totals.total?.['study.sessions']).toBe(3)
  expect(await fresh.api.keys.reclaim({ file: await card(officeId) })).toEqual({ officeId, isNew: false })
})

test('the id of another office is not taken, nor any once the ledger has dealt with others; a file that is no card is refused', async () => {
  const { city, lost, other, fresh, card } = await lostCounty()
  const before = fresh.context.officeId
  const refusals = [
    [await card(other.context.officeId), 'KEY_REFUSED', /“清河县总工会”的，本机登记的是“云山县总工会”/],
    [keyFile(Buffer.from('{}')), 'KEY_REFUSED', /名片/],
  ] as const
  for (const [file, code, message] of refusals)
    await expect(fresh.api.keys.reclaim({ file })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  await acceptFrom(fresh, city, { role: '上级' })
  const late = fresh.api.keys.reclaim({ file: await card(lost.context.officeId) })
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(fresh.context.officeId).toBe(before)
})
