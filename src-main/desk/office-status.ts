/** 上报情况: how far each office below us has reported a notice or a period, from what was received and counted. */
import type { DeclaredEmpty } from '../../src-shared/bundle-manifest.ts'
import { emptyByWord } from '../../src-shared/declared-empty.ts'
import type { DeskOffice, DeskStatus, OfficeStatus, RequirementMet } from '../../src-shared/desk.ts'
import type { AskedDesk } from '../../src-shared/desk-calls.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import { completedAt, type ReportFacts, reportStateOf, timingOf, zeroOf } from '../../src-shared/report-state.ts'
import type { CoreContext } from '../core-context.ts'
import { onDesk } from '../intake/desk-database.ts'
import { answeringKinds } from '../notices/answering-words.ts'
import { type Approval, listApprovals, staleWords } from './approvals.ts'
import {
  approvedContent,
  type CountQuestion,
  countOffices,
  type MetRequirement,
  type OfficeCount,
} from './count-offices.ts'
import { listOffices } from './offices.ts'
import { resolveQuestion } from './question.ts'
import { byOffice, listReports, type ReportBundle } from './received-bundles.ts'
import { coverDifferences, type IntakeFacts, intakeFacts, openReturns } from './report-facts.ts'

/** Everybody below us in the order of the tree. @throws Problem NOT_FOUND for an unknown notice */
export async function deskStatus(
  context: CoreContext,
  asked: AskedDesk,
  step?: (done: number, total: number) => Promise<void>,
): Promise<DeskStatus> {
  const question = await resolveQuestion(context, asked)
  const offices = await listOffices(context.db)
  const reports = byOffice((await listReports(context.db)).filter((report) => question.isAnsweredBy(report)))
  const { counts, covers } = await countReports(context, { question, offices, reports }, step)
  const approvals = await listApprovals(context.db, question)
  const gathered = await onDesk(context, { offices: [], withOwn: false }, async (desk) => ({
    intake: await intakeFacts(desk),
    returns: await openReturns(desk),
  }))
  const today = context.today()
  const rows = offices.map((office) => {
    const { officeId } = office
    return statusOf(office, {
      question,
      today,
      bundles: reports.get(officeId) ?? [],
      count: counts.get(officeId),
      cover: covers.get(officeId),
      approval: approvals.get(officeId),
      intake: gathered.intake.get(officeId),
      returned: gathered.returns.get(officeId) ?? 0,
    })
  })
  return { question: question.shown, today, offices: rows }
}

type Question = Awaited<ReturnType<typeof resolveQuestion>>
type Asking = {
  readonly question: Question
  readonly offices: readonly DeskOffice[]
  readonly reports: ReadonlyMap<string, readonly ReportBundle[]>
}

/** Of those that have reported: what is asked, and what their newest cover states the figures of. */
async function countReports(
  context: CoreContext,
  { question, offices, reports }: Asking,
  step?: (done: number, total: number) => Promise<void>,
) {
  const reporting = offices.flatMap(({ officeId }) => {
    const newest = reports.get(officeId)?.at(-1)
    return newest === undefined ? [] : [{ officeId, newest }]
  })
  const asked = reporting.map(({ officeId, newest }): CountQuestion => {
    return { officeId, noticeId: question.noticeId, period: question.period ?? newest.period }
  })
  const covered = reporting.map(({ officeId, newest }): CountQuestion => {
    return { officeId, noticeId: null, period: newest.period }
  })
  const counted = await countOffices(context, [...asked, ...covered], step)
  const byId = (from: number) =>
    new Map(reporting.map(({ officeId }, index) => [officeId, counted[from + index] as OfficeCount]))
  return { counts: byId(0), covers: byId(reporting.length) }
}

type Known = {
  readonly question: Question
  readonly today: string
  readonly bundles: readonly ReportBundle[]
  readonly count: OfficeCount | undefined
  /** Counted in the period of the newest cover. */
  readonly cover: OfficeCount | undefined
  readonly approval: Approval | undefined
  readonly intake: IntakeFacts | undefined
  readonly returned: number
}

function statusOf(office: DeskOffice, known: Known): OfficeStatus {
  const { question, today, bundles, count, cover, approval, intake } = known
  const newest = bundles.at(-1)
  const [first] = bundles.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
  const zero = zeroOf(bundles)
  const records = count?.records ?? 0
  const requirements = (count?.requirements ?? []).map((one) =>
    requirementMet(one, { hasPaper: (newest?.papers.length ?? 0) > 0, isZero: isZeroOf(one, zero, count) }),
  )
  const isTaken = newest?.importedAt !== null
  const facts: ReportFacts = {
    bundles,
    period: question.period,
    today,
    records,
    requirements,
    refused: intake?.refused ?? 0,
    returned: known.returned,
    conflicts: intake?.conflicts ?? 0,
    isRootDifferent: isTaken && (intake?.isRootDifferent ?? false),
    differences: newest && cover && isTaken ? coverDifferences(newest.figures, cover.figures) : [],
    approved: approval?.root ?? null,
    basis: count ? approvedContent(count) : '',
  }
  const { state, remarks } = reportStateOf(facts)
  const isStale = approval !== undefined && facts.approved !== facts.basis
  return {
    ...office,
    state,
    timing: timingOf(completedAt(bundles, question.period, question.due), question.due, today),
    receivedAt: first?.receivedAt ?? null,
    sentAt: first?.createdAt ?? null,
    bundle: newest ? { bundleId: newest.bundleId, seq: newest.seq, receivedAt: newest.receivedAt } : null,
    remarks: isStale ? [...remarks, staleWords(approval, { bundles, count })] : remarks,
    zero,
    requirements,
    records,
    missingPhotos: bundles.reduce((sum, { missingPhotos }) => sum + missingPhotos.length, 0),
    refused: facts.refused,
    approval: approval ? { at: approval.at, by: approval.by, isStale } : null,
  }
}

/**
 * A 零报告 accounts for what records of the declared kinds would show; for what no record shows only when it is of every
 * kind. What was done in part is not nothing.
 */
function isZeroOf(one: MetRequirement, zero: readonly DeclaredEmpty[], count: OfficeCount | undefined): boolean {
  if (count === undefined || one.records > 0) return false
  const empty = emptyByWord(zero, count.figures)
  const asked = answeringKinds[one.kind].filter(({ needsForm }) => !needsForm).map(({ kind }) => kind)
  return (asked.length > 0 ? asked : recordKinds).every((kind) => empty.has(kind))
}

/** Without a minimum one record is enough; a 零报告 with its reason accounts for what it is of. */
function requirementMet(
  one: MetRequirement,
  { hasPaper, isZero }: { readonly hasPaper: boolean; readonly isZero: boolean },
): RequirementMet {
  const { requirementId, title, kind, state, done, gap, minimum, unit, records } = one
  const isMet = state === '已达标' || (minimum === null && records > 0) || (kind === '报告' && hasPaper)
  const told = isMet ? '已落实' : isZero ? '零报告' : !one.isCountable || kind === '报告' ? '凭材料' : '未落实'
  return { requirementId, title, state: told, done, gap, unit }
}
