import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { type DocumentKind, documentKinds, documentSchema } from '../../../src-shared/documents.ts'
import { kindFaults } from '../../../src-shared/kind-rules.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from '../shell-cli/run-in-process.ts'

async function openOffice() {
  const app = await openTestApp()
  await app.api.office.set(office)
  const create = async (kind: DocumentKind) => {
    const { documentId } = await app.api.documents.create({ kind })
    return await app.api.documents.get({ id: documentId })
  }
  return { ...app, create }
}

test.each(documentKinds)(
  'a new %s lacks nothing that its kind needs but an addressee whom only the clerk knows',
  async (kind) => {
    const { create } = await openOffice()
    const { content } = await create(kind)
    const missing = kindFaults(content).map(({ path }) => path.join('.'))
    expect(missing).toEqual(kind === '函' || kind === '批复' ? ['recipients'] : [])
    const complete = missing.length === 0 ? content : { ...content, recipients: ['固川市总工会'] }
    expect(documentSchema.safeParse(complete).error).toBeUndefined()
  },
)

test('head and foot are those of the office, and only upward kinds are signed and go to the superior', async () => {
  const { create } = await openOffice()
  expect((await create('通知')).content).toMatchObject({
    kind: '通知',
    mark: '云山县总工会文件',
    number: '云工发〔2026〕1号',
    title: '云山县总工会关于【待填写：事由】的通知',
    signers: [],
    recipients: [],
    issuer: '云山县总工会',
    date: '2026-11-21',
    printedOn: '2026-11-21',
    printer: '云山县总工会办公室',
  })
  expect((await create('请示')).content).toMatchObject({
    number: '云工发〔2026〕2号',
    signers: [office.signer],
    recipients: [office.superior],
  })
})

test('a letter has a mark without 文件, minutes have their own mark and the people present', async () => {
  const { create } = await openOffice()
  expect((await create('函')).content.mark).toBe('云山县总工会')
  expect((await create('纪要')).content).toMatchObject({
    mark: '云山县总工会会议纪要',
    attendance: [{ label: '出席', names: '【待填写：出席人员】' }],
    hasSeal: false,
  })
})

test('the period of a new document is the quarter of today, and the list names its kind', async () => {
  const { api, create } = await openOffice()
  await create('意见')
  expect(await api.documents.list()).toMatchObject([
    { kind: '意见', period: { from: '2026-10-01', to: '2026-12-31' }, state: '草稿' },
  ])
})

test('a new document is not finalised before what is marked in it is filled in', async () => {
  const { api, create } = await openOffice()
  const { id, version } = await create('通报')
  const [error] = await safe(api.documents.finalise({ id, version, requestId: 'r' }))
  expect(error?.message).toContain('还有待填写的内容')
})

test('without the particulars of the office no document is made', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.documents.create({ kind: '通知' }))
  expect(error).toMatchObject({ code: 'OFFICE_MISSING' })
  expect(await api.documents.list()).toEqual([])
})

test('the command line makes one and refuses a kind that there is not', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'office.json', office)
  await cli(folder, 'office', 'set', '--json-file', 'office.json')
  const made = await cliJson<{ content: { kind: string } }>(folder, 'document', 'new', '通知')
  expect(made.content.kind).toBe('通知')
  expect((await cli(folder, 'document', 'list')).out).toContain('草稿，拟用云工发〔2026〕1号  通知')
  const refused = await cli(folder, 'document', 'new', '命令')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('不在可选范围内')])
})
