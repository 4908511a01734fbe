import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'
import { exportedBytes, inspectBytes } from './bundle-bytes.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

test('a bundle of the sample county is whole, signed by this office, and its counts are those of plain SQL', async () => {
  const app = await openTestApp()
  const { period } = await app.api.sample.load({})
  const inspection = await inspectBytes(app.api, await exportedBytes(app.api, period))
  expect(inspection).toMatchObject({ isSignatureValid: true, isOwnKey: true })
  const { manifest } = inspection
  // One stay goes on beyond the period and is not reported yet.
  expect(manifest.counts).toEqual({ study: 46, lecture: 59, stay: 9, activity: 11, grassrootsUnion: 60 })
  expect(manifest.figures).toEqual(await computeFigures(app.context.db, period))
  expect(manifest).toMatchObject({
    format: { major: 1, minor: 2 },
    kind: 'report',
    sender: { officeId: app.context.officeId, name: '云山县总工会', divisionCode: '990121' },
    recipient: { name: '固川市总工会' },
    replica: app.context.replica,
    epoch: 1,
    seq: 1,
    previousHash: null,
    createdAt: '2026-11-21T06:30:00.000Z',
    period,
  })
  expect(manifest.segments.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
    'data/office-001.ndjson 1',
    'data/grassrootsUnion-001.ndjson 60',
    'data/stay-001.ndjson 9',
    'data/study-001.ndjson 46',
    'data/lecture-001.ndjson 59',
    'data/activity-001.ndjson 11',
  ])
  expect(inspection.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  expect(await app.api.bundles.key()).toEqual({ fingerprint: inspection.fingerprint })
})

test('the same records give the same segments in every export', async () => {
  const { api } = await openTestApp()
  const { period } = await api.sample.load({})
  const first = (await inspectBytes(api, await exportedBytes(api, period))).manifest
  const second = (await inspectBytes(api, await exportedBytes(api, period))).manifest
  expect(second.segments).toEqual(first.segments)
  expect(second.bundleId).not.toBe(first.bundleId)
})

test('a record belongs to the period as it does in the figures, and removed ones stay behind', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.unions.add([union()])
  const { ids } = await api.studies.add([
    study({ date: '2026-10-31' }),
    study({ date: '2026-11-01' }),
    study({ date: '2026-11-30' }),
    study({ date: '2026-11-15' }),
  ])
  await api.studies.remove({ id: ids[3] ?? '' })
  await api.lectures.add([lecture({ date: '2026-12-01' })])
  await api.stays.add([
    stay({ from: '2026-10-20', to: '2026-11-01', daysOnSite: 5 }),
    stay({ from: '2026-11-20', to: '2026-12-01', daysOnSite: 5 }),
  ])
  const { manifest } = await inspectBytes(api, await exportedBytes(api, november))
  expect(manifest.counts).toEqual({ study: 2, lecture: 0, stay: 1, activity: 0, grassrootsUnion: 1 })
  expect(manifest.figures.study.sessions).toBe(2)
  expect(manifest.figures.stay.stays).toBe(1)
})

test('bundles count up without a gap and each names the file before it; a cancelled dialog takes no number', async () => {
  const folder = await makeTestFolder()
  const answers = [true, false, true]
  const pickSavePath = async (name: string) => (answers.shift() ? join(folder, name) : undefined)
  const { api } = await openTestApp({ host: { shell: 'electron', pickSavePath } })
  await api.office.set(office)
  const first = await api.bundles.export({ period: november })
  const cancelled = await api.bundles.export({ period: november })
  const second = await api.bundles.export({ period: november })
  expect(cancelled.delivery).toEqual({ state: 'cancelled' })
  expect(first.delivery).toEqual({ state: 'saved', path: join(folder, '云山县总工会_2026年11月_上报包_0001.ghb') })
  const listed = await api.bundles.list()
  expect(listed.map((bundle) => bundle.seq)).toEqual([2, 1])
  const firstBytes = await readFile(join(folder, '云山县总工会_2026年11月_上报包_0001.ghb'))
  const { manifest } = await inspectBytes(api, await readFile(join(folder, '云山县总工会_2026年11月_上报包_0002.ghb')))
  expect(manifest.bundleId).toBe(second.bundleId)
  expect(manifest.previousHash).toBe(createHash('sha256').update(firstBytes).digest('hex'))
  expect(listed[1]).toMatchObject({ sha256: manifest.previousHash, bytes: firstBytes.length, period: november })
})

test('a place that cannot be written takes no number and leaves nothing behind', async () => {
  const folder = await makeTestFolder()
  const pickSavePath = async (name: string) => join(folder, '没有这个文件夹', name)
  const { api } = await openTestApp({ host: { shell: 'electron', pickSavePath } })
  await api.office.set(office)
  const [error] = await safe(api.bundles.export({ period: november }))
  expect(error?.message).toBe(`文件夹“${join(folder, '没有这个文件夹')}”不存在，请换一个位置再试。`)
  expect(await api.bundles.list()).toEqual([])
})

test('two exports at once do not take the same number', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const [one, other] = await Promise.all([
    safe(api.bundles.export({ period: november })),
    safe(api.bundles.export({ period: november })),
  ])
  expect(one[0]).toBeNull()
  expect(other[0]?.message).toBe('正在导出另一个上报包，请等它完成后再导出。')
  expect((await api.bundles.export({ period: november })).delivery.state).toBe('download')
  expect((await api.bundles.list()).map((bundle) => bundle.seq)).toEqual([2, 1])
})

test('without the particulars of the office nothing is exported', async () => {
  const { api } = await openTestApp()
  expect((await safe(api.bundles.export({ period: november })))[0]?.message).toContain('还没有填写本单位信息')
})

test('a cancelled export leaves no file and no number', async () => {
  const { api, context } = await openTestApp()
  await api.sample.load({})
  const exporting = safe(api.bundles.export({ period: november, jobId: 'job' }))
  context.jobs.cancel('job')
  expect((await exporting)[0]?.message).toContain('已取消')
  expect(await api.bundles.list()).toEqual([])
})

test('rows travel with every field and in order of their ids', async () => {
  const app = await openTestApp()
  await app.api.office.set(office)
  const { ids } = await app.api.studies.add([study(), study({ topic: '第二场\n分两行' })])
  const { segments } = await inspectBytes(app.api, await exportedBytes(app.api, november)).then((it) => it.manifest)
  const stored = await Promise.all(ids.map((id) => app.api.studies.get({ id })))
  const lines = stored.map((row) => JSON.stringify(sorted({ ...row, replica: app.context.replica })))
  const expected = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest('hex')
  expect(segments.find((segment) => segment.table === 'study')?.sha256).toBe(expected)
})

function sorted(row: object): object {
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))
}
