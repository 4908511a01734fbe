import { expect, test } from 'vitest'
import type { RowState } from '../../../src-main/merge/row-state.ts'
import { rowLine } from '../../../src-main/merge/row-state.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { makeReport } from './make-report.ts'
import { preview, receivedOf, stage, takeIn } from './take-in.ts'

async function cityAndCounty(counties = 1) {
  const offices = await openOffices({ counties })
  return { ...offices, county: offices.counties[0] as TestOffice }
}

/** The lines with one field of one row set to another value. */
const withValue = (id: string, field: string, value: string | number) => (_: string[], states: readonly RowState[]) =>
  states.map((state) => rowLine(state.id === id ? { ...state, values: { ...state.values, [field]: value } } : state))

test('T24: of ten thousand records the one that breaks a rule is held back with rule, field and words; the others go in', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add(
    Array.from({ length: 10_000 }, (_, index) => study({ topic: `第${index}次` })),
  )
  const bad = ids[5000] ?? ''
  const report = await makeReport(county, city, { lines: withValue(bad, 'topic', '') })
  await stage(city, report)
  const seen = await preview(city, report)
  expect(seen.bundles[0]?.held).toMatchObject([
    { table: 'study', rowId: bad, result: '退回', rule: '填报', field: 'topic', words: '必填', title: '2026-11-05' },
  ])
  const { bundles } = await takeIn(city, [report])
  expect(bundles[0]).toMatchObject({ outcome: '已导入' })
  expect(bundles[0]?.effect?.rows).toMatchObject({ 新增: 10_000, 拒收: 1 })
  expect(bundles[0]?.effect?.flags.map(({ level, code }) => `${level} ${code}`)).toEqual([
    '黄 汇总不符',
    '黄 内容不一致',
    '黄 隔离',
  ])
  expect((await receivedOf(city.context, county.context.officeId)).rows).toMatchObject({ study: 9999 })
  expect(await city.api.intake.held({})).toMatchObject([{ rowId: bad, settledBy: null }])
}, 60_000)

test('T25: what is held back comes in with the bundle that puts it right, and an old bundle does not bring it back', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study(), study({ topic: '好的' })])
  const [id = ''] = ids
  const bad = await makeReport(county, city, { lines: withValue(id, 'dueCount', -1) })
  const late = await makeReport(county, city, { seq: 9, lines: withValue(id, 'dueCount', -1) })
  await county.api.studies.update({ id, version: 1, fields: study({ topic: '改好了' }) })
  const good = await makeReport(county, city, { seq: 2, previousHash: bad.manifestHash })
  await takeIn(city, [bad])
  expect((await city.api.intake.held({})).map(({ rule, field }) => [rule, field])).toEqual([['填报', 'dueCount']])
  await takeIn(city, [good])
  expect(await city.api.intake.held({})).toEqual([])
  expect(await receivedOf(city.context, county.context.officeId)).toMatchObject({
    rows: { study: 2 },
    root: good.manifest.state?.root,
  })
  const { bundles } = await takeIn(city, [late], true)
  expect(bundles[0]?.effect?.rows).toMatchObject({ 旧: 1, 拒收: 0 })
  expect(await city.api.intake.held({})).toEqual([])
})

test('a row of another office, of our own ledger, of another register or in no form at all is held back', async () => {
  const { city, counties } = await cityAndCounty(2)
  const [one, other] = counties as [TestOffice, TestOffice]
  await one.api.studies.add([study({ topic: '一县的' })])
  const own = await city.api.studies.add([study({ topic: '市里的' })])
  await takeIn(city, [await makeReport(one, city)])
  const stolen: RowState[] = []
  await makeReport(one, city, {
    lines: (lines, states) => {
      stolen.push(...states.filter(({ table }) => table === 'study'))
      return lines
    },
  })
  await other.api.studies.add([study({ topic: '二县的' })])
  const [foreign] = stolen as [RowState]
  const spoilt = await makeReport(other, city, {
    lines: (lines) => [
      ...lines,
      rowLine(foreign),
      rowLine({ ...foreign, id: own.ids[0] ?? '' }),
      rowLine({ ...foreign, id: 'a-setting', table: 'setting' }),
      '{"t":"study","id":"x"}',
    ],
  })
  const { bundles } = await takeIn(city, [spoilt], true)
  expect(bundles[0]?.effect?.rows).toMatchObject({ 新增: 2, 拒收: 4 })
  const held = await city.api.intake.held({})
  expect(held.map(({ rule }) => rule).toSorted()).toEqual(['归属', '归属', '格式', '范围'])
  expect((await receivedOf(city.context, one.context.officeId)).rows).toMatchObject({ study: 1 })
  expect((await receivedOf(city.context, other.context.officeId)).rows).toMatchObject({ study: 1 })
})

test('a lecture to a union that has not come is parked, and goes in by itself when the union comes', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.unions.add([union()])
  await county.api.lectures.add([lecture({ unionIds: ids })])
  const part = await makeReport(county, city, {
    lines: (lines) => lines.filter((line) => !line.includes('"t":"grassrootsUnion"')),
  })
  const rest = await makeReport(county, city, {
    seq: 2,
    previousHash: part.manifestHash,
    lines: (lines) => lines.filter((line) => line.includes('"t":"grassrootsUnion"')),
  })
  const { bundles } = await takeIn(city, [part])
  expect(bundles[0]?.effect?.rows).toMatchObject({ 新增: 1, 暂存: 1 })
  expect(await city.api.intake.held({})).toMatchObject([{ table: 'lecture', result: '暂存', rule: '引用' }])
  await takeIn(city, [rest])
  expect(await city.api.intake.held({})).toEqual([])
  expect(await receivedOf(city.context, county.context.officeId)).toMatchObject({
    rows: { grassrootsUnion: 1, lecture: 1 },
    root: rest.manifest.state?.root,
  })
})

test('T10: fields of a newer program are kept and sent on', async () => {
  const { city, county } = await cityAndCounty()
  const { ids } = await county.api.studies.add([study()])
  const report = await makeReport(county, city, {
    lines: withValue(ids[0] ?? '', 'weather', '晴'),
    manifest: { schema: '2027-03-01-weather' },
  })
  const { bundles } = await takeIn(city, [report], true)
  expect(bundles[0]?.effect?.rows).toMatchObject({ 新增: 2, 拒收: 0 })
  expect(bundles[0]?.effect?.flags.map(({ code }) => code)).toContain('较新版本')
  const kept = await receivedUnknown(city, ids[0] ?? '')
  expect(kept).toContain('"weather":"晴"')
})

async function receivedUnknown({ context }: TestOffice, rowId: string): Promise<string> {
  const { inTurn } = await import('../../../src-main/intake/received-turn.ts')
  return await inTurn(context, async (db) => {
    const row = await db.selectFrom('unknownField').select('fields').where('rowId', '=', rowId).executeTakeFirst()
    return row?.fields ?? ''
  })
}
