/** The whole way: a county's own export, taken in by its city, answered, and what the county then still has to report. */
import { expect, test } from 'vitest'
import { openOffices } from '../../open-offices.ts'
import { report } from '../../report-upward.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { acceptAll, answer, bundlesIn } from '../receipts/report-and-answer.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

test('what a county exports its city takes in without a remark, with the same root; its receipt makes the next one small', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  const { ids } = await county.api.unions.add([union()])
  await county.api.studies.add([study(), study({ topic: '第二场' })])
  await county.api.lectures.add([lecture({ unionIds: ids })])
  const takeIn = async (done: Awaited<ReturnType<typeof report>>['done']) => {
    const [staged] = await city.api.intake.stage({ files: [...bundlesIn(done.delivery)] })
    expect(staged?.bundleId).toBe(done.bundleId)
    // Not `acceptRed`: figures and root must be those that the city counts itself.
    return await city.api.intake.import({ bundleIds: [done.bundleId] })
  }
  const first = await report(county, city, november)
  expect(JSON.stringify(await takeIn(first.done))).toContain(first.done.bundleId)
  const { receipts, files } = await answer(city)
  expect(receipts.map(({ state }) => state)).toEqual(['已导入'])
  const [accepted] = await acceptAll(county, files)
  expect(accepted).toMatchObject({ standing: '新收', returned: 0, conflict: 0, parked: 0, held: 0, epochRaised: false })
  expect((await county.api.bundles.list())[0]?.receipt).toBe('业务回执')
  expect(await county.api.bundles.unreported()).toEqual({ rows: 0, recipient: '固川市总工会' })
  await county.api.studies.add([study({ topic: '第三场' })])
  const second = await report(county, city, november)
  expect(second.manifest.counts).toEqual({ study: { present: 1, removed: 0 } })
  await takeIn(second.done)
  const [again] = await acceptAll(county, (await answer(city)).files)
  expect(again).toMatchObject({ standing: '新收', returned: 0, held: 0 })
  const [newest] = await county.api.receipts.list()
  const { receipt } = await county.api.receipts.get({ id: newest?.receiptId ?? '' })
  expect(receipt.business?.root).toMatchObject({ value: second.manifest.state.root, isSame: true })
})
