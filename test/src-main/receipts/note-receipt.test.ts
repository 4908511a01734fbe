import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteReceipt } from '../../../src-main/receipts/note-receipt.ts'
import { findReceiptBase } from '../../../src-main/sync/receipt-base.ts'
import type { Receipt } from '../../../src-shared/receipts.ts'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { exportedUpToNow, receiptFor, returned } from './sample-receipt.ts'

type App = Awaited<ReturnType<typeof openTestApp>>
const file = 'f'.repeat(64)

async function withTwoStudies(app: App): Promise<readonly [string, string]> {
  const { ids } = await app.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  return [ids[0] ?? '', ids[1] ?? '']
}

async function marksOf({ context }: App) {
  const rows = await context.db
    .selectFrom('acknowledgement')
    .select(['rowId', 'version', 'result', 'words'])
    .where('tableName', '=', 'study')
    .orderBy('rowId')
    .execute()
  return Object.fromEntries(rows.map(({ rowId, version, result, words }) => [rowId, `${result}@${version}${words}`]))
}

const total = async ({ api }: App, upperMark: string) => (await api.studies.list({ upperMark })).total

test('a receipt marks what was reported, and a record that is changed afterwards waits to be reported', async () => {
  const app = await openTestApp()
  const [first, second] = await withTwoStudies(app)
  const bundle = await exportedUpToNow(app.context, 1)
  await app.api.studies.add([study({ topic: '丙，报后才登记' })])
  const remarks = [returned('study', second, 1)]
  const outcome = await noteReceipt(app.context, receiptFor(app.context, bundle, { number: 1, remarks }), file)
  expect(outcome).toMatchObject({ standing: '新收', returned: 1, received: 2, epochRaised: false })
  expect(outcome.sentence).toBe('云州市总工会对第1号上报包的回执：收到2条，退回1条。')
  expect(await marksOf(app)).toEqual({ [first]: '已收@1', [second]: '退回@1实到人数与签到表不符' })
  expect([await total(app, '已收'), await total(app, '退回'), await total(app, '已改')]).toEqual([1, 1, 0])
  await app.api.studies.update({ id: second, version: 1, fields: study({ topic: '乙', attendedCount: 3 }) })
  expect([await total(app, '已收'), await total(app, '退回'), await total(app, '已改')]).toEqual([1, 0, 1])
})

test('T27: a receipt twice, one for an unknown bundle and an old one after a new one move nothing back', async () => {
  const app = await openTestApp()
  const [first, second] = await withTwoStudies(app)
  const early = await exportedUpToNow(app.context, 1)
  await app.api.studies.update({ id: second, version: 1, fields: study({ topic: '乙，改过' }) })
  const late = await exportedUpToNow(app.context, 2)
  const { context } = app
  const old = receiptFor(context, early, { number: 1, remarks: [returned('study', second, 1)] })
  const newer = receiptFor(context, late, { number: 2 })
  expect((await noteReceipt(context, newer, file)).standing).toBe('新收')
  const settled = { [first]: '已收@1', [second]: '已收@2' }
  expect(await marksOf(app)).toEqual(settled)
  expect((await noteReceipt(context, old, file)).standing).toBe('较旧')
  expect((await noteReceipt(context, newer, file)).standing).toBe('已在册')
  const strange = receiptFor(context, { ...late, bundleId: 'never-sent' }, { number: 3 })
  expect((await noteReceipt(context, strange, file)).standing).toBe('不识')
  expect(await marksOf(app)).toEqual(settled)
  expect((await findReceiptBase(context.db, 'city', context))?.change).toBe(late.toChange)
})

test('a receipt that is lost costs nothing: without one the next bundle carries everything', async () => {
  const app = await openTestApp()
  await withTwoStudies(app)
  await exportedUpToNow(app.context, 1)
  expect(await findReceiptBase(app.context.db, 'city', app.context)).toBe(null)
})

test('an import that was undone above is taken back here: the next bundle begins before it again', async () => {
  const app = await openTestApp()
  const [first, second] = await withTwoStudies(app)
  const bundle = await exportedUpToNow(app.context, 1)
  await noteReceipt(app.context, receiptFor(app.context, bundle, { number: 1 }), file)
  expect(Object.keys(await marksOf(app))).toEqual([first, second])
  const technical = { state: '已撤销', toChange: 0 } as const
  const undone = receiptFor(app.context, bundle, { number: 2, technical })
  await noteReceipt(app.context, { ...undone, business: null }, file)
  expect(await marksOf(app)).toEqual({})
  expect(await findReceiptBase(app.context.db, 'city', app.context)).toBe(null)
})

test('T7: a receipt that knows a higher number than this ledger has given begins the next epoch, once', async () => {
  const app = await openTestApp()
  await withTwoStudies(app)
  const bundle = await exportedUpToNow(app.context, 1)
  const before = app.context.replica
  const technical = { known: { epoch: 1, seq: 7 }, toChange: bundle.toChange + 50 }
  const receipt = receiptFor(app.context, bundle, { number: 1, technical })
  expect((await noteReceipt(app.context, receipt, file)).epochRaised).toBe(true)
  expect(app.context).toMatchObject({ replica: before, epoch: 2 })
  expect(await app.context.db.selectFrom('installation').select(['replica', 'epoch']).executeTakeFirst()).toEqual({
    replica: before,
    epoch: 2,
  })
  // Changes of the branch that was lost are not taken for ours.
  const lost = { replica: before, epoch: 1 }
  expect((await findReceiptBase(app.context.db, 'city', lost))?.change).toBe(bundle.toChange)
  expect(await findReceiptBase(app.context.db, 'city', app.context)).toBe(null)
  const again = receiptFor(app.context, bundle, { number: 2, technical })
  expect((await noteReceipt(app.context, again, file)).epochRaised).toBe(false)
  expect(app.context.epoch).toBe(2)
})

test('T8: each of two copies that are told of a fork becomes another replica', async () => {
  const app = await openTestApp()
  await withTwoStudies(app)
  const bundle = await exportedUpToNow(app.context, 1)
  const before = app.context.replica
  const technical = { isFork: true, newEpoch: true, toChange: 0 }
  await noteReceipt(app.context, receiptFor(app.context, bundle, { number: 1, technical }), file)
  expect(app.context.replica).not.toBe(before)
  expect(app.context.epoch).toBe(1)
  const replica = app.context.replica
  await noteReceipt(app.context, receiptFor(app.context, bundle, { number: 2, technical }), file)
  expect(app.context.replica).toBe(replica)
})

test('a receipt for another PC of the office brings its returned records, not its marks', async () => {
  const app = await openTestApp()
  const [first, second] = await withTwoStudies(app)
  const bundle = { ...(await exportedUpToNow(app.context, 1)), bundleId: 'of-the-other', replica: 'other-pc' }
  const receipt = receiptFor(app.context, bundle, { number: 1, remarks: [returned('study', first, 1)] })
  expect((await noteReceipt(app.context, receipt, file)).standing).toBe('别机')
  expect(await marksOf(app)).toEqual({ [first]: '退回@1实到人数与签到表不符' })
  expect(second in (await marksOf(app))).toBe(false)
})

test('receipts in any order, some twice, leave the same marks and the same base; no mark ever goes back', async () => {
  const app = await openTestApp()
  const [first, second] = await withTwoStudies(app)
  const { context } = app
  const bundles = [await exportedUpToNow(context, 1)]
  for (const version of [1, 2, 3]) {
    await app.api.studies.update({ id: second, version, fields: study({ topic: `乙${version}` }) })
    bundles.push(await exportedUpToNow(context, version + 1))
  }
  const receipts = bundles.map((bundle, index): Receipt => {
    const remarks = index % 2 === 0 ? [returned('study', second, index + 1)] : []
    return receiptFor(context, bundle, { number: index + 1, remarks })
  })
  const orders = fc.array(fc.constantFrom(...receipts), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      await context.db.deleteFrom('acceptedReceipt').execute()
      await context.db.deleteFrom('acknowledgement').execute()
      let reached = 0
      for (const receipt of order) {
        await noteReceipt(context, receipt, file)
        const { version } = await context.db
          .selectFrom('acknowledgement')
          .select('version')
          .where('rowId', '=', second)
          .executeTakeFirstOrThrow()
        expect(version).toBeGreaterThanOrEqual(reached)
        reached = version
      }
      const last = Math.max(...order.map(({ number }) => number))
      expect(await marksOf(app)).toEqual({
        [first]: '已收@1',
        [second]: last % 2 === 1 ? `退回@${last}实到人数与签到表不符` : `已收@${last}`,
      })
      expect((await findReceiptBase(context.db, 'city', context))?.change).toBe(bundles[last - 1]?.toChange)
    }),
    { numRuns: 60 },
  )
})
