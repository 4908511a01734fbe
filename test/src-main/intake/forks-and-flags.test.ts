import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowLine } from '../../../src-main/merge/row-state.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { countedIds, makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { study, union } from '../../sample-records.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'
import { makeReport } from './make-report.ts'
import { preview, receivedOf, stage, takeIn } from './take-in.ts'

async function cityAndCounty() {
  const { city, counties } = await openOffices()
  return { city, county: counties[0] as TestOffice }
}

/** The county's data folder as it is now, opened on another PC that does not notice. */
async function cloneOf(county: TestOffice): Promise<TestOffice> {
  const folder = await makeTestFolder()
  await county.context.db.executeQuery({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', parameters: [] } as never)
  await copyFolder(county.dataFolder, folder)
  const clone = await openTestApp({ dataFolder: folder, newId: countedIds(77) })
  // The worst case: neither folder nor computer tells the two apart.
  const { replica, epoch } = county.context
  Object.assign(clone.context, { replica, epoch, now: () => '2026-11-21T07:00:00.000Z' })
  return clone
}

async function copyFolder(from: string, to: string) {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true }))
    if (entry.isDirectory()) await copyFolder(join(from, entry.name), join(to, entry.name))
    else if (!entry.name.startsWith('lock')) await copyFile(join(from, entry.name), join(to, entry.name))
}

test('T7, T8: two branches of one office are both taken in, neither loses a row, and a field that both set is shown with both values', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study({ topic: '两边都改' }), study({ topic: '以后删掉' })])
  const [both = '', gone = ''] = ids
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  const clone = await cloneOf(county)
  await county.api.studies.update({ id: both, version: 1, fields: study({ topic: '甲机改的', note: '甲机备注' }) })
  await county.api.studies.remove({ id: gone })
  await county.api.studies.add([study({ topic: '甲机新增' })])
  await clone.api.studies.update({ id: both, version: 1, fields: study({ topic: '乙机改的' }) })
  await clone.api.studies.add([study({ topic: '乙机新增' })])
  const chain = { seq: 2, previousHash: first.manifestHash }
  const ofCounty = await makeReport(county, city, chain)
  const ofClone = await makeReport(clone, city, chain)
  expect((await takeIn(city, [ofCounty])).bundles[0]?.effect?.flags).toEqual([])
  await stage(city, ofClone)
  expect(await city.api.intake.list({ isWaiting: true })).toMatchObject([{ isFork: true }])
  const seen = await preview(city, ofClone)
  expect(seen.bundles[0]?.disputes).toMatchObject([{ table: 'study', rowId: both, field: 'topic' }])
  const { bundles } = await takeIn(city, [ofClone])
  expect(bundles[0]).toMatchObject({ outcome: '已导入', effect: { rows: { 新增: 1, 冲突: 1, 旧: 1 } } })
  expect(bundles[0]?.effect?.flags.map(({ level, code }) => `${level} ${code}`)).toEqual([
    '黄 内容不一致',
    '黄 分叉',
    '黄 冲突',
  ])
  // What was deleted on one branch does not come back by the other.
  expect((await receivedOf(city.context, county.context.officeId)).rows).toMatchObject({ study: 3 })
})

test('T29: a cover whose totals are not those of its records is red, and goes in only when a person accepts it', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const honest = await makeReport(county, city)
  const { figures } = honest.manifest
  const report = await makeReport(county, city, {
    manifest: { figures: figures && { ...figures, study: { ...figures.study, sessions: 30 } } },
  })
  await stage(city, report)
  const seen = await preview(city, report)
  expect(seen.bundles[0]?.effect?.cover).toEqual([{ key: 'study.sessions', stated: 30, found: 1 }])
  expect(seen.bundles[0]?.effect?.flags.map(({ level, code }) => `${level} ${code}`)).toEqual(['红 汇总不符'])
  expect((await takeIn(city, [report])).bundles).toMatchObject([
    { outcome: '待确认', words: expect.stringContaining('请打电话向报送单位核实'), effect: null },
  ])
  expect((await receivedOf(city.context, county.context.officeId)).rows).toEqual({})
  const { bundleId } = report.manifest
  expect((await city.api.intake.import({ bundleIds: [bundleId], acceptRed: [bundleId] })).bundles).toMatchObject([
    { outcome: '已导入' },
  ])
})

test('T15: a number far ahead is red, the next honest bundle is taken all the same, and what a revoked key claimed is forgotten', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  const stolen = await makeReport(county, city, { seq: Number.MAX_SAFE_INTEGER })
  const codes = async (report: typeof stolen) =>
    (await preview(city, report)).bundles[0]?.effect?.flags.map(({ level, code }) => `${level} ${code}`)
  await stage(city, stolen)
  expect(await codes(stolen)).toEqual(['红 序号异常', '黄 断号'])
  await takeIn(city, [stolen], true)
  await county.api.studies.add([study({ topic: '后来的' })])
  const honest = await makeReport(county, city, { seq: 2 })
  await stage(city, honest)
  expect(await codes(honest)).toEqual(['黄 断号'])
  expect((await takeIn(city, [honest])).bundles).toMatchObject([{ outcome: '已导入', effect: { rows: { 新增: 1 } } }])
  const far = await makeReport(county, city, { seq: Number.MAX_SAFE_INTEGER - 5 })
  await stage(city, far)
  expect(await codes(far)).not.toContain('红 序号异常')
  await city.context.db.updateTable('peerKey').set({ state: '已吊销' }).execute()
  expect(await codes(far)).toContain('红 序号异常')
})

test('T18: a clock that is years off is told and changes nothing', async () => {
  const { city, county } = await cityAndCounty()
  await county.api.studies.add([study()])
  // The days on the wall where we are, eight hours ahead.
  const clocks = { '1970-01-01T20:00:00.000Z': '1970-01-02', '2099-01-01T00:00:00.000Z': '2099-01-01' }
  for (const [index, [createdAt, day]] of Object.entries(clocks).entries()) {
    const report = await makeReport(county, city, { seq: index + 1, manifest: { createdAt } })
    await stage(city, report)
    const [seen] = (await preview(city, report)).bundles
    const flag = seen?.effect?.flags.find(({ code }) => code === '时钟')
    expect(flag?.words).toContain(`包上写的是${day}`)
    expect(seen?.bundle).toMatchObject({ createdAt, receivedAt: city.context.now() })
    expect((await takeIn(city, [report])).bundles).toMatchObject([{ outcome: '已导入' }])
  }
  expect((await receivedOf(city.context, county.context.officeId)).rows).toMatchObject({ study: 1 })
})

test('T12: an office that was renamed and unions that were renamed and merged are known by their ids; nothing is dropped', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.unions.add([union({ name: '甲厂工会' }), union({ name: '乙厂工会' })])
  const [one = '', other = ''] = ids
  await takeIn(city, [await makeReport(county, city)])
  await county.api.unions.rename({ id: one, name: '甲集团工会', on: '2026-11-10' })
  const renamed = await makeReport(county, city, {
    seq: 2,
    manifest: { sender: { officeId: county.context.officeId, name: '云山区总工会', divisionCode: '640402' } },
  })
  const { bundles } = await takeIn(city, [renamed])
  expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toContain('改名')
  expect(bundles[0]?.effect?.rows).toMatchObject({ 修改: 1, 拒收: 0 })
  expect((await receivedOf(city.context, county.context.officeId)).rows).toMatchObject({ grassrootsUnion: 2 })
  expect(other).not.toBe(one)
})

test('T31: a correction of a period that was approved keeps its reason and the rows their history; without a reason that is said', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study({ topic: '原题' })])
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  await city.context.db
    .insertInto('approval')
    .values({
      officeId: county.context.officeId,
      position: 1,
      noticeId: '',
      periodFrom: '2026-11-01',
      periodTo: '2026-11-30',
      root: first.manifest.state?.root ?? '',
      figures: JSON.stringify(first.manifest.figures),
      at: city.context.now(),
      by: '张',
    })
    .execute()
  await county.api.studies.update({ id: ids[0] ?? '', version: 1, fields: study({ topic: '更正后' }) })
  const silent = await makeReport(county, city, { seq: 2, previousHash: first.manifestHash })
  await stage(city, silent)
  const words = async (report: typeof silent) =>
    (await preview(city, report)).bundles[0]?.effect?.flags.find(({ code }) => code === '更正')?.words
  expect(await words(silent)).toBe('这段时间已经验过，又改动了1条，没有写更正原因，请打电话问清。')
  const said = await makeReport(county, city, { seq: 2, manifest: { correction: '主题录错' } })
  await stage(city, said)
  expect(await words(said)).toBe('更正原因：主题录错')
  await takeIn(city, [said])
  expect((await city.api.intake.list({})).map(({ correction }) => correction)).toContain('主题录错')
})

test('T31: what was approved for a notice alone is approved: a later bundle that answers it and adds a record says so', async () => {
  const { city, county } = await cityAndCounty()
  const { id } = await noticeWith(city.api, [requirement()])
  const notice = { id, number: '', title: '通知', issuer: '固川市总工会' }
  const byNumber = { ...notice, id: 'own-id-of-the-county', number: '固工发〔2026〕31号' }
  await county.api.studies.add([study()])
  const first = await makeReport(county, city, { manifest: { notice } })
  await takeIn(city, [first])
  await city.api.upper.approve({ officeId: county.context.officeId, noticeId: id })
  await county.api.studies.add([study({ topic: '漏报的一次' })])
  const isFlagged = async (answered: typeof notice | null) => {
    const later = await makeReport(county, city, {
      seq: 2,
      previousHash: first.manifestHash,
      manifest: { notice: answered },
    })
    await stage(city, later)
    return (await preview(city, later)).bundles[0]?.effect?.flags.some(({ code }) => code === '更正')
  }
  expect([await isFlagged(notice), await isFlagged(byNumber), await isFlagged(null)]).toEqual([true, true, false])
})

test('a state that differs without a reason is red', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study(), study({ note: '不在期内的字段' })])
  const report = await makeReport(county, city, {
    lines: (_, states) =>
      states.map((state) =>
        rowLine(state.id === ids[1] ? { ...state, values: { ...state.values, note: '被人改过' } } : state),
      ),
  })
  await stage(city, report)
  expect((await preview(city, report)).bundles[0]?.effect?.flags.map(({ level, code }) => `${level} ${code}`)).toEqual([
    '红 内容不一致',
  ])
})
