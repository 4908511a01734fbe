import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Stamp } from '../../../src-shared/stamp.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { activity, lecture, office, stay, study, union } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from '../shell-cli/run-in-process.ts'

type Api = Awaited<ReturnType<typeof openTestApp>>['api']

const all = { limit: 1000 }

async function counts(api: Api): Promise<number[]> {
  const lists = [api.unions, api.studies, api.lectures, api.stays, api.activities]
  return await Promise.all(lists.map(async (calls) => (await calls.list({})).total))
}

/** What a form of the stored row sends back. */
function fieldsOf<Row extends Stamp>({ id: _id, version: _v, createdAt: _c, updatedAt: _u, ...fields }: Row) {
  return fields
}

async function firstLecture(api: Api) {
  const [row] = (await api.lectures.list({ ...all, text: '' })).rows.filter(({ stayId }) => stayId !== null)
  if (!row) throw new Error('the sample has a lecture given during a stay')
  return row
}

test('an untouched sample goes without a trace, the particulars of the office with it', async () => {
  const { api, context } = await openTestApp()
  expect(await api.sample.show()).toBeNull()
  await api.sample.load({})
  const state = await api.sample.show()
  expect(state?.kept).toEqual([])
  expect(state?.counts).toEqual(
    expect.arrayContaining([
      { word: '基层工会', count: 60 },
      { word: '学习', count: 46 },
      { word: '本单位信息', count: 1 },
    ]),
  )
  const inAll = state?.counts.reduce((sum, { count }) => sum + count, 0)
  expect(await api.sample.remove({})).toEqual({ removed: inAll, kept: [] })
  expect(await counts(api)).toEqual([0, 0, 0, 0, 0])
  expect(await api.office.show()).toBeNull()
  expect(await api.sample.show()).toBeNull()
  const open = await context.db.selectFrom('change').select('op').where('op', '=', 'remove').execute()
  expect(open).toHaveLength(inAll ?? 0)
})

test('every row that loading brings in is noted as the sample’s, of whatever kind', async () => {
  const { api, context } = await openTestApp()
  await api.studies.list({})
  await api.sample.load({})
  const written = await context.db.selectFrom('change').select(['tableName', 'rowId']).execute()
  const noted = await context.db.selectFrom('sampleRow').selectAll().execute()
  const keys = (rows: readonly { tableName: string; rowId: string }[]) =>
    rows.map(({ tableName, rowId }) => `${tableName} ${rowId}`).toSorted()
  expect(keys(noted)).toEqual(keys(written))
})

test('particulars of the office and records that are the clerk’s own stay', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.sample.load({})
  await api.studies.add([study({ topic: '自己的学习' })])
  await api.activities.add([activity()])
  await api.sample.remove({})
  expect(await counts(api)).toEqual([0, 1, 0, 0, 1])
  expect((await api.office.show())?.name).toBe(office.name)
})

test('a lecture that was changed stays and keeps its stay and its unions, each named with its reason', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const row = await firstLecture(api)
  await api.lectures.update({ id: row.id, version: row.version, fields: { ...fieldsOf(row), topic: '改过的宣讲' } })
  const { kept } = await api.sample.remove({})
  const { unionId } = await api.stays.get({ id: row.stayId ?? '' })
  const unions = new Set([...row.unionIds, ...(unionId === null ? [] : [unionId])])
  expect(kept.filter(({ reason }) => reason === '改过')).toEqual([
    { word: '宣讲', id: row.id, name: '改过的宣讲', reason: '改过' },
  ])
  expect(kept.filter(({ word }) => word === '蹲点').map(({ id }) => id)).toEqual([row.stayId])
  expect(new Set(kept.filter(({ word }) => word === '基层工会').map(({ id }) => id))).toEqual(unions)
  expect(await counts(api)).toEqual([unions.size, 0, 1, 1, 0])
  expect(await api.sample.show()).toBeNull()
})

test('unions that own records name stay for them; a second removal finds nothing that is the sample’s', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const [one, two] = (await api.unions.list(all)).rows
  const ids = [one?.id ?? '', two?.id ?? '']
  await api.lectures.add([lecture({ unionIds: [ids[0] ?? ''] })])
  await api.stays.add([stay({ unionId: ids[1] ?? '' })])
  const { kept } = await api.sample.remove({})
  expect(kept.map(({ id, reason }) => [id, reason]).toSorted()).toEqual(ids.map((id) => [id, '被引用']).toSorted())
  expect(await counts(api)).toEqual([2, 0, 1, 1, 0])
  expect(await api.sample.remove({})).toEqual({ removed: 0, kept: [] })
})

test('on explicit confirmation all of it goes, and own records that named it forget it', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const mine = await api.unions.add([union({ name: '自己的工会' })])
  const row = await firstLecture(api)
  await api.lectures.update({ id: row.id, version: row.version, fields: { ...fieldsOf(row), topic: '改过的宣讲' } })
  const sampleUnion = row.unionIds[0] ?? ''
  const own = await api.lectures.add([lecture({ unionIds: [sampleUnion, ...mine.ids], stayId: row.stayId })])
  const ownStay = await api.stays.add([stay({ unionId: sampleUnion, unitName: '柳林纺织' })])
  expect((await api.sample.remove({ withKept: true })).kept).toEqual([])
  expect(await counts(api)).toEqual([1, 0, 1, 1, 0])
  expect(await api.lectures.get({ id: own.ids[0] ?? '' })).toMatchObject({
    unionIds: mine.ids,
    stayId: null,
    version: 3,
  })
  expect(await api.stays.get({ id: ownStay.ids[0] ?? '' })).toMatchObject({ unionId: null, unitName: '柳林纺织' })
})

test('two offices that both load the sample share no id', async () => {
  const idsOf = async () => {
    const { api } = await openTestApp({ newId: randomUUID })
    await api.sample.load({})
    return (await api.unions.list(all)).rows.map(({ id }) => id)
  }
  const [one, other] = [await idsOf(), new Set(await idsOf())]
  expect(one.filter((id) => other.has(id))).toEqual([])
})

test('the command line takes the sample out and names what it keeps', async () => {
  const folder = await makeTestFolder()
  await cli(folder, 'sample', 'load')
  const [first] = await cliJson<{ id: string }[]>(folder, 'unions', 'list')
  const edit = await jsonFile(folder, 'edit.json', { note: '核对过' })
  await cli(folder, 'unions', 'update', first?.id ?? '', '--json-file', edit)
  const removed = await cli(folder, 'sample', 'remove')
  expect(removed.out).toMatch(/已清除示例数据\d+条。\n留下1条，从此算自己的：\n- 基层工会 {2}.+ {2}改过/)
  expect(await cliJson<unknown[]>(folder, 'unions', 'list')).toHaveLength(1)
})
