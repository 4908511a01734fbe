import { expect, test } from 'vitest'
import { applyExchange } from '../../../src-main/merge/apply-exchange.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import type { RowState } from '../../../src-main/merge/row-state.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { reportedTables, wholeTables } from '../../../src-main/sync/reported-tables.ts'
import { openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { fileOf } from '../keys/key-files.ts'
import { makeReport } from './make-report.ts'
import { receivedOf, takeIn } from './take-in.ts'

/** The second PC of a county filled in the office's particulars before it was given the keys. */
async function twoPcs() {
  const { city, counties } = await openOffices()
  const [first] = counties
  if (!first) throw new Error('no county')
  const second = await openOffice(120, { name: '云山县总工会', divisionCode: '640421' })
  const passphrase = '当面告知的移交口令'
  await second.api.keys.takeOver({ file: await fileOf(await first.api.keys.handOver({ passphrase })), passphrase })
  return { city, first, second, officeId: first.context.officeId }
}

async function bring(from: TestOffice, to: TestOffice) {
  const states: RowState[] = []
  for await (const state of readRowStates(from.context.db, reportedTables)) states.push(state)
  const given = { states, bundleId: 'exchange' }
  await to.context.db.transaction().execute((trx) => applyExchange(trx, to.context, given))
}

test('the office rows that two PCs reported are one above as soon as one of them reports what both have become', async () => {
  const { city, first, second, officeId } = await twoPcs()
  await takeIn(city, [await makeReport(first, city)], true)
  const ofSecond = await makeReport(second, city)
  await takeIn(city, [ofSecond], true)
  expect((await receivedOf(city.context, officeId)).rows.office).toBe(2)
  await bring(second, first)
  await bring(first, second)
  await takeIn(city, [await makeReport(first, city, { seq: 2 })], true)
  const { rows, root } = await receivedOf(city.context, officeId)
  expect(rows.office).toBe(1)
  for (const { context } of [first, second]) expect((await stateRoot(context.db, wholeTables)).root).toBe(root)
})

test('a bundle of before that comes later does not bring the second row back', async () => {
  const { city, first, second, officeId } = await twoPcs()
  const before = [await makeReport(first, city), await makeReport(second, city)]
  await bring(second, first)
  await takeIn(city, [await makeReport(first, city, { seq: 2 })], true)
  const { root } = await receivedOf(city.context, officeId)
  for (const late of before) await takeIn(city, [late], true)
  expect(await receivedOf(city.context, officeId)).toMatchObject({ root, rows: { office: 1 } })
})
