import { createHash } from 'node:crypto'
import { safe } from '@orpc/server'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openCore } from '../../../src-main/core.ts'
import { recordsText } from '../../../src-main/statistics/record-set.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office, study } from '../../sample-records.ts'
import { flow, openDocx } from './open-docx.ts'
import { finalise, november, openOffice, readyDocument, written } from './ready-document.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

test('a draft proposes a number; finalising gives the next one of its 代字 and year and notes who and when', async () => {
  const { api, context } = await openOffice()
  const first = await readyDocument(api)
  const second = await readyDocument(api)
  expect([first.content.number, second.content.number, first.registration]).toEqual([
    '云工发〔2026〕1号',
    '云工发〔2026〕2号',
    null,
  ])
  // The second is finished first, so it gets the first number.
  expect(await api.documents.proposedNumber({ id: second.id })).toEqual({ number: '云工发〔2026〕1号' })
  const done = await finalise(api, second)
  expect(done.content.number).toBe('云工发〔2026〕1号')
  expect(done.registration).toMatchObject({
    state: '已定稿',
    number: '云工发〔2026〕1号',
    finalisedAt: context.now(),
    finalisedBy: context.operator,
    withdrawnAt: null,
  })
  expect((await finalise(api, first)).content.number).toBe('云工发〔2026〕2号')
  expect((await api.documents.list()).map(({ state, number }) => [state, number])).toEqual([
    ['已定稿', '云工发〔2026〕1号'],
    ['已定稿', '云工发〔2026〕2号'],
  ])
})

test('a finalised document keeps the layout of its file, whatever the office sets afterwards', async () => {
  const { api } = await openOffice()
  const chosen = { name: 'duplex', pageNumber: 'centred' } as const
  await api.layout.set(chosen)
  const { id, registration } = await finalise(api, await readyDocument(api))
  expect(registration?.layout).toEqual(chosen)
  await api.layout.set({ name: 'strict-33476' })
  expect((await api.documents.get({ id })).registration?.layout).toEqual(chosen)
})

test('every 代字 and every year has numbers of its own, by the day of the document', async () => {
  const { api } = await openOffice()
  const numbers = []
  for (const fields of [
    { number: '云工发〔2026〕7号' },
    { number: '云工函〔2026〕7号' },
    { number: '云工发〔2026〕8号', date: '2027-01-04', printedOn: '2027-01-04' },
    { number: '' },
  ])
    numbers.push((await finalise(api, await readyDocument(api, fields))).content.number)
  expect(numbers).toEqual(['云工发〔2026〕1号', '云工函〔2026〕1号', '云工发〔2027〕1号', '云工发〔2026〕2号'])
})

test('an office that began on paper goes on from its 起始号, which may be mended until the first number is given', async () => {
  const { api } = await openOffice()
  const series = { code: '云工发', year: 2026 }
  await api.outgoing.setFirstSerial({ ...series, firstSerial: 51 })
  await api.outgoing.setFirstSerial({ ...series, firstSerial: 15 })
  const document = await readyDocument(api)
  expect(document.content.number).toBe('云工发〔2026〕15号')
  expect((await finalise(api, document)).content.number).toBe('云工发〔2026〕15号')
  const [error] = await safe(api.outgoing.setFirstSerial({ ...series, firstSerial: 20 }))
  expect(error).toMatchObject({ code: 'CONFLICT' })
  expect(error?.message).toContain('已经编到15号，起始号不能再改')
  expect((await api.outgoing.list({ year: 2026 })).series).toEqual([{ ...series, firstSerial: 15, nextSerial: 16 }])
})

test('a finalised document is neither edited, refreshed, removed nor finalised again', async () => {
  const { api } = await openOffice()
  const done = await finalise(api, await readyDocument(api))
  const { id, version, content } = done
  for (const call of [
    api.documents.update({ id, version, content: { ...content, title: '另一个标题' } }),
    api.documents.refresh({ id }),
    api.documents.remove({ id }),
    api.documents.finalise({ id, version, requestId: 'another wish' }),
  ])
    await expect(call).rejects.toMatchObject({
      code: 'FINALISED',
      message: '这件公文已定稿（云工发〔2026〕1号），内容不能改动；要改请作废后另起草。',
    })
  expect(await api.documents.get({ id })).toEqual(done)
})

test('not even a statement past the program changes what was frozen, skips a number or deletes an entry', async () => {
  const { api, context } = await openOffice()
  await finalise(api, await readyDocument(api))
  for (const statement of [
    `UPDATE document SET title = '改'`,
    `UPDATE frozenDocument SET docx = x'00'`,
    'DELETE FROM frozenDocument',
    'UPDATE outgoing SET serial = 2',
    'DELETE FROM outgoing',
    `UPDATE outgoing SET removedAt = '2026-11-21'`,
    `INSERT INTO outgoing SELECT 'x', 1, replica, createdAt, updatedAt, null, code, year, 3, documentId, 'x', state,
      kind, title, date, recipients, finalisedBy, null, '' FROM outgoing`,
  ])
    await expect(sql.raw(statement).execute(context.db)).rejects.toThrow(/stays|next one|only ever|constraint/)
  expect((await api.outgoing.list({ year: null })).rows).toHaveLength(1)
})

test('the frozen file is handed out byte for byte, with its number, also after the records and the office changed', async () => {
  const { api, studyId } = await openOffice()
  const done = await finalise(api, await readyDocument(api))
  const bytes = await written(api, done.id)
  expect(sha256(bytes)).toBe(done.registration?.sha256)
  expect(flow(openDocx(bytes)['word/document.xml']).some(({ text }) => text.includes('云工发〔2026〕1号'))).toBe(true)
  await api.studies.remove({ id: studyId })
  await api.office.set({ ...office, name: '云山县工会' })
  await api.documents.withdraw({ id: done.id, reason: '人数有误' })
  expect(await written(api, done.id)).toEqual(bytes)
})

test('what is handed out is the frozen file itself, even when a later program would write another', async () => {
  const { api, context } = await openOffice()
  const { id } = await finalise(api, await readyDocument(api))
  const older = new TextEncoder().encode('as an older program wrote it')
  await sql`DROP TRIGGER frozenDocumentKept`.execute(context.db)
  await context.db
    .updateTable('frozenDocument')
    .set({ docx: older, sha256: sha256(older) })
    .execute()
  expect(new TextDecoder().decode(await written(api, id))).toBe('as an older program wrote it')
})

test('a frozen file that is no longer what was registered is not handed out', async () => {
  const { api, context } = await openOffice()
  const { id } = await finalise(api, await readyDocument(api))
  await sql`DROP TRIGGER frozenDocumentKept`.execute(context.db)
  await sql`UPDATE frozenDocument SET docx = x'504b'`.execute(context.db)
  const [error] = await safe(api.documents.write({ id }))
  expect(error).toMatchObject({ code: 'DATABASE_DAMAGED' })
  expect(await api.documents.verify({ id })).toMatchObject({ isIntact: false })
})

test('the same wish again gives the same number; another wish for another document gives another', async () => {
  const { api } = await openOffice()
  const [first, second] = [await readyDocument(api), await readyDocument(api)]
  const done = await finalise(api, first, 'wish-1')
  expect(await finalise(api, first, 'wish-1')).toEqual(done)
  const [error] = await safe(finalise(api, second, 'wish-1'))
  expect(error).toMatchObject({ code: 'CONFLICT' })
  expect((await api.outgoing.list({ year: 2026 })).rows).toHaveLength(1)
})

test('two windows that finalise at once: one document twice gives one number, two documents give two', async () => {
  const { api } = await openOffice()
  const [first, second] = [await readyDocument(api), await readyDocument(api)]
  const results = await Promise.all([
    safe(finalise(api, first, 'window-1')),
    safe(finalise(api, first, 'window-2')),
    safe(finalise(api, second, 'window-3')),
    safe(finalise(api, second, 'window-3')),
  ])
  expect(results.filter(([error]) => error).map(([error]) => (error as { code?: string }).code)).toEqual(['FINALISED'])
  expect((await api.outgoing.list({ year: 2026 })).rows.map(({ serial }) => serial)).toEqual([2, 1])
})

test('a second process on the same data folder is kept out, so it can give no number', async () => {
  const { dataFolder } = await openOffice()
  await expect(openCore({ dataFolder, host: { shell: 'cli' } })).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' })
})

test('what the clerk has not seen is not frozen', async () => {
  const { api } = await openOffice()
  const seen = await readyDocument(api)
  await api.documents.update({ id: seen.id, version: seen.version, content: { ...seen.content, signers: ['李红梅'] } })
  const [error] = await safe(finalise(api, seen))
  expect(error?.message).toContain('已在别的窗口改过，没有定稿')
})

test('a document with something left to fill in is not finalised, and the sentence names what', async () => {
  const { api } = await openOffice()
  const { documentId: id } = await api.documents.draftReport({ from: '2026-10-01', to: '2026-10-31' })
  const { version } = await api.documents.get({ id })
  const [error] = await safe(api.documents.finalise({ id, version, requestId: 'r' }))
  expect(error).toMatchObject({ code: 'INVALID_INPUT' })
  expect(error?.message).toMatch(/^还有待填写的内容，不能定稿：本期/)
  const titled = await readyDocument(api, { title: '关于【待填写：期间】工作的报告' })
  expect((await safe(finalise(api, titled)))[0]?.message).toBe('还有待填写的内容，不能定稿：期间。')
  expect((await api.outgoing.list({ year: null })).rows).toEqual([])
})

test('a report without 签发人, which only an older program could have stored, is not finalised', async () => {
  const { api, context } = await openOffice()
  const { id, version } = await readyDocument(api)
  await sql`UPDATE document SET content = json_set(content, '$.signers', json('[]')) WHERE id = ${id}`.execute(
    context.db,
  )
  const [error] = await safe(api.documents.finalise({ id, version, requestId: 'r' }))
  expect(error?.message).toBe('公文还不能定稿：报告应标注签发人。')
})

test('figures that the records no longer bear out are not frozen; drawn again they are', async () => {
  const { api } = await openOffice()
  const stale = await readyDocument(api)
  await api.studies.add([study({ date: '2026-11-12' })])
  const [error] = await safe(finalise(api, stale))
  expect(error?.message).toContain('请重新取数、核对后再定稿')
  const fresh = await api.documents.refresh({ id: stale.id })
  expect((await finalise(api, fresh)).registration?.state).toBe('已定稿')
})

test('withdrawing needs a reason, happens once, keeps the number in sight and never gives it again', async () => {
  const { api } = await openOffice()
  const { id } = await finalise(api, await readyDocument(api))
  const [noReason] = await safe(api.documents.withdraw({ id, reason: ' ' }))
  expect(noReason?.message).toContain('“作废原因”：必填')
  const [notYet] = await safe(api.documents.withdraw({ id: (await readyDocument(api)).id, reason: '错' }))
  expect(notYet?.message).toContain('还没有定稿')
  await api.documents.withdraw({ id, reason: '附件有误' })
  const [twice] = await safe(api.documents.withdraw({ id, reason: '附件有误' }))
  expect(twice).toMatchObject({ code: 'FINALISED' })

  const { documentId } = await api.documents.copy({ id })
  const copy = await api.documents.get({ id: documentId })
  expect(copy.registration).toBeNull()
  expect((await finalise(api, copy)).content.number).toBe('云工发〔2026〕2号')
  expect((await api.outgoing.list({ year: 2026 })).rows).toMatchObject([
    { serial: 2, state: '已定稿', withdrawnReason: '' },
    { serial: 1, state: '已作废', withdrawnReason: '附件有误', number: '云工发〔2026〕1号' },
  ])
})

test('the fingerprint is that of ids and versions of the period, and verifying names what has changed since', async () => {
  const { api, context, studyId, unionId } = await openOffice()
  const before = await context.db.transaction().execute((trx) => recordsText(trx, november))
  const done = await finalise(api, await readyDocument(api))
  const code = sha256(before).slice(0, 32).toUpperCase().match(/.{4}/g)?.join(' ')
  expect(done.registration?.fingerprint).toBe(code)
  expect(await api.documents.verify({ id: done.id })).toMatchObject({ isIntact: true, records: 4, differences: [] })

  const { ids } = await api.studies.add([study({ date: '2026-11-12' })])
  await api.studies.add([study({ date: '2026-12-01' })])
  await api.studies.update({ id: studyId, version: 1, fields: study({ attendedCount: 10 }) })
  const [lecture] = (await api.lectures.list({})).rows
  await api.lectures.remove({ id: lecture?.id ?? '' })
  const { isIntact, differences } = await api.documents.verify({ id: done.id })
  expect(isIntact).toBe(true)
  expect(differences).toEqual([
    { kind: 'study', id: studyId, change: 'changed', versionThen: 1, versionNow: 2 },
    { kind: 'study', id: ids[0], change: 'added', versionThen: null, versionNow: 1 },
    { kind: 'lecture', id: lecture?.id, change: 'removed', versionThen: 1, versionNow: null },
  ])
  expect(differences.some(({ id }) => id === unionId)).toBe(false)
})

test('a draft has nothing to verify, and the register is empty before the first number', async () => {
  const { api } = await openTestApp()
  expect(await api.outgoing.list({ year: null })).toEqual({ rows: [], series: [] })
  await api.office.set(office)
  const [error] = await safe(api.documents.verify({ id: (await readyDocument(api)).id }))
  expect(error).toMatchObject({ code: 'NOT_FOUND' })
})
