import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { insertRows } from '../../../src-main/database/changes.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import { rowHash } from '../../../src-main/merge/row-state.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { wholeTables } from '../../../src-main/sync/reported-tables.ts'
import { openOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lines, openSuperior, openSuperiorNamed, report } from '../../report-upward.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

async function openPair(options: Parameters<typeof openOffice>[2] = {}) {
  const app = await openOffice(110, {}, options)
  return { app, upper: await openSuperior(app) }
}

test('a report of the sample county holds every row, and its counts, figures, root and index are those of the ledger', async () => {
  const { app, upper } = await openPair()
  const { period } = await app.api.sample.load({})
  const { manifest, volumes, done } = await report(app, upper, period)
  const { db, replica, officeId } = app.context
  expect(manifest).toMatchObject({
    kind: 'report',
    sender: { officeId, name: '云山县总工会' },
    recipient: { officeId: upper.context.officeId, name: '固川市总工会' },
    replica,
    epoch: 1,
    seq: 1,
    previousHash: null,
    base: null,
    period,
    volumes: 1,
    correction: '',
    createdAt: '2026-11-21T06:30:00.000Z',
  })
  // The stay that goes on is carried too: what the level above counts is its own matter.
  expect(manifest.counts).toMatchObject({ study: { present: 46, removed: 0 }, stay: { present: 10, removed: 0 } })
  expect(manifest.counts).toEqual(done.rows)
  expect(manifest.figures).toEqual(await computeFigures(db, period))
  expect(manifest.fingerprint).toBe((await app.api.sheets.show(period))[0]?.fingerprint)
  expect(manifest.state).toEqual(await stateRoot(db, wholeTables))
  const hashes = []
  for await (const state of readRowStates(db, wholeTables)) hashes.push([state.table, state.id, rowHash(state)])
  expect((await lines(volumes, 'state/')).map(({ table, id, hash }) => [table, id, hash])).toEqual(hashes)
  expect((await lines(volumes, 'data/')).map(({ t, id }) => [t, id])).toEqual(hashes.map(([table, id]) => [table, id]))
})

test('without an enrolled superior nothing is written and the sentence says whose card to take in', async () => {
  const folder = await makeTestFolder()
  const app = await openOffice(110, {}, { host: { shell: 'electron', pickFolder: async () => folder } })
  const [error] = await safe(app.api.bundles.export({ period: november }))
  expect(error?.message).toBe(
    '还没有登记上级的密钥名片，上报包要加密给上级才能导出。请向固川市总工会要来名片文件（.ghk），登记并核对指纹后再导出。',
  )
  expect(await readdir(folder)).toEqual([])
})

test('of several superiors one is named by name or id; unnamed, the one that is the office’s own is meant', async () => {
  const { app, upper } = await openPair()
  const other = await openSuperiorNamed(app, '固川市产业工会', 102)
  await app.api.studies.add([study()])
  const recipientOf = async (to: string) => (await app.api.bundles.export({ period: november, to })).recipient.name
  expect(await recipientOf('')).toBe('固川市总工会')
  expect(await recipientOf('固川市产业工会')).toBe('固川市产业工会')
  expect(await recipientOf(upper.context.officeId)).toBe('固川市总工会')
  expect((await safe(recipientOf('别处总工会')))[0]?.message).toContain('没有登记过叫“别处总工会”的上级')
  await app.context.db
    .updateTable('peerKey')
    .set({ state: '已吊销' })
    .where('officeId', '=', other.context.officeId)
    .execute()
  expect((await safe(recipientOf('固川市产业工会')))[0]?.message).toContain('密钥已经停用')
})

test('bundles count up without a gap, each naming the manifest before it; a cancelled dialog takes no number', async () => {
  const folder = await makeTestFolder()
  const answers = [folder, undefined, folder]
  const { app, upper } = await openPair({ host: { shell: 'electron', pickFolder: async () => answers.shift() } })
  await app.api.studies.add([study()])
  const first = await report(app, upper, november)
  expect((await app.api.bundles.export({ period: november })).delivery).toEqual({ state: 'cancelled' })
  const second = await report(app, upper, november)
  expect([first.manifest.seq, second.manifest.seq]).toEqual([1, 2])
  expect(second.manifest.previousHash).toBe(first.volumes[0]?.manifestHash)
  expect((await readdir(folder)).sort()).toEqual([
    '云山县总工会_2026年11月_上报包_0001.ghb',
    '云山县总工会_2026年11月_上报包_0001_封面.docx',
    '云山县总工会_2026年11月_上报包_0001_封面.xlsx',
    '云山县总工会_2026年11月_上报包_0002.ghb',
    '云山县总工会_2026年11月_上报包_0002_封面.docx',
    '云山县总工会_2026年11月_上报包_0002_封面.xlsx',
  ])
  const listed = await app.api.bundles.list()
  expect(listed.map(({ seq, receipt, isFull }) => [seq, receipt, isFull])).toEqual([
    [2, '未收到回执', true],
    [1, '未收到回执', true],
  ])
  expect(listed[0]?.files.map(({ name }) => name)).toEqual(['云山县总工会_2026年11月_上报包_0002.ghb'])
})

test('a folder that cannot be written takes no number and leaves nothing behind', async () => {
  const folder = await makeTestFolder()
  const { app } = await openPair({
    host: { shell: 'electron', pickFolder: async () => join(folder, '长'.repeat(200)) },
  })
  await app.api.studies.add([study()])
  expect((await safe(app.api.bundles.export({ period: november })))[0]?.message).toContain('路径太长')
  expect(await app.api.bundles.list()).toEqual([])
  expect(await readdir(folder)).toEqual([])
})

test('two exports at once do not take the same number', async () => {
  const { app } = await openPair()
  await app.api.studies.add([study()])
  const both = await Promise.all([
    safe(app.api.bundles.export({ period: november })),
    safe(app.api.bundles.export({ period: november })),
  ])
  expect(both.map(([error]) => error?.message ?? null)).toEqual([null, '正在导出另一个上报包，请等它完成后再导出。'])
  expect((await app.api.bundles.export({ period: november })).seq).toBe(2)
})

test('a cancelled export leaves no file and no number', async () => {
  const folder = await makeTestFolder()
  const { app } = await openPair({ host: { shell: 'electron', pickFolder: async () => folder } })
  await app.api.sample.load({})
  const exporting = safe(app.api.bundles.export({ period: november, jobId: 'job' }))
  app.context.jobs.cancel('job')
  expect((await exporting)[0]?.message).toContain('已取消')
  expect(await app.api.bundles.list()).toEqual([])
  expect(await readdir(folder)).toEqual([])
})

test('removed rows travel as removed, and rows of other periods travel too', async () => {
  const { app, upper } = await openPair()
  await app.api.unions.add([union()])
  const { ids } = await app.api.studies.add([study(), study({ date: '2025-01-05' }), study()])
  await app.api.studies.remove({ id: ids[2] ?? '' })
  await app.api.lectures.add([lecture({ date: '2026-12-01' })])
  await app.api.stays.add([stay({ from: '2026-11-01', to: '2026-12-01', daysOnSite: 5 })])
  const { manifest, done } = await report(app, upper, november)
  expect(done.rows).toEqual({
    office: { present: 1, removed: 0 },
    grassrootsUnion: { present: 1, removed: 0 },
    stay: { present: 1, removed: 0 },
    study: { present: 2, removed: 1 },
    lecture: { present: 1, removed: 0 },
  })
  expect(manifest.figures.study.sessions).toBe(1)
})

test('a period without any record is reported only with the reason; kinds without one are declared', async () => {
  const { app, upper } = await openPair()
  const [error] = await safe(app.api.bundles.export({ period: november }))
  expect(error).toMatchObject({
    code: 'INVALID_INPUT',
    message: '这一期没有任何记录，报零报告应写明原因；日期选错了的，请改选统计期。',
  })
  const zero = await report(app, upper, november, { reasons: [{ kind: 'study', reason: '干部全部参加抗旱' }] })
  expect(zero.manifest.declaredEmpty).toEqual([{ what: '学习', reason: '干部全部参加抗旱' }])
  await app.api.studies.add([study()])
  const partial = await report(app, upper, november, {
    reasons: [
      { kind: 'study', reason: '不该出现：本期有学习' },
      { kind: 'stay', reason: '下季度开展' },
    ],
  })
  expect(partial.manifest.declaredEmpty).toEqual([{ what: '蹲点', reason: '下季度开展' }])
})

test('what answers a requirement is carried beside the root, and the notice that is answered with its number', async () => {
  const { app, upper } = await openPair()
  const { noticeId } = await app.api.notices.adopt({ number: '固工发〔2022〕142号' })
  const { requirements } = await app.api.notices.get({ id: noticeId })
  const [recordId = ''] = (await app.api.lectures.add([lecture({ date: '2026-11-10' })])).ids
  const { db, ...writer } = app.context
  const requirementId = requirements[0]?.id ?? ''
  const answer = { requirementId, recordKind: 'lecture', recordId, state: '采用' } as const
  await db.transaction().execute((trx) => insertRows(trx, writer, 'answer', [answer]))
  const { manifest, volumes } = await report(app, upper, november, { noticeId })
  expect(manifest.notice).toMatchObject({ id: noticeId, number: '固工发〔2022〕142号' })
  expect(manifest.counts.answer).toEqual({ present: 1, removed: 0 })
  expect(Object.keys(manifest.state.tables)).not.toContain('answer')
  expect((await lines(volumes, 'data/')).at(-1)).toMatchObject({ t: 'answer', v: answer })
  expect((await app.api.bundles.preview({ period: november, noticeId })).rows).toEqual(manifest.counts)
})
