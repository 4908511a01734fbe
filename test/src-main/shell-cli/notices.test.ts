import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CatalogueNotice, Match, NoticeSummary } from '../../../src-shared/notices.ts'
import type { RequirementProgress } from '../../../src-shared/progress.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { noticeText } from '../notices/sample-notice.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

type Added = {
  noticeId: string
  issuer: string
  isNew: boolean
  requirements: {
    id: string
    kind: string
    quote: string
    minimum?: number
    scope?: string
    to?: string
    reportTo?: string[]
    slots?: string[]
  }[]
  missing: { part: string }[]
}

async function open() {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '通知.txt'), noticeText)
  return { folder, added: await cliJson<Added>(folder, 'notice', 'add', '通知.txt') }
}

test('notice add prints the parts of the notice and each requirement with number, scope, time and report', async () => {
  const { folder, added } = await open()
  expect(added).toMatchObject({
    isNew: true,
    issuer: '固川市总工会',
    number: '固工发〔2026〕31号',
    title: '固川市总工会关于开展“工会进万家”学习宣讲活动的通知',
    recipients: ['各县（区）总工会', '市直各基层工会'],
    date: '2026-10-08',
  })
  expect(added.missing.map(({ part }) => part)).toContain('annexNotes')
  expect(added.requirements.find(({ quote }) => quote.includes('主题党日'))).toMatchObject({
    kind: '学习',
    minimum: 1,
    scope: '每个党支部',
  })
  expect(added.requirements.find(({ kind }) => kind === '宣讲')).toMatchObject({ minimum: 6, to: '2026-12-20' })
  expect(added.requirements.find(({ kind }) => kind === '报告')).toMatchObject({
    reportTo: [expect.stringContaining('市总工会宣教部')],
    slots: ['推进落实情况', '职工群众反响'],
  })
  const again = await cli(folder, 'notice', 'add', '通知.txt')
  expect(again.out).toContain('这件通知已收过，新增要求0条')
  expect(await cliJson<NoticeSummary[]>(folder, 'notice', 'list')).toMatchObject([{ id: added.noticeId }])
  expect((await cli(folder, 'notice', 'list', '--text', '没有的词')).out).toBe('通知0件')
  expect((await cli(folder, 'notice', 'show', added.noticeId)).out).toContain('每个党支部至少1次')
})

test('records answer, are confirmed or refused by their id, and progress tells what is missing', async () => {
  const { folder, added } = await open()
  const day = await jsonFile(folder, 'study.json', [
    study({ type: '主题党日', partyOrganisation: '机关党支部' }),
    study({ type: '主题党日', partyOrganisation: '园区党支部', date: '2026-09-01' }),
  ])
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'records', 'add', 'study', '--json-file', day)
  const asked = added.requirements.find(({ quote }) => quote.includes('主题党日'))?.id ?? ''
  const matches = await cliJson<Match[]>(folder, 'notice', 'match', added.noticeId)
  expect(matches).toMatchObject([{ requirementId: asked, recordId: ids[0], counts: true, state: null }])
  const progress = async () =>
    (await cliJson<RequirementProgress[]>(folder, 'notice', 'progress', added.noticeId)).find(
      ({ requirementId }) => requirementId === asked,
    )
  expect(await progress()).toMatchObject({ state: '进行中', done: 1, minimum: 1, gap: 1, recordIds: [ids[0]] })
  const confirmed = await cliJson(folder, 'notice', 'confirm', asked, ids[0] ?? '')
  expect(confirmed).toEqual({ requirementId: asked, recordKind: 'study', recordId: ids[0], state: '采用' })
  expect(await progress()).toMatchObject({ confirmed: 1, proposed: 0 })
  await cliJson(folder, 'notice', 'refuse', asked, ids[0] ?? '')
  expect(await progress()).toMatchObject({ done: 0, gap: 2, recordIds: [] })
  const early = await cli(folder, 'notice', 'confirm', asked, ids[1] ?? '')
  expect([early.code, early.error]).toEqual([1, expect.stringContaining('早于要求开始的2026-10-08')])
  expect((await cli(folder, 'notice', 'confirm', asked, 'nobody')).code).toBe(1)
  expect((await cli(folder, 'notice', 'confirm', asked)).code).toBe(2)
  expect((await cli(folder, 'notice', 'coverage', added.noticeId)).out).toContain('覆盖0/0')
})

test('a notice of the catalogue is shown, adopted, removed and restored', async () => {
  const folder = await makeTestFolder()
  const all = await cliJson<CatalogueNotice[]>(folder, 'notice', 'catalogue')
  const number = all[0]?.number ?? ''
  expect(await cliJson<CatalogueNotice[]>(folder, 'notice', 'catalogue', number)).toEqual(all.slice(0, 1))
  const { noticeId, requirements } = await cliJson<Added>(folder, 'notice', 'adopt', number)
  expect(requirements).toHaveLength(all[0]?.requirements.length ?? 0)
  await cliJson(folder, 'notice', 'remove', noticeId)
  expect(await cliJson(folder, 'notice', 'list')).toEqual([])
  await cliJson(folder, 'notice', 'restore', noticeId)
  expect(await cliJson(folder, 'notice', 'list')).toHaveLength(1)
  const unknown = await cli(folder, 'notice', 'adopt', '无此文〔2026〕1号')
  expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('目录里没有')])
})
