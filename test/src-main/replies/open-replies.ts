/** The sample county with a notice taken in: what the tests of replies begin with. */
import type { Api } from '../../../src-shared/contract.ts'
import type { Block, OfficialDocument, Run } from '../../../src-shared/documents.ts'
import type { RegisteredDocument } from '../../../src-shared/outgoing.ts'
import type { Period } from '../../../src-shared/period.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'

export const autumn: Period = { from: '2026-10-01', to: '2026-11-21' }

export async function openCounty() {
  const app = await openTestApp()
  await app.api.office.set(office)
  const { period } = await app.api.sample.load({})
  return { ...app, period }
}

export const blockText = (block: Block): string =>
  block.kind === 'heading' ? block.text : 'runs' in block ? block.runs.map((run) => run.text).join('') : ''

export const headingsOf = ({ blocks }: OfficialDocument, level: 1 | 2): string[] =>
  blocks.filter((block) => block.kind === 'heading' && block.level === level).map(blockText)

export const figureRuns = ({ blocks }: OfficialDocument): Run[] =>
  blocks
    .flatMap((block): readonly Run[] => ('runs' in block ? block.runs : []))
    .filter((run) => run.figure !== undefined)

/** The paragraphs below a heading of the first level, in one text. */
export function chapterText({ blocks }: OfficialDocument, title: string): string {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1 && block.text === title)
  if (start === -1) throw new Error(`no chapter ${title}`)
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level === 1)
  return rest
    .slice(0, end === -1 ? undefined : end)
    .map(blockText)
    .join('\n')
}

/** As the clerk fills in what the draft asks for. */
export async function fillMarks(api: Api, id: string): Promise<RegisteredDocument> {
  const { version, content } = await api.documents.get({ id })
  const filled = JSON.parse(
    JSON.stringify(content).replace(/【待填写[^】]*】/gu, '县总工会机关各部门已按分工落实'),
  ) as OfficialDocument
  return await api.documents.update({ id, version, content: filled })
}

/** Says something to every finding that asks for it. */
export async function explainAll(api: Api, noticeId: string, period: Period): Promise<string[]> {
  const findings = await api.notices.selfCheck({ id: noticeId, period })
  const asked = findings.filter(({ severity }) => severity === '需要说明')
  for (const [index, { rule, subject }] of asked.entries())
    await api.notices.explain({ noticeId, rule, subject, text: `已核对，情况属实（第${index + 1}项）` })
  return asked.map((_, index) => `情况说明：已核对，情况属实（第${index + 1}项）`)
}

let wishes = 0
export async function finalise(api: Api, { id, version }: { readonly id: string; readonly version: number }) {
  wishes += 1
  return await api.documents.finalise({ id, version, requestId: `reply-${wishes}` })
}

/** Errors of the checklist of the standard, by id. */
export async function faultsOf(api: Api, id: string): Promise<string[]> {
  const results = await api.documents.check({ id })
  return results
    .filter(({ severity, pass }) => severity === 'E' && pass === false)
    .map((result) => `${result.id} ${result.title}：${result.found}`)
}
