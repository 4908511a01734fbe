/**
 * Figures and progress of each office (分单位统计), kept so that only those are counted again whose rows have changed.
 *
 * What is kept holds as long as its basis is the same: the bundles of the office that stand in the received database in
 * their order (taking one in or undoing one changes them, and nothing else changes rows), of this office itself its last
 * change, the requirements of the notice in their versions, which of them are past their last day, the month (minima of
 * months and quarters grow with it), and the version of the program, whose rules may count otherwise.
 */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RequirementProgress } from '../../src-shared/progress.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { openDesk } from '../intake/desk-database.ts'
import { narrowTo } from '../intake/scope-views.ts'
import { requirementsOf } from '../notices/notices.ts'
import { dueOf, isPast, noticeProgress } from '../notices/progress.ts'
import { computeFigures } from '../statistics/figures.ts'
import { countRecords, type RecordSet, recordsText, sha256Of } from '../statistics/record-set.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { keepCounts, keptCounts } from './kept-counts.ts'

export type CountQuestion = { readonly officeId: string; readonly noticeId: string | null; readonly period: Period }

export type MetRequirement = Pick<
  RequirementProgress,
  'requirementId' | 'kind' | 'title' | 'state' | 'isCountable' | 'done' | 'gap' | 'minimum'
> & {
  readonly unit: string
  /** Records that count for it. */
  readonly records: number
}

export type OfficeCount = {
  readonly figures: PeriodFigures
  /** Records of the period, unions apart. */
  readonly records: number
  /** Of the records of the period (取数指纹), whole. */
  readonly fingerprint: string
  /** Empty without a notice. */
  readonly requirements: readonly MetRequirement[]
}

/** In the order asked. An office of which nothing is here counts as one without records. */
export async function countOffices(
  context: CoreContext,
  questions: readonly CountQuestion[],
  step: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<OfficeCount[]> {
  const asked = await withBases(context, questions)
  const kept = await keptCounts(context, asked)
  const missing = [...new Map(asked.filter((one) => !kept.has(one.key)).map((one) => [one.key, one])).values()]
  if (missing.length > 0) {
    const fresh = await countAnew(context, missing, step)
    await keepCounts(context, fresh)
    for (const { key, content } of fresh) kept.set(key, content)
  }
  return asked.map(({ key }) => kept.get(key) as OfficeCount)
}

export type BasedQuestion = CountQuestion & {
  readonly basis: string
  /** Of question and basis together. */
  readonly key: string
}

async function withBases(context: CoreContext, questions: readonly CountQuestion[]): Promise<BasedQuestion[]> {
  const states = await officeStates(context)
  const notices = new Map<string, string>()
  for (const noticeId of new Set(questions.flatMap((question) => question.noticeId ?? [])))
    notices.set(noticeId, await noticeState(context, noticeId))
  return questions.map((question) => {
    const { officeId, noticeId, period } = question
    const notice = noticeId === null ? '' : (notices.get(noticeId) ?? '')
    const basis = sha256Of(JSON.stringify([appVersion, states.get(officeId) ?? '', notice]))
    return { ...question, basis, key: JSON.stringify([officeId, noticeId ?? '', period.from, period.to, basis]) }
  })
}

/** What stands in the received database, by office. */
async function officeStates(context: CoreContext): Promise<Map<string, string>> {
  const desk = await openDesk(context, { offices: [], withOwn: false })
  try {
    const { rows } = await sql<{ officeId: string; bundles: string }>`
      select officeId, json_group_array(bundleId order by position) as bundles from main.appliedBundle group by officeId
    `.execute(desk)
    const { rows: own } = await sql<{ last: number }>`select max(seq) as last from ledger.change`.execute(desk)
    const { officeId, replica, epoch } = context
    return new Map([
      ...rows.map((row): [string, string] => [row.officeId, row.bundles]),
      [officeId, JSON.stringify([replica, epoch, own[0]?.last])],
    ])
  } finally {
    await desk.destroy()
  }
}

async function noticeState({ db, today }: CoreContext, noticeId: string): Promise<string> {
  const requirements = await requirementsOf(db, noticeId)
  const states = requirements.map((one) => [one.id, one.version, isPast(today(), dueOf(one))])
  const notice = await db.selectFrom('notice').select('version').where('id', '=', noticeId).executeTakeFirst()
  return JSON.stringify([notice?.version, states, today().slice(0, 7)])
}

export type FreshCount = BasedQuestion & { readonly content: OfficeCount }

/** One connection for all: what differs from office to office is one row of its scope. */
async function countAnew(
  context: CoreContext,
  questions: readonly BasedQuestion[],
  step: (done: number, total: number) => Promise<void>,
): Promise<FreshCount[]> {
  const withOwn = questions.some(({ officeId }) => officeId === context.officeId)
  const desk = await openDesk(context, { offices: [], withOwn })
  try {
    const fresh: FreshCount[] = []
    for (const [index, question] of questions.entries()) {
      await step(index, questions.length)
      await narrowTo(desk, [question.officeId])
      fresh.push({ ...question, content: await countOne(desk, question, context.today()) })
    }
    return fresh
  } finally {
    await desk.destroy()
  }
}

async function countOne(
  desk: Kysely<Tables>,
  { noticeId, period }: CountQuestion,
  today: string,
): Promise<OfficeCount> {
  const text = await recordsText(desk, period)
  const { grassrootsUnion: _, ...records } = JSON.parse(text) as RecordSet
  const requirements = noticeId === null ? [] : await requirementsMet(desk, noticeId, today)
  return {
    figures: await computeFigures(desk, period),
    records: countRecords(records),
    fingerprint: sha256Of(text),
    requirements,
  }
}

async function requirementsMet(desk: Kysely<Tables>, id: string, today: string): Promise<MetRequirement[]> {
  const { requirements } = await noticeProgress(desk, { id, withRecords: false }, today)
  return requirements.map((one) => {
    const { requirementId, kind, title, state, isCountable, done, gap, minimum } = one
    const records = one.confirmed + one.proposed
    return { requirementId, kind, title, state, isCountable, done, gap, minimum, unit: one.unit ?? '条', records }
  })
}

/** Of what an approval is given: the records of the period and, for a notice, how far they meet it. Equal content, equal text. */
export function approvedContent({ fingerprint, requirements }: OfficeCount): string {
  return sha256Of(
    canonicalJson({ fingerprint, requirements: requirements.map(({ requirementId, done }) => [requirementId, done]) }),
  )
}
