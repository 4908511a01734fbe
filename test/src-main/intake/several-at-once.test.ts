import { expect, test } from 'vitest'
import { deskTotals } from '../../../src-main/desk/totals.ts'
import { importBundles } from '../../../src-main/intake/import-bundles.ts'
import { previewBundles } from '../../../src-main/intake/preview-bundles.ts'
import { inTurn } from '../../../src-main/intake/received-turn.ts'
import { undoBundle } from '../../../src-main/intake/undo-bundle.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { makeReport, november } from './make-report.ts'
import { receivedOf, stage, takeIn } from './take-in.ts'

const unseen = { step: async () => undefined }

/** Two counties, of which each reports twice: first one study, then one more. */
async function fourReports() {
  const { city, counties } = await openOffices({ counties: 2 })
  const [one, two] = counties as [TestOffice, TestOffice]
  const reports = []
  for (const county of [one, two]) {
    await county.api.studies.add([study({ attendedCount: 10, dueCount: null })])
    const first = await makeReport(county, city)
    await county.api.studies.add([study({ topic: '又一次', attendedCount: 20, dueCount: null })])
    reports.push(first, await makeReport(county, city, { seq: 2, previousHash: first.manifestHash }))
  }
  await stage(city, ...reports)
  return { city, one, two, reports, bundleIds: reports.map(({ manifest }) => manifest.bundleId) }
}

const sessions = ({ totals }: Awaited<ReturnType<typeof importBundles>>) =>
  totals[0]?.figures.find(({ key }) => key === 'study.sessions')

test('cancelled between two bundles, those before stay in and count, the others can be taken in later', async () => {
  const { city, one, two, bundleIds } = await fourReports()
  const step = async (done: number) => {
    if (done === 2) throw new Problem('CANCELLED', '已取消')
  }
  await expect(importBundles(city.context, { bundleIds, acceptRed: [] }, { step })).rejects.toThrow('已取消')
  const sums = await Promise.all([one, two].map(({ context }) => receivedOf(city.context, context.officeId)))
  expect(sums.map(({ rows }) => rows.study ?? 0).toSorted()).toEqual([0, 2])
  const { bundles } = await importBundles(city.context, { bundleIds, acceptRed: [] }, unseen)
  expect(bundles.map(({ outcome }) => outcome)).toEqual(['已在库', '已在库', '已导入', '已导入'])
})

test('whoever waits for the received database has a turn between two bundles, and sees those that are in', async () => {
  const { city, bundleIds } = await fourReports()
  let seen: Promise<number> | undefined
  const step = async (done: number) => {
    if (done !== 1) return
    seen = inTurn(city.context, async (db) => {
      const { applied } = await db
        .withTables<{ appliedBundle: { bundleId: string } }>()
        .selectFrom('appliedBundle')
        .select(({ fn }) => fn.countAll<number>().as('applied'))
        .executeTakeFirstOrThrow()
      return applied
    })
  }
  const { bundles } = await importBundles(city.context, { bundleIds, acceptRed: [] }, { step })
  expect(await seen).toBe(2)
  expect(bundles.map(({ outcome }) => outcome)).toEqual(Array(4).fill('已导入'))
})

test('a bundle that waits for a person takes nothing of its neighbours with it', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [one, two] = counties as [TestOffice, TestOffice]
  await one.api.studies.add([study()])
  await two.api.studies.add([study()])
  const { figures } = (await makeReport(one, city)).manifest
  const wrong = await makeReport(one, city, {
    manifest: { figures: figures && { ...figures, study: { ...figures.study, sessions: 30 } } },
  })
  const right = await makeReport(two, city)
  const { bundles } = await takeIn(city, [wrong, right])
  expect(bundles.map(({ outcome }) => outcome).toSorted()).toEqual(['已导入', '待确认'])
  expect((await receivedOf(city.context, one.context.officeId)).rows).toEqual({})
  expect((await receivedOf(city.context, two.context.officeId)).rows).toMatchObject({ study: 1 })
})

test('what an import says of the totals is what the desk counts, after imports and undoing alike', async () => {
  const { city, bundleIds } = await fourReports()
  const [first, second, third, fourth] = bundleIds as [string, string, string, string]
  const total = async () => (await deskTotals(city.context, { period: november, withOwn: false })).total
  const take = (ids: readonly string[]) => importBundles(city.context, { bundleIds: ids, acceptRed: [] }, unseen)
  expect(sessions(await take([first]))).toMatchObject({ before: 0, after: 1 })
  expect(sessions(await take([third, second]))).toMatchObject({ before: 1, after: 3 })
  expect(await total()).toMatchObject({ 'study.sessions': 3, 'study.attended': 40 })
  await undoBundle(city.context, second)
  expect(await total()).toMatchObject({ 'study.sessions': 2, 'study.attended': 20 })
  const seen = await previewBundles(city.context, [second, fourth], unseen)
  expect(seen.totals[0]?.figures).toEqual([
    { key: 'study.sessions', before: 2, after: 4 },
    { key: 'study.attended', before: 20, after: 60 },
    { key: 'study.coreGroupSessions', before: 2, after: 4 },
  ])
  const done = await take([second, fourth])
  expect(done.totals).toEqual(seen.totals)
  expect(await total()).toMatchObject({ 'study.sessions': 4, 'study.attended': 60 })
})
