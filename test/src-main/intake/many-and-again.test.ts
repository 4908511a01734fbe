import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ofReceived, openReceived } from '../../../src-main/intake/received-database.ts'
import { introduce, openOffice, type TestOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { type MadeReport, makeReport } from './make-report.ts'
import { receivedOf, stage, takeIn } from './take-in.ts'

/** A city with some counties below it, each with a few records. */
async function cityWith(count: number) {
  const city = await openOffice(100, { name: '固川市总工会' })
  const counties: TestOffice[] = []
  for (let index = 0; index < count; index += 1) {
    const county = await openOffice(110 + index, { name: `第${index + 1}县总工会` })
    await introduce(city, county)
    const unions = await county.api.unions.add([union({ name: `${index}厂工会` })])
    await county.api.lectures.add([lecture({ unionIds: unions.ids, audienceOnSite: 10 + index })])
    await county.api.studies.add([study({ attendedCount: index, dueCount: null })])
    counties.push(county)
  }
  return { city, counties }
}

const filesOf = (reports: readonly MadeReport[]) => reports.flatMap(({ files }) => files)

test('T28: of a hundred files at once 94 go in and 6 are explained, in one summary; in another order the totals are the same', async () => {
  const { city, counties } = await cityWith(4)
  const stranger = await openOffice(190, { name: '外市某县总工会' })
  await stranger.api.studies.add([study()])
  // 94 good ones: each county reports again and again, all of it each time.
  const good: MadeReport[] = []
  for (let index = 0; index < 94; index += 1) {
    const county = counties[index % 4] as TestOffice
    const previous = good.findLast(({ manifest }) => manifest.sender.officeId === county.context.officeId)
    if (index % 12 === 5)
      await county.api.studies.add([study({ topic: `第${index}次`, attendedCount: 7, dueCount: null })])
    good.push(
      await makeReport(county, city, {
        seq: Math.floor(index / 4) + 1,
        previousHash: previous?.manifestHash ?? null,
      }),
    )
  }
  const [whole] = filesOf(good) as [File]
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const bad = [bytes.slice(0, -30), new Uint8Array([1, 2, 3]), bytes.with(400, (bytes[400] ?? 0) ^ 8)]
  const copies = good.slice(0, 2).map(({ files: [file] }, index) => new File([file as File], `副本${index}.ghb`))
  const foreign = await makeReport(stranger, city)
  const files = [
    ...filesOf(good),
    ...bad.map((part, index) => new File([new Uint8Array(part)], `坏${index}.ghb`)),
    ...copies,
    ...foreign.files,
  ]
  expect(files.length).toBe(100)
  const staged = await city.api.intake.stage({ files })
  const outcomes = staged.map(({ outcome }) => outcome)
  expect([
    outcomes.filter((one) => one === '已收').length,
    outcomes.filter((one) => one === '已有').length,
    outcomes.filter((one) => one === '拒收').length,
  ]).toEqual([94, 2, 4])
  expect(staged.filter(({ outcome, words }) => outcome !== '已收' && words !== '').length).toBe(6)
  const bundleIds = [...new Set(staged.flatMap(({ bundleId }) => bundleId ?? []))]
  const summary = await city.api.intake.import({ bundleIds })
  expect(summary.bundles.map(({ outcome }) => outcome)).toEqual(Array(94).fill('已导入'))
  const once = await Promise.all(counties.map(({ context }) => receivedOf(city.context, context.officeId)))

  // All undone at once, as if on another day.
  await city.context.db.updateTable('archivedBundle').set({ undoneAt: city.context.now() }).execute()
  const shuffled = bundleIds.toSorted((one, two) =>
    one.split('').reverse().join('') < two.split('').reverse().join('') ? -1 : 1,
  )
  for (let start = 0; start < shuffled.length; start += 31)
    await city.api.intake.import({ bundleIds: shuffled.slice(start, start + 31), acceptRed: 'all' })
  const again = await Promise.all(counties.map(({ context }) => receivedOf(city.context, context.officeId)))
  expect(again).toEqual(once)
}, 180_000)

test('T32: from the archived files a new received database is drawn that has the same root', async () => {
  const { city, counties } = await cityWith(3)
  const reports = await Promise.all(counties.map((county) => makeReport(county, city)))
  await takeIn(city, reports)
  await city.api.intake.undo({ bundleId: reports[2]?.manifest.bundleId ?? '' })
  const out = join(await makeTestFolder(), '重建')
  const rebuilt = await city.api.intake.rebuild({ archive: join(city.dataFolder, 'files'), out })
  expect(rebuilt).toMatchObject({
    bundles: 2,
    isSame: true,
    leftOut: [{ words: '台账里没有导入它，或已经撤销，没有计入。' }],
  })
  expect(rebuilt.offices.map(({ name, rows }) => [name, rows])).toEqual(
    expect.arrayContaining([
      ['第1县总工会', 4],
      ['第2县总工会', 4],
      ['第3县总工会', 0],
    ]),
  )
  expect(rebuilt.offices.map(({ root }) => root)).toContain(reports[0]?.manifest.state?.root)
  await expect(city.api.intake.rebuild({ archive: join(city.dataFolder, 'files'), out })).rejects.toThrow(
    '换一个空文件夹',
  )
  const empty = await makeTestFolder()
  await mkdir(join(empty, '空'))
  await expect(
    city.api.intake.rebuild({ archive: empty, out: join(await makeTestFolder(), '又一次') }),
  ).rejects.toThrow('存档里没有“第1县总工会第1号”的第1卷')
})

test('T9: a received database that is lost, or behind the ledger, is drawn anew from the archive when it is next needed', async () => {
  const { city, counties } = await cityWith(2)
  const reports = await Promise.all(counties.map((county) => makeReport(county, city)))
  await takeIn(city, reports)
  const [one] = counties as [TestOffice]
  const before = await receivedOf(city.context, one.context.officeId)
  const spoilt = await openReceived(city.context)
  await ofReceived(spoilt).updateTable('received').set({ schemaName: 'of another time' }).execute()
  await spoilt.destroy()
  expect(await city.api.intake.effect({ bundleId: reports[0]?.manifest.bundleId ?? '' })).toMatchObject({
    root: { isSame: true },
  })
  expect(await receivedOf(city.context, one.context.officeId)).toEqual(before)
})

test("T9: a ledger that was restored forgets later imports; the county's next bundle says what is lacking", async () => {
  const { city, counties } = await cityWith(1)
  const [county] = counties as [TestOffice]
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  await county.api.studies.add([study({ topic: '第二包' })])
  const second = await makeReport(county, city, { seq: 2, previousHash: first.manifestHash })
  await takeIn(city, [second])
  // As a backup of before the second import has it.
  for (const table of ['archivedVolume', 'archivedBundle'] as const)
    await city.context.db.deleteFrom(table).where('bundleId', '=', second.manifest.bundleId).execute()
  expect(await city.api.intake.held({})).toEqual([])
  expect((await receivedOf(city.context, county.context.officeId)).rows).toMatchObject({ study: 1 })
  await county.api.studies.add([study({ topic: '第三包' })])
  const third = await makeReport(county, city, {
    seq: 3,
    previousHash: second.manifestHash,
    changedAfter: second.manifest.toChange,
    manifest: { base: { receiptId: 'r', change: second.manifest.toChange, root: '' } },
  })
  const { bundles } = await takeIn(city, [third])
  expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toEqual(expect.arrayContaining(['断号', '缺底']))
  // The very file of then is taken again, and all is there.
  expect(await stage(city, second)).toMatchObject([{ outcome: '已收' }])
  await takeIn(city, [second])
  expect(await receivedOf(city.context, county.context.officeId)).toMatchObject({ root: third.manifest.state?.root })
})

test('a crash between the decision and the commit is made good at the next opening', async () => {
  const { city, counties } = await cityWith(1)
  const [county] = counties as [TestOffice]
  const report = await makeReport(county, city)
  await stage(city, report)
  await city.context.db
    .updateTable('archivedBundle')
    .set({ importedAt: city.context.now(), importedBy: '张', position: 1 })
    .where('bundleId', '=', report.manifest.bundleId)
    .execute()
  expect(await city.api.intake.effect({ bundleId: report.manifest.bundleId })).toMatchObject({ rows: { 新增: 4 } })
  expect((await receivedOf(city.context, county.context.officeId)).root).toBe(report.manifest.state?.root)
})

test('only what counts can be undone, and only what was never taken in can be taken out of the list', async () => {
  const { city, counties } = await cityWith(1)
  const report = await makeReport(counties[0] as TestOffice, city)
  await stage(city, report)
  const { bundleId } = report.manifest
  await expect(city.api.intake.undo({ bundleId })).rejects.toThrow('没有导入')
  await takeIn(city, [report])
  await expect(city.api.intake.discard({ bundleId })).rejects.toThrow('存档要留着备查')
  await city.api.intake.undo({ bundleId })
  await expect(city.api.intake.undo({ bundleId })).rejects.toThrow('已经撤销')
  expect(await city.api.intake.list({})).toMatchObject([{ state: '已撤销' }])
  expect((await city.api.intake.journal({})).map(({ action }) => action)).toEqual(['撤销', '导入', '收下'])
  expect((await takeIn(city, [report])).bundles).toMatchObject([{ outcome: '已导入', effect: { rows: { 新增: 4 } } }])
})
