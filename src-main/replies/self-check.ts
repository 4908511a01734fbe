/** The self-check before sending (逻辑检查): all rules over a notice and a period, and what the clerk has said to them. */
import type { Kysely } from 'kysely'
import type { StoredDocument } from '../../src-shared/documents.ts'
import type { Notice } from '../../src-shared/notices.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { ExplanationInput, NamedFinding, SelfCheckFinding } from '../../src-shared/self-check.ts'
import { selfCheckRules } from '../../src-shared/self-check-rules.ts'
import { insertRows, updateRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { getNotice } from '../notices/notices.ts'
import { computeFigures } from '../statistics/figures.ts'
import { nameRecords } from './named-records.ts'
import { noticeOf } from './notice-documents.ts'
import type { Found, RuleCheck, Scope } from './self-check/finding.ts'
import { confirmedInWindow, minimaReached, sentInTime } from './self-check/notice-rules.ts'
import { coverageWithinRegister, faultsOfReport, partsGiveTotals, reportIsReady } from './self-check/output-rules.ts'
import {
  audienceWithinStaff,
  datesNotAhead,
  enteredOnce,
  lecturesWithinStays,
  numbersEntered,
  staffEntered,
  staysDoNotOverlap,
} from './self-check/record-rules.ts'

const recordRules: readonly RuleCheck[] = [
  datesNotAhead,
  enteredOnce,
  confirmedInWindow,
  audienceWithinStaff,
  coverageWithinRegister,
  staysDoNotOverlap,
  lecturesWithinStays,
  partsGiveTotals,
]
/** What must hold of ledger and notice when a reply goes out. */
const sendingRules: readonly RuleCheck[] = [...recordRules, minimaReached, sentInTime]
const allRules: readonly RuleCheck[] = [...sendingRules, reportIsReady, numbersEntered, staffEntered]

export type SelfCheckInput = { readonly id: string; readonly period?: Period | undefined }

/**
 * Findings in the order of the rules. Without a period: from the day of the notice to today.
 * @throws Problem NOT_FOUND, OFFICE_MISSING
 */
export async function selfCheck(
  db: Kysely<Tables>,
  { id, period }: SelfCheckInput,
  today: string,
): Promise<readonly NamedFinding[]> {
  return await db.transaction().execute(async (trx) => {
    const notice = await getNotice(trx, id)
    const scope = { notice, period: period ?? sinceNotice(notice, today), today }
    return await withNames(trx, await findingsOf(trx, allRules, scope))
  })
}

/**
 * A reply goes out only without 必须改正 and with an explanation of every 需要说明 that its records call for.
 * @throws Problem INVALID_INPUT with the first of them
 */
export async function refuseFaulty(trx: Kysely<Tables>, stored: StoredDocument, today: string): Promise<void> {
  const link = await noticeOf(trx, stored.id)
  if (link?.role !== '情况报告') return
  const isZero = link.zeroReason !== ''
  if (isZero) await refuseFullZero(trx, stored.period)
  const notice = await getNotice(trx, link.noticeId)
  const scope = { notice, period: stored.period, today }
  const findings = [
    ...withWords(await faultsOfReport(trx, stored.id, scope), new Map()),
    ...(await findingsOf(trx, sendingRules, scope)),
  ]
  // The reason of a 零报告 is its explanation.
  const open = findings.filter(
    ({ severity, explanation }) =>
      severity === '必须改正' || (severity === '需要说明' && explanation === '' && !isZero),
  )
  const [first] = open
  if (first)
    throw new Problem(
      'INVALID_INPUT',
      `逻辑检查还有${open.length}项没有处理，不能定稿：${first.message}${first.severity === '需要说明' ? '请在通知的“办文”中说明。' : ''}`,
    )
  const notes = stored.content.annexes.flatMap((annex) => ('sheet' in annex ? annex.sheet.notes : []))
  const isMissing = (await explanationNotes(trx, scope)).some((note) => !notes.includes(note))
  if (isMissing && !isZero)
    throw new Problem('CONFLICT', '取数以后又填写或修改了情况说明，附件里还没有，请重新取数、核对后再定稿。')
}

/** 零报告 says that nothing was done. @throws Problem INVALID_INPUT when records say otherwise */
export async function refuseFullZero(trx: Kysely<Tables>, period: Period): Promise<void> {
  const { study, lecture, stay, activity } = await computeFigures(trx, period)
  const records = [
    study.sessions,
    lecture.sessions,
    stay.stays,
    stay.continuing,
    activity.publicity,
    activity.culture,
    activity.research,
    activity.models,
  ].reduce((sum, count) => sum + count, 0)
  if (records > 0)
    throw new Problem('INVALID_INPUT', `这段时间登记有${records}条记录，不能作零报告；请起草情况报告，或核对时间范围。`)
}

/** What was said to findings that still stand, as it is printed below the first table of the reply. */
export async function explanationNotes(trx: Kysely<Tables>, scope: Scope): Promise<string[]> {
  const findings = await findingsOf(trx, sendingRules, scope)
  return [...new Set(findings.flatMap(({ explanation }) => (explanation === '' ? [] : [`情况说明：${explanation}`])))]
}

/** @throws Problem NOT_FOUND */
export async function explain(db: Kysely<Tables>, writer: Writer, input: ExplanationInput): Promise<void> {
  const { noticeId, rule, subject, text } = input
  await db.transaction().execute(async (trx) => {
    await getNotice(trx, noticeId)
    const row = await trx
      .selectFrom('explanation')
      .selectAll()
      .where('noticeId', '=', noticeId)
      .where('rule', '=', rule)
      .where('subject', '=', subject)
      .executeTakeFirst()
    if (row) await updateRow(trx, writer, 'explanation', row, { text })
    else if (text !== '') await insertRows(trx, writer, 'explanation', [{ noticeId, rule, subject, text }])
  })
}

/** By rule and subject. */
async function explanationsOf(db: Kysely<Tables>, noticeId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('explanation')
    .select(['rule', 'subject', 'text'])
    .where('noticeId', '=', noticeId)
    .where('removedAt', 'is', null)
    .where('text', '<>', '')
    .execute()
  return new Map(rows.map(({ rule, subject, text }) => [`${rule} ${subject}`, text]))
}

async function withNames(trx: Kysely<Tables>, findings: readonly SelfCheckFinding[]): Promise<NamedFinding[]> {
  const named = await nameRecords(
    trx,
    findings.flatMap(({ records }) => records),
  )
  const byId = new Map(named.map((record) => [record.id, record]))
  return findings.map((finding) => ({
    ...finding,
    records: finding.records.flatMap(({ id }) => byId.get(id) ?? []),
  }))
}

async function findingsOf(trx: Kysely<Tables>, rules: readonly RuleCheck[], scope: Scope): Promise<SelfCheckFinding[]> {
  const found: Found[] = []
  for (const rule of rules) found.push(...(await rule(trx, scope)))
  return withWords(found, await explanationsOf(trx, scope.notice.id)).toSorted((one, other) =>
    one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0,
  )
}

function withWords(found: readonly Found[], explanations: ReadonlyMap<string, string>): SelfCheckFinding[] {
  return found.map((finding) => {
    const rule = selfCheckRules.find(({ id }) => id === finding.rule)
    if (!rule) throw new Error(`no rule ${finding.rule}`)
    const explanation = explanations.get(`${finding.rule} ${finding.subject}`) ?? ''
    return { ...finding, severity: rule.severity, title: rule.title, explanation }
  })
}

function sinceNotice({ date }: Notice, today: string): Period {
  return { from: date !== null && date <= today ? date : `${today.slice(0, 4)}-01-01`, to: today }
}
