import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { office, study, union } from '../../sample-records.ts'

type Api = Awaited<ReturnType<typeof openTestApp>>['api']

const done = async (api: Api) => {
  const guide = await api.guide.show()
  return Object.entries(guide.done).flatMap(([step, isDone]) => (isDone ? [step] : []))
}

test('each step is done when the ledger holds it, and undone when it is gone again', async () => {
  const { api } = await openTestApp()
  expect(await api.guide.show()).toEqual({
    done: { office: false, unions: false, notice: false, record: false, report: false },
    isShown: true,
  })
  await api.office.set(office)
  await api.unions.add([union()])
  const { ids } = await api.studies.add([study()])
  expect(await done(api)).toEqual(['office', 'unions', 'record'])
  await api.studies.remove({ id: ids[0] ?? '' })
  expect(await done(api)).toEqual(['office', 'unions'])
  await api.documents.create({ kind: '函' })
  expect(await done(api)).toEqual(['office', 'unions'])
  await api.documents.create({ kind: '报告' })
  expect(await done(api)).toEqual(['office', 'unions', 'report'])
})

test('the sample does not do the clerk’s steps for her', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  expect(await done(api)).toEqual([])
  await api.studies.add([study()])
  expect(await done(api)).toEqual(['record'])
})

test('the guide goes away by itself when all is done, or earlier by choice, and comes back when called', async () => {
  const { api } = await openTestApp()
  const isShown = async () => (await api.guide.show()).isShown
  await api.guide.set({ shown: '收起' })
  expect(await isShown()).toBe(false)
  await api.guide.set({ shown: '显示' })
  expect(await isShown()).toBe(true)
  const other = await openTestApp()
  await other.api.office.set(office)
  await other.api.unions.add([union()])
  await other.api.studies.add([study()])
  await other.api.documents.create({ kind: '报告' })
  expect((await other.api.guide.show()).isShown).toBe(true)
  await other.api.notices.adopt({ number: (await other.api.notices.catalogue({}))[0]?.number ?? '' })
  expect(await other.api.guide.show()).toEqual({
    done: { office: true, unions: true, notice: true, record: true, report: true },
    isShown: false,
  })
})
