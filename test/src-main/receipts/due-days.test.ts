/** Whether a report came in time, as the receipt and the board say it. */
import { expect, test } from 'vitest'
import { inTurn } from '../../../src-main/intake/received-turn.ts'
import { buildReceipt } from '../../../src-main/receipts/build-receipt.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport, type ReportOptions } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

const quarter = { from: '2026-07-01', to: '2026-09-30' }

/** A city that wants reports of the third quarter on the given days, and a county that has something to report. */
async function askedFor(...days: readonly string[]) {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const text =
    '固川市总工会关于学习的通知\n固工发〔2026〕8号\n各县（区）总工会：\n请认真组织学习。\n固川市总工会\n2026年7月1日'
  const { noticeId, requirements } = await city.api.notices.add({ text })
  for (const { id } of requirements) await city.api.requirements.remove({ id })
  const window = { from: '2026-07-01', to: '2026-09-30', words: '' }
  for (const due of days)
    await city.api.requirements.add({
      noticeId,
      fields: [{ kind: '报告', title: '报送情况', state: '已确认', window, report: { due } }],
    })
  await county.api.studies.add([study({ date: '2026-08-03' })])
  const notice = { id: noticeId, number: '固工发〔2026〕8号', title: '通知', issuer: '固川市总工会' }
  let seq = 0
  const report = async (day: string, period = quarter, manifest: ReportOptions['manifest'] = {}) => {
    seq += 1
    const made = await makeReport(county, city, { seq, period, manifest: { notice, ...manifest } })
    await takeIn(city, [made], true)
    const { bundleId } = made.manifest
    const receivedAt = `2026-${day}T02:00:00.000Z`
    await city.context.db.updateTable('archivedBundle').set({ receivedAt }).where('bundleId', '=', bundleId).execute()
    const { content } = await inTurn(city.context, (received) => buildReceipt(city.context, received, bundleId))
    return content.business?.due
  }
  const board = async (period: typeof quarter | null = quarter) => {
    const { question, offices } = await city.api.upper.status({ noticeId, period })
    return [question.due, offices[0]?.timing]
  }
  return { report, board }
}

test('of several days of reporting the last one counts, on the board and on the receipt', async () => {
  const { report, board } = await askedFor('2026-08-10', '2026-10-10', '及时')
  expect(await report('10-09')).toEqual({ day: '2026-10-10', receivedOn: '2026-10-09', isLate: false })
  expect(await board()).toEqual(['2026-10-10', '按时'])
})

test('a notice that names no day of reporting has none: the end of the time in which to act is not one', async () => {
  const { report, board } = await askedFor('及时')
  expect(await report('10-09')).toEqual({ day: null, receivedOn: '2026-10-09', isLate: false })
  expect(await board()).toEqual([null, null])
})

test('who reported in time and corrects or completes something later is not late with it', async () => {
  const { report, board } = await askedFor('2026-10-10')
  await report('10-09')
  const corrected = await report('10-16', quarter, { correction: '按退回意见补填听讲单位' })
  expect(corrected).toEqual({ day: '2026-10-10', receivedOn: '2026-10-16', isLate: false })
  expect((await report('10-17', { from: '2026-09-01', to: '2026-09-30' }))?.isLate).toBe(false)
  expect(await board()).toEqual(['2026-10-10', '按时'])
})

test('a part of the period in time does not make the rest come in time', async () => {
  const { report, board } = await askedFor('2026-10-10')
  expect((await report('10-09', { from: '2026-07-01', to: '2026-08-31' }))?.isLate).toBe(false)
  expect(await board()).toEqual(['2026-10-10', '逾期'])
  expect((await report('10-21', { from: '2026-09-01', to: '2026-09-30' }))?.isLate).toBe(true)
  expect((await report('10-22'))?.isLate).toBe(true)
  expect(await board()).toEqual(['2026-10-10', '逾期'])
  // The notice alone, without days, is answered by the first bundle.
  expect(await board(null)).toEqual(['2026-10-10', '按时'])
})
