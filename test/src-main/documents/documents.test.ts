import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { documentDraftKey } from '../../../src-shared/editing/draft-key.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { flow, openDocx } from './open-docx.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

async function openDraft() {
  const app = await openTestApp()
  await app.api.office.set(office)
  const { documentId } = await app.api.documents.draftReport(november)
  return { ...app, id: documentId, stored: await app.api.documents.get({ id: documentId }) }
}

test('title and number of the list are those of the document', async () => {
  const { api, stored } = await openDraft()
  const content = { ...stored.content, title: '关于学习情况的报告', number: '云工发〔2026〕7号' }
  await api.documents.update({ id: stored.id, version: stored.version, content })
  expect(await api.documents.list()).toMatchObject([
    { id: stored.id, version: 2, title: '关于学习情况的报告', number: '云工发〔2026〕7号', period: november },
  ])
})

test('an edit made on an older version is refused', async () => {
  const { api, stored } = await openDraft()
  const { id, version, content } = stored
  await api.documents.update({ id, version, content: { ...content, title: '甲' } })
  const [error] = await safe(api.documents.update({ id, version, content: { ...content, title: '乙' } }))
  expect(error).toMatchObject({ code: 'CONFLICT' })
  expect((await api.documents.get({ id })).content.title).toBe('甲')
})

test('a removed document can be restored, also when another one proposes its number by now', async () => {
  const { api, id } = await openDraft()
  await api.documents.remove({ id })
  expect(await api.documents.list()).toEqual([])
  const { documentId } = await api.documents.draftReport(november)
  await api.documents.restore({ id })
  expect((await api.documents.list()).map((document) => document.id).sort()).toEqual([id, documentId].sort())
})

test('a number in the wrong form is named as such', async () => {
  const { api, stored } = await openDraft()
  for (const number of ['云工发[2026]5号', '云工发〔2026〕第5号', '云工发〔2026〕05号', '云工发（2026）5号']) {
    const [error] = await safe(
      api.documents.update({ id: stored.id, version: 1, content: { ...stored.content, number } }),
    )
    expect(error?.message).toContain('应为“云工发〔2026〕5号”的样式')
  }
})

test('a document is delivered as a DOCX named after its title', async () => {
  const { api, stored } = await openDraft()
  const content = { ...stored.content, title: '关于“a/b:c”的报告' }
  await api.documents.update({ id: stored.id, version: stored.version, content })
  const delivery = await api.documents.write({ id: stored.id })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  expect(delivery.file.name).toBe('关于“abc”的报告.docx')
  const lines = flow(openDocx(new Uint8Array(await delivery.file.arrayBuffer()))['word/document.xml'])
  expect(lines.find(({ style }) => style === 'GwTitle')?.text).toBe('关于“a/b:c”的报告')
})

test('a job that is cancelled delivers nothing', async () => {
  const { api, context, id } = await openDraft()
  context.jobs.cancel('job-1')
  const [error] = await safe(api.documents.write({ id, jobId: 'job-1' }))
  expect(error).toMatchObject({ code: 'CANCELLED' })
})

test('saving a document drops its draft in the same moment', async () => {
  const { api, id, stored } = await openDraft()
  const { version, content } = stored
  await api.drafts.put({ key: documentDraftKey(id), value: { version, content } })
  await api.documents.update({ id, version, content: { ...content, note: '联系人：王芳' } })
  expect(await api.drafts.get({ key: documentDraftKey(id) })).toBeNull()
})
