/** Rules about what is reported (报送材料的逻辑): parts and totals, the report's numbers, its day, nothing left blank. */

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import type { Sheet } from '../../../src-shared/statistics.ts'
import type { Tables } from '../../database/tables.ts'
import { getDocument } from '../../documents/documents.ts'
import { isStaleRun, marksIn, runsIn } from '../../documents/refuse-unready.ts'
import { computeFigures } from '../../statistics/figures.ts'
import { lecturesIn } from '../../statistics/in-period.ts'
import { makeSheets } from '../../statistics/sheets.ts'
import { listNoticeDocuments } from '../notice-documents.ts'
import { requirementFigures } from '../requirement-figures.ts'
import { type Found, mostOfOneRule, type RuleCheck, type Scope } from './finding.ts'

/**
 * L05: lectures name no more unions than there are. Those that were deleted are named still; one that was dissolved or
 * merged since is not one too many.
 */
export const coverageWithinRegister: RuleCheck = async (trx, { period }) => {
  const { baseUnions } = (await computeFigures(trx, period)).lecture
  const named = await lecturesIn(trx, period)
    .innerJoin('lectureUnion', 'lectureUnion.lectureId', 'lecture.id')
    .innerJoin('grassrootsUnion', 'grassrootsUnion.id', 'lectureUnion.unionId')
    .where((eb) => eb.or([eb('grassrootsUnion.endedOn', 'is', null), eb('grassrootsUnion.endedOn', '>', period.to)]))
    .select(['grassrootsUnion.id', 'grassrootsUnion.name', 'grassrootsUnion.removedAt'])
    .distinct()
    .orderBy('grassrootsUnion.name')
    .execute()
  if (named.length <= baseUnions) return []
  const gone = named.filter(({ removedAt }) => removedAt !== null)
  const records = gone.slice(0, mostOfOneRule).map(({ id }) => ({ kind: 'grassrootsUnion' as const, id }))
  const names = gone.slice(0, 5).map(({ name }) => name)
  const message = `宣讲所到单位${named.length}个，多于单位名册的${baseUnions}个，其中${names.join('、')}${gone.length > 5 ? '等' : ''}已不在名册，请恢复这些单位或修改宣讲记录。`
  return [{ rule: 'L05', subject: 'coverage', records, message }]
}

/** L08: in every column of a sheet that may be added up, the rows give the 合计. */
export const partsGiveTotals: RuleCheck = async (trx, { period, today }) =>
  unequalTotals(await makeSheets(trx, period, today))

/** Columns whose rows do not give the 合计 below them. Pure. */
export function unequalTotals(sheets: readonly Sheet[]): Found[] {
  const found: Found[] = []
  for (const sheet of sheets)
    for (const { caption, columns, rows, total } of sheet.blocks)
      for (const [index, column] of columns.entries()) {
        const printed = total?.[index]
        if (typeof printed !== 'number' || column.kind === 'rate') continue
        const sum = rows.reduce((partial, row) => partial + Math.round(Number(row[index] ?? 0) * 100), 0) / 100
        if (sum !== printed)
          found.push({
            rule: 'L08',
            subject: `${sheet.kind} ${caption} ${column.title}`,
            records: [],
            message: `《${sheet.title}》“${column.title}”各行合计${sum}，与合计栏${printed}不符，请联系技术人员。`,
          })
      }
  return found
}

/** L09, L10, L11: the newest report of the notice that is still a draft. */
export const reportIsReady: RuleCheck = async (trx, scope) => {
  const draft = (await listNoticeDocuments(trx, scope.notice.id)).find(
    ({ role, state }) => role === '情况报告' && state === '草稿',
  )
  if (!draft) return []
  return await faultsOfReport(trx, draft.documentId, scope)
}

/** What is wrong with one report. @throws Problem NOT_FOUND */
export async function faultsOfReport(
  trx: Kysely<Tables>,
  documentId: string,
  { today }: Pick<Scope, 'today'>,
): Promise<Found[]> {
  const stored = await getDocument(trx, documentId)
  const { content, period } = stored
  const requirement = await requirementFigures(trx, stored)
  const figures = { ...(await computeFigures(trx, period)), ...(requirement && { requirement }) }
  const stale = runsIn(content).filter((run) => isStaleRun(run, figures)).length
  const marks = marksIn(content)
  const last = await lastDay(trx, period)
  const fault = (rule: Found['rule'], message: string): Found => ({ rule, subject: documentId, records: [], message })
  return [
    ...(stale > 0 ? [fault('L09', `《${content.title}》有${stale}处数字与台账不一致，请打开公文重新取数。`)] : []),
    ...(isBefore(content, last, today)
      ? [fault('L10', `《${content.title}》的成文日期${content.date}早于最后一条记录的日期${last}，请核对成文日期。`)]
      : []),
    ...(marks.length > 0
      ? [fault('L11', `《${content.title}》还有${marks.length}处待填写的内容：${marks.slice(0, 3).join('；')}。`)]
      : []),
  ]
}

const isBefore = ({ date }: OfficialDocument, last: string | null, today: string) =>
  date !== '' && last !== null && date < last && last <= today

async function lastDay(trx: Kysely<Tables>, { from, to }: Scope['period']): Promise<string | null> {
  const found = await sql<{ day: string | null }>`select max(day) as day from (
    select max(date) as day from study where removedAt is null and date between ${from} and ${to}
    union all select max(date) from lecture where removedAt is null and date between ${from} and ${to}
    union all select max("to") from stay where removedAt is null and "to" between ${from} and ${to}
    union all select max(date) from activity where removedAt is null and date between ${from} and ${to})`.execute(trx)
  return found.rows[0]?.day ?? null
}
