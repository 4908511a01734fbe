import { expect, test } from 'vitest'
import { openOffices } from '../../open-offices.ts'
import { study, union } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

/** The bundle files among what was handed out. */
function bundlesIn(delivery: unknown): File[] {
  const { downloads } = delivery as { downloads: readonly File[] }
  return downloads.filter(({ name }) => name.endsWith('.ghb'))
}

test('what an office sends to others leaves no gap in its reports; a report that is lost does', async () => {
  const { province, city } = await openOffices()
  await city.api.unions.add([union({ statisticsCode: '6404220001' })])
  const report = async (topic: string) => {
    await city.api.studies.add([study({ topic })])
    const done = await city.api.bundles.export({ period: november })
    return { seq: done.seq, files: bundlesIn(done.delivery) }
  }
  const takeIn = async (files: readonly File[]) => {
    const staged = await province.api.intake.stage({ files: [...files] })
    const { bundles } = await province.api.intake.import({
      bundleIds: staged.flatMap(({ bundleId }) => bundleId ?? []),
    })
    return bundles.flatMap(({ effect }) => effect?.flags.filter(({ code }) => code === '断号') ?? [])
  }
  const first = await report('甲')
  await city.api.upper.sendDown({ withCodes: true })
  const second = await report('乙')
  expect([first.seq, second.seq]).toEqual([1, 3])
  expect(await takeIn(first.files)).toEqual([])
  expect(await takeIn(second.files)).toEqual([])
  const lost = await report('丙')
  const last = await report('丁')
  expect(lost.seq).toBe(4)
  expect(await takeIn(last.files)).toMatchObject([{ words: expect.stringContaining('前一个（第4号）没有收到') }])
  expect(await takeIn(lost.files)).toEqual([])
})
