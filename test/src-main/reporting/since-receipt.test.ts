/** What the next bundle carries once the superior has answered the last one. */
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { openOffice } from '../../open-offices.ts'
import { opened, openSuperior, report } from '../../report-upward.ts'
import { study, union } from '../../sample-records.ts'
import { acceptReceiptFor } from './answered.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const october = { from: '2026-10-01', to: '2026-10-31' }

async function openPair() {
  const app = await openOffice(110)
  return { app, upper: await openSuperior(app) }
}

test('behind a receipt only what changed since is carried, the root stays that of everything; --full carries all', async () => {
  const { app, upper } = await openPair()
  const { ids } = await app.api.studies.add([study(), study({ topic: '第二场' })])
  const first = await report(app, upper, november)
  await acceptReceiptFor(app, first.manifest)
  const nothing = await report(app, upper, november)
  expect(nothing.manifest.counts).toEqual({})
  expect(nothing.manifest.base).toMatchObject({ change: first.manifest.toChange })
  expect(nothing.manifest.state).toEqual(first.manifest.state)
  await app.api.studies.update({ id: ids[1] ?? '', version: 1, fields: study({ topic: '改过' }) })
  const second = await report(app, upper, november)
  expect(second.manifest.counts).toEqual({ study: { present: 1, removed: 0 } })
  expect(second.manifest.state.tables.study?.rows).toBe(2)
  const full = await report(app, upper, november, { isFull: true })
  expect(full.manifest.counts).toEqual({ office: { present: 1, removed: 0 }, study: { present: 2, removed: 0 } })
  expect((await app.api.bundles.list()).map(({ seq, receipt, isFull }) => [seq, receipt, isFull])).toEqual([
    [4, '未收到回执', true],
    [3, '未收到回执', false],
    [2, '未收到回执', false],
    [1, '业务回执', true],
  ])
})

test('a receipt that is lost costs nothing: the next bundle repeats everything behind the one before', async () => {
  const { app, upper } = await openPair()
  await app.api.studies.add([study()])
  const first = await report(app, upper, november)
  await acceptReceiptFor(app, first.manifest)
  await app.api.studies.add([study({ topic: '第二场' })])
  await report(app, upper, november)
  await app.api.studies.add([study({ topic: '第三场' })])
  const third = await report(app, upper, november)
  expect(third.manifest.counts).toEqual({ study: { present: 2, removed: 0 } })
})

test('the preview tells what an export then carries', async () => {
  const { app, upper } = await openPair()
  await app.api.sample.load({})
  const preview = async () => await app.api.bundles.preview({ period: november })
  expect((await preview()).rows).toEqual((await report(app, upper, november)).manifest.counts)
  await acceptReceiptFor(app, (await report(app, upper, november)).manifest)
  expect(await preview()).toMatchObject({ rows: {}, base: { seq: 2 }, volumes: 1, correctionOf: null, isZero: false })
  await app.api.studies.add([study()])
  const [one] = (await app.api.lectures.list({})).rows
  await app.api.lectures.remove({ id: one?.id ?? '' })
  const rows = { study: { present: 1, removed: 0 }, lecture: { present: 0, removed: 1 } }
  expect((await preview()).rows).toEqual(rows)
  expect((await report(app, upper, november)).manifest.counts).toEqual(rows)
  expect(await app.api.bundles.unreported()).toEqual({ rows: 2, recipient: '固川市总工会' })
})

test('unreported records are counted only where there is somebody to report to', async () => {
  const app = await openOffice(110)
  await app.api.studies.add([study(), study()])
  expect(await app.api.bundles.unreported()).toBeNull()
  await openSuperior(app)
  expect(await app.api.bundles.unreported()).toEqual({ rows: 2, recipient: '固川市总工会' })
})

test('T31: a finished period that is confirmed above is changed only with a reason, which the history keeps', async () => {
  const { app, upper } = await openPair()
  const { ids } = await app.api.studies.add([study({ date: '2026-10-10' })])
  const first = await report(app, upper, october)
  await app.api.studies.update({
    id: ids[0] ?? '',
    version: 1,
    fields: study({ date: '2026-10-10', topic: '没确认前随便改' }),
  })
  expect((await report(app, upper, october, { correction: '用不着' })).manifest.correction).toBe('')
  await acceptReceiptFor(app, first.manifest)
  const [error] = await safe(app.api.bundles.export({ period: october }))
  expect(error).toMatchObject({
    code: 'INVALID_INPUT',
    message: '这一期已经报过（第1号），上级也回执确认了，现在的记录与当时不同，请写明更正原因后再导出。',
  })
  expect((await app.api.bundles.preview({ period: october })).correctionOf).toMatchObject({ seq: 1 })
  const corrected = await report(app, upper, october, { correction: '实到人数补登' })
  expect(corrected.manifest.correction).toBe('实到人数补登')
  expect((await app.api.bundles.list()).map(({ seq, correction }) => [seq, correction])).toEqual([
    [3, '实到人数补登'],
    [2, ''],
    [1, ''],
  ])
})

/** October with one study, confirmed by the level above; what the preview then says of a correction. */
async function confirmedOctober() {
  const { app, upper } = await openPair()
  const { ids } = await app.api.studies.add([study({ date: '2026-10-10' }), study({ topic: '十一月的' })])
  const first = await report(app, upper, october)
  await acceptReceiptFor(app, first.manifest)
  const correctionOf = async () => (await app.api.bundles.preview({ period: october })).correctionOf
  return { app, upper, first, correctionOf, october: ids[0] ?? '', november: ids[1] ?? '' }
}

test('T31: a union founded since and records of another period correct nothing of a confirmed one', async () => {
  const { app, upper, correctionOf, november: ofNovember } = await confirmedOctober()
  await app.api.unions.add([union({ foundedOn: '2026-11-03' })])
  await app.api.studies.add([study()])
  await app.api.studies.update({ id: ofNovember, version: 1, fields: study({ topic: '改过' }) })
  await app.api.studies.remove({ id: ofNovember })
  expect(await correctionOf()).toBeNull()
  expect((await report(app, upper, october)).manifest.correction).toBe('')
})

test('T31: a union that raises the base of coverage of a confirmed period corrects it, and that is said', async () => {
  const { app, correctionOf } = await confirmedOctober()
  await app.api.unions.add([union()])
  expect(await correctionOf()).toMatchObject({ seq: 1, cause: '名册' })
  const [error] = await safe(app.api.bundles.export({ period: october }))
  expect(error).toMatchObject({
    message:
      '这一期已经报过（第1号），上级也回执确认了，记录没有变，但单位名册有变动，这一期的数字（如应覆盖单位数）与当时不同，请写明更正原因后再导出。',
  })
})

test('T31: a record that is moved out of a confirmed period, into it, or removed corrects it', async () => {
  const moved = await confirmedOctober()
  await moved.app.api.studies.update({ id: moved.october, version: 1, fields: study({ topic: '挪到十一月' }) })
  expect(await moved.correctionOf()).toMatchObject({ seq: 1, cause: '记录' })
  const come = await confirmedOctober()
  await come.app.api.studies.update({ id: come.november, version: 1, fields: study({ date: '2026-10-31' }) })
  expect(await come.correctionOf()).toMatchObject({ cause: '记录' })
  const gone = await confirmedOctober()
  await gone.app.api.studies.remove({ id: gone.october })
  expect(await gone.correctionOf()).toMatchObject({ cause: '记录' })
})

test('T31: when the level above has taken the import back the period is confirmed no longer', async () => {
  const { app, first, correctionOf, october: ofOctober } = await confirmedOctober()
  await app.api.studies.update({ id: ofOctober, version: 1, fields: study({ date: '2026-10-10', topic: '改过' }) })
  expect(await correctionOf()).toMatchObject({ seq: 1 })
  await acceptReceiptFor(app, first.manifest, { number: 2, state: '已撤销' })
  expect(await correctionOf()).toBeNull()
  await acceptReceiptFor(app, first.manifest, { number: 3 })
  expect(await correctionOf()).toMatchObject({ seq: 1 })
})

test('T31: more records in a period that still runs are no correction', async () => {
  const { app, upper } = await openPair()
  await app.api.studies.add([study()])
  await acceptReceiptFor(app, (await report(app, upper, november)).manifest)
  await app.api.studies.add([study()])
  expect((await report(app, upper, november)).manifest).toMatchObject({
    correction: '',
    figures: { study: { sessions: 2 } },
  })
})

test('the superior opens a bundle with the key that it had when it was sealed', async () => {
  const { app, upper } = await openPair()
  await app.api.studies.add([study()])
  const done = await app.api.bundles.export({ period: november })
  expect((await opened(done, upper))[0]?.envelope.recipients).toEqual([upper.context.keys.recipient])
  await expect(opened(done, app)).rejects.toThrow('加密给“固川市总工会”')
})
