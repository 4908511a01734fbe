import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ArrangementInput } from '../../../src-shared/arrangements.ts'
import type { Block } from '../../../src-shared/documents.ts'
import type { NoticeDraftInput } from '../../../src-shared/replies.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office, union } from '../../sample-records.ts'
import { written } from '../documents/ready-document.ts'
import { missingForRendering, readPages, renderAll } from '../documents/render-pdf.ts'
import { noticeText } from '../notices/sample-notice.ts'
import { blockText, faultsOf, fillMarks, finalise, headingsOf } from './open-replies.ts'

const roles = ['贯彻通知', '工作计划', '学习计划', '宣讲方案'] as const
const whyNot = await missingForRendering()

const arrangement = (fields: Partial<ArrangementInput> = {}): ArrangementInput => ({
  topic: '劳模精神、劳动精神、工匠精神',
  time: '12月上旬',
  place: '云山水泥有限公司一车间',
  speakerKind: '劳模工匠',
  speaker: '赵铁柱',
  audience: '一线职工',
  ...fields,
})

async function openNotice() {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.unions.add([union(), union({ name: '河湾乡总工会', kind: '乡镇（街道）总工会', township: '河湾乡' })])
  const { noticeId } = await api.notices.add({ text: noticeText })
  const put = (rows: (ArrangementInput & { id?: string })[]) => api.arrangements.put({ noticeId, rows })
  const draft = async (role: NoticeDraftInput['role']) => {
    const { documentId } = await api.notices.draft({ noticeId, role })
    return await api.documents.get({ id: documentId })
  }
  return { api, noticeId, put, draft }
}

const annexText = (annex: { readonly blocks?: readonly Block[] } | undefined) =>
  (annex?.blocks ?? []).map(blockText).join('\n')

test('the own notice passes the requirements on: chapters by field, what is asked, and how to report', async () => {
  const { draft } = await openNotice()
  const { content } = await draft('贯彻通知')
  const text = content.blocks.map(blockText).join('\n')
  expect(content).toMatchObject({
    kind: '通知',
    title: '云山县总工会关于做好“工会进万家”学习宣讲活动的通知',
    recipients: ['各乡镇（街道）总工会', '各基层工会'],
    annexes: [],
  })
  expect(headingsOf(content, 1)).toEqual(expect.arrayContaining(['学习安排', '宣讲安排', '情况报送']))
  expect(text).toContain('至少6场')
  expect(text).toContain('将推进落实情况、职工群众反响报送云山县总工会')
})

test('a plan goes out with a notice of its own, without 附件 above it; a plan of study plans no lecture', async () => {
  const { draft, put } = await openNotice()
  await put([arrangement()])
  const { content } = await draft('学习计划')
  const [plan, ...others] = content.annexes
  expect(content.title).toBe('云山县总工会关于印发《“工会进万家”学习宣讲学习计划》的通知')
  expect(plan).toMatchObject({ title: '“工会进万家”学习宣讲学习计划', isUnlabelled: true })
  expect(others).toEqual([])
  expect(annexText(plan && 'blocks' in plan ? plan : undefined)).not.toContain('宣讲安排')
})

test('宣讲方案 carries the arrangements in their order as a table', async () => {
  const { draft, put } = await openNotice()
  await put([arrangement(), arrangement({ speaker: '李红梅', speakerKind: '领导干部', place: '云山工业园区' })])
  const { content } = await draft('宣讲方案')
  expect(content.annexes.map(({ title }) => title)).toEqual(['“工会进万家”学习宣讲方案', '云山县总工会宣讲安排'])
  const [table] = content.annexes
    .flatMap((annex) => ('blocks' in annex ? annex.blocks : []))
    .filter(({ kind }) => kind === 'table')
  expect(table && 'rows' in table && table.rows.slice(1).map((cells) => cells.slice(2, 7))).toEqual([
    ['劳模工匠', '赵铁柱', '劳模精神、劳动精神、工匠精神', '12月上旬', '云山水泥有限公司一车间'],
    ['领导干部', '李红梅', '劳模精神、劳动精神、工匠精神', '12月上旬', '云山工业园区'],
  ])
})

test.each(roles)(
  '%s asks the clerk for what no requirement says, then has no fault of the standard and goes out',
  async (role) => {
    const { api, draft, put } = await openNotice()
    await put([arrangement()])
    const drafted = await draft(role)
    expect(await api.notices.documents({ id: (await api.notices.list({})).rows[0]?.id ?? '' })).toMatchObject([
      { role },
    ])
    await expect(finalise(api, drafted)).rejects.toMatchObject({ message: expect.stringContaining('待填写') })
    const filled = await fillMarks(api, drafted.id)
    expect(await faultsOf(api, drafted.id)).toEqual([])
    expect((await finalise(api, filled)).registration?.state).toBe('已定稿')
  },
)

test.skipIf(whyNot !== undefined)(
  `every document has text on the page of its red head, the plan on a page of its own, all arrangements${whyNot ? ` (skipped: ${whyNot})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const { api, draft, put } = await openNotice()
    await put([arrangement(), arrangement({ speaker: '陈秀英' })])
    const folder = await mkdtemp(join(tmpdir(), 'xuexuan-plans-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const files: Record<string, Uint8Array> = {}
    for (const role of roles) files[role] = await written(api, (await draft(role)).id)
    await renderAll(folder, files)
    for (const role of roles) {
      const pages = (await readPages(folder, role)).map(({ lines }) =>
        lines
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/gu, ''),
      )
      expect([role, pages[0]]).toEqual([role, expect.stringMatching(role === '贯彻通知' ? /印发了/ : /根据《/)])
      if (role !== '贯彻通知') expect(pages.slice(1).some((page) => page.startsWith('“工会进万家”学习宣讲'))).toBe(true)
      if (role !== '学习计划') expect(pages.join('')).toMatch(/附件.*赵铁柱.*陈秀英/u)
      expect(pages.at(-1)).toContain('2026年11月21日印发')
    }
  },
)
