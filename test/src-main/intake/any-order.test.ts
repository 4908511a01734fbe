import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putContent } from '../../../src-main/files/content-store.ts'
import { stageFiles } from '../../../src-main/intake/stage-files.ts'
import { lastChange } from '../../../src-main/sample/sample-rows.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { startRepairVolume } from '../../../src-main/sync/repair-volume.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { type MadeReport, makeReport } from './make-report.ts'
import { receivedOf, stage, takeIn, writesTo } from './take-in.ts'

/** Three bundles of a county, each with what changed since the one before, and the chain right. */
async function threeReports(county: TestOffice, city: TestOffice): Promise<MadeReport[]> {
  const { api, context } = county
  const reports: MadeReport[] = []
  const report = async (seq: number, after: number) => {
    const previous = reports.at(-1)
    const base = after === 0 ? null : { receiptId: `receipt-${seq}`, change: after, root: '' }
    reports.push(
      await makeReport(county, city, {
        seq,
        changedAfter: after,
        previousHash: previous?.manifestHash ?? null,
        manifest: { base },
      }),
    )
    return await context.db.transaction().execute(lastChange)
  }
  const unions = await api.unions.add([union()])
  const { ids } = await api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  const [first = '', second = ''] = ids
  const one = await report(1, 0)
  await api.lectures.add([lecture({ unionIds: unions.ids })])
  await api.studies.update({ id: first, version: 1, fields: study({ topic: '甲，改过' }) })
  const two = await report(2, one)
  await api.studies.remove({ id: second })
  await report(3, two)
  return reports
}

test('T3: bundles in any order give the same rows and the same root, with what is missing named on the way', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const reports = await threeReports(county, city)
  const orders = [
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
  ]
  const results = []
  for (const order of orders) {
    for (const index of order) {
      const { bundles } = await takeIn(city, [reports[index] as MadeReport])
      expect(bundles).toMatchObject([{ outcome: '已导入' }])
      if (order[0] === 2 && index === 2) expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toContain('缺底')
    }
    results.push(await receivedOf(city.context, county.context.officeId))
    for (const { manifest } of reports) await city.api.intake.undo({ bundleId: manifest.bundleId })
    expect(await receivedOf(city.context, county.context.officeId)).toMatchObject({ rows: {} })
  }
  expect(results[0]).toMatchObject({ rows: { grassrootsUnion: 1, study: 1, lecture: 1 } })
  expect(results[0]?.root).toBe(reports[2]?.manifest.state?.root)
  expect(results[1]).toEqual(results[0])
  expect(results[2]).toEqual(results[0])
})

test('T6: a bundle that never comes costs nothing when the next one carries its changes too', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study()])
  const first = await makeReport(county, city)
  await county.api.studies.add([study({ topic: '第二份里才有' })])
  const third = await makeReport(county, city, { seq: 3, previousHash: sha256(randomBytes(8)) })
  await takeIn(city, [first])
  const { bundles } = await takeIn(city, [third])
  expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toEqual(['断号'])
  expect(await receivedOf(city.context, county.context.officeId)).toMatchObject({
    rows: { study: 2 },
    root: third.manifest.state?.root,
  })
})

test('T4: the same files a hundred times change nothing and write nothing', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const reports = await threeReports(county, city)
  await takeIn(city, reports)
  const before = [await writesTo(city.context), await receivedOf(city.context, county.context.officeId)]
  const journal = (await city.api.intake.journal({})).length
  for (let time = 0; time < 100; time += 1) {
    const report = reports[time % 3] as MadeReport
    expect(await stage(city, report)).toMatchObject([{ outcome: '已有' }])
    const { bundles } = await takeIn(city, [report])
    expect(bundles).toMatchObject([{ outcome: '已在库' }])
  }
  expect([await writesTo(city.context), await receivedOf(city.context, county.context.officeId)]).toEqual(before)
  expect((await city.api.intake.journal({})).length).toBe(journal)
}, 60_000)

test('T22, T23: volumes come in any order, data are used before the photos have come, and photos are counted until then', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study()])
  const photos = await Promise.all(
    [1, 2].map(async () => {
      const bytes = randomBytes(40_000)
      return {
        sha256: await putContent(county.context.dataFolder, bytes),
        bytes: bytes.length,
        read: async () => bytes,
      }
    }),
  )
  const report = await makeReport(county, city, { attachments: photos, volumeBytes: 45_000 })
  const [data, first, second] = report.files as [File, File, File]
  const { bundleId } = report.manifest
  await city.api.intake.stage({ files: [second] })
  expect(await city.api.intake.list({})).toMatchObject([{ state: '缺分卷', missingVolumes: [1, 2] }])
  expect((await city.api.intake.import({ bundleIds: [bundleId] })).bundles).toMatchObject([
    { outcome: '缺分卷', words: '还缺第1、2卷，收齐数据分卷后才能导入。' },
  ])
  await city.api.intake.stage({ files: [data] })
  expect(await city.api.intake.list({})).toMatchObject([{ state: '待导入', missingVolumes: [2], missingPhotos: 1 }])
  const { bundles } = await city.api.intake.import({ bundleIds: [bundleId] })
  expect(bundles[0]).toMatchObject({ outcome: '已导入' })
  expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toEqual(['缺照片'])
  expect(await city.api.intake.stage({ files: [first] })).toMatchObject([{ outcome: '已收' }])
  expect(await city.api.intake.list({})).toMatchObject([{ state: '已导入', missingVolumes: [], missingPhotos: 0 }])
  const findings = await city.api.attachments.verify({})
  expect([findings.files, findings.missing, findings.unreferenced.files]).toEqual([5, [], 0])
})

test('T22: of all volumes one may be lost or damaged, a repair volume brings it back; not two', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study()])
  const photos = [1, 2].map(() => {
    const bytes = randomBytes(40_000)
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, read: async () => bytes }
  })
  const report = await makeReport(county, city, { attachments: photos, volumeBytes: 45_000 })
  const [data, first, second] = report.files as [File, File, File]
  const parity = startRepairVolume()
  for (const file of report.files) parity.add(file.name, new Uint8Array(await file.arrayBuffer()))
  const repair = new File([new Uint8Array(parity.finish(report.manifest.bundleId))], '修复卷.ghb')
  const stageAll = async (files: File[]) =>
    (await city.api.intake.stage({ files })).map(({ fileName, outcome, words }) => [fileName, outcome, words])

  expect(await stageAll([first, repair])).toEqual([
    [first.name, '已收', '第2卷，共3卷。'],
    ['修复卷.ghb', '拒收', expect.stringContaining('缺了或坏了第1、3卷，修复卷只能补回一卷')],
  ])
  const bytes = new Uint8Array(await data.arrayBuffer())
  const damaged = new File([bytes.with(2000, (bytes[2000] ?? 0) ^ 1)], '坏了的第1卷.ghb')
  // The second volume is in the archive already.
  expect(await stageAll([damaged, repair, second])).toEqual([
    ['坏了的第1卷.ghb', '拒收', expect.stringContaining('损坏')],
    [second.name, '已收', '第3卷，共3卷。'],
    [data.name, '已收', '第1卷，共3卷。'],
    ['修复卷.ghb', '已收', '用修复卷补回了第1卷。'],
  ])
  expect(await stageAll([repair])).toEqual([['修复卷.ghb', '已有', '各卷都完好，用不上修复卷。']])
  // Taken out of the list, what still lies in the store is not a volume that is here.
  await city.api.intake.discard({ bundleId: report.manifest.bundleId })
  expect((await stageAll([first, second, repair])).map(([name, outcome]) => [name, outcome])).toEqual([
    [first.name, '已收'],
    [second.name, '已收'],
    [data.name, '已收'],
    ['修复卷.ghb', '已收'],
  ])
  const { bundles } = await city.api.intake.import({ bundleIds: [report.manifest.bundleId] })
  expect(bundles[0]).toMatchObject({ outcome: '已导入', effect: { root: { isSame: true }, flags: [] } })
})

test('a repair volume that cannot be read is named in a sentence, and the files beside it are taken', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await county.api.studies.add([study()])
  const report = await makeReport(county, city)
  const parity = startRepairVolume()
  for (const name of ['甲', '乙']) parity.add(name, Buffer.from(name))
  const pulled = new File([new Uint8Array(parity.finish('bundle-1'))], '修复卷.ghb')
  // The stick goes between the first bytes and the rest.
  pulled.arrayBuffer = () => Promise.reject(new Error('EIO'))
  const staged = await stageFiles(city.context, [pulled, ...report.files], { step: async () => undefined })
  expect(staged).toMatchObject([
    { outcome: '已收' },
    { outcome: '拒收', code: 'FILE_UNREADABLE', words: expect.stringContaining('检查U盘是否插好') },
  ])
  expect(await city.api.intake.journal({})).toContainEqual(
    expect.objectContaining({ action: '拒收', fileName: '修复卷.ghb' }),
  )
})

test('whatever subset of bundles is undone, what is left is what the others give, in whatever order they came', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const reports = await threeReports(county, city)
  const seen = new Map<string, unknown>()
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.subarray([0, 1, 2]),
      async (order, undone) => {
        for (const index of order) await takeIn(city, [reports[index] as MadeReport], true)
        for (const index of undone)
          await city.api.intake.undo({ bundleId: (reports[index] as MadeReport).manifest.bundleId })
        const left = await receivedOf(city.context, county.context.officeId)
        const key = undone.join()
        expect(left).toEqual(seen.get(key) ?? left)
        seen.set(key, left)
        for (const { bundleId, state } of await city.api.intake.list({}))
          if (state === '已导入') await city.api.intake.undo({ bundleId })
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)
