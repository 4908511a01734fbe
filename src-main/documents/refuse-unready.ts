/** What must be settled before a document is finalised (定稿条件): nothing missing, nothing marked, figures of today. */
import type { Kysely } from 'kysely'
import { documentSchema, type OfficialDocument, type Run } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { computeFigures } from '../statistics/figures.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { figureRun, figureValue } from './figure-sentence.ts'
import { redrawSheet } from './sheet-annex.ts'

/** @throws Problem INVALID_INPUT naming the first thing that is missing; CONFLICT when the records have moved on */
export async function refuseUnready(
  db: Kysely<Tables>,
  { content, period }: { readonly content: OfficialDocument; readonly period: Period },
  { today, requirement }: { readonly today: string; readonly requirement: DocumentFigures['requirement'] },
): Promise<void> {
  refuseMarked(content)
  const parsed = documentSchema.safeParse(content)
  const issue = parsed.error?.issues[0]
  if (issue) throw new Problem('INVALID_INPUT', `公文还不能定稿：${issue.message}。`)
  const figures: DocumentFigures = { ...(await computeFigures(db, period)), ...(requirement && { requirement }) }
  const areStale = runsIn(content).some((run) => isStaleRun(run, figures))
  if (areStale || (await hasStaleSheet(db, content, { period, today })))
    throw new Problem('CONFLICT', '台账记录在取数以后有改动，正文或附件与现有记录已不一致，请重新取数、核对后再定稿。')
}

async function hasStaleSheet(
  db: Kysely<Tables>,
  { annexes }: OfficialDocument,
  scope: { readonly period: Period; readonly today: string },
): Promise<boolean> {
  for (const annex of annexes) {
    if (!('sheet' in annex)) continue
    const { fingerprint, blocks } = annex.sheet
    const fresh = await redrawSheet(db, annex.sheet, scope)
    // Records may have changed and left every number as it was; the code below the table then names others.
    // A draft of an earlier version holds no code and is judged by its numbers alone.
    if (fingerprint !== undefined && fresh.fingerprint !== fingerprint) return true
    if (canonicalJson(fresh.blocks) !== canonicalJson(blocks)) return true
  }
  return false
}

/** A sentence that the draft asked the clerk to replace is still there. */
function refuseMarked(content: OfficialDocument): void {
  const [mark] = marksIn(content)
  if (mark !== undefined) throw new Problem('INVALID_INPUT', `还有待填写的内容，不能定稿：${mark}。`)
}

/** What the marks 【待填写：…】 ask for, in their order. */
export function marksIn(content: OfficialDocument): string[] {
  const marks = textsIn(content)
    .join('\n')
    .matchAll(/【待填写[：:]?([^】]*)】/gu)
  return [...marks].map(([, what]) => what || '见正文')
}

/** Every text of the document, wherever it stands; annexes with figures are drawn, not written. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (name === 'sheet' ? [] : textsIn(part)))
}

export function runsIn(content: OfficialDocument): Run[] {
  return content.blocks.flatMap((block): Run[] => ('runs' in block ? [...block.runs] : []))
}

/** A word such as 未组织 stands for 0. */
export function isStaleRun(run: Run, figures: DocumentFigures): boolean {
  if (run.figure === undefined) return false
  if (/^[\d.%]+$/.test(run.text)) return run.text !== figureRun(figures, run.figure).text
  return (figureValue(figures, run.figure) ?? 0) !== 0
}
