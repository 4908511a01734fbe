/** Rules about the notice (要求的逻辑): time windows, minima, being in time. */
import { sql } from 'kysely'
import { type RecordKind, recordKindNames } from '../../../src-shared/record-kinds.ts'
import { requirementsOf } from '../../notices/notices.ts'
import { noticeProgress } from '../../notices/progress.ts'
import { listNoticeDocuments } from '../notice-documents.ts'
import { type Found, mostOfOneRule, type RuleCheck } from './finding.ts'

/** L03: what the clerk has confirmed lies in the window of the requirement. */
export const confirmedInWindow: RuleCheck = async (trx, { notice }) => {
  const windows = (await requirementsOf(trx, notice.id)).filter(({ window, state }) => window && state !== '不适用')
  const found: Found[] = []
  for (const { id, title, window } of windows) {
    const outside = await sql<{ kind: RecordKind; id: string; date: string }>`
      select * from (
        select answer.recordKind as kind, answer.recordId as id,
          coalesce(study.date, lecture.date, stay."to", activity.date) as date
        from answer
        left join study on study.id = answer.recordId and study.removedAt is null
        left join lecture on lecture.id = answer.recordId and lecture.removedAt is null
        left join stay on stay.id = answer.recordId and stay.removedAt is null
        left join activity on activity.id = answer.recordId and activity.removedAt is null
        where answer.requirementId = ${id} and answer.state = '采用' and answer.removedAt is null
      ) where date < ${window?.from ?? '0'} or date > ${window?.to ?? '9'}
      order by date limit ${mostOfOneRule}`.execute(trx)
    for (const { kind, id: recordId, date } of outside.rows)
      found.push({
        rule: 'L03',
        subject: `${id} ${recordId}`,
        records: [{ kind, id: recordId }],
        message: `已采用的${recordKindNames[kind]}（${date}）不在“${title}”要求的时间范围内，请核对，确需采用的请说明。`,
      })
  }
  return found.slice(0, mostOfOneRule)
}

/** L12: every number that the notice asks for is reached, or the reply says why not. */
export const minimaReached: RuleCheck = async (trx, { notice, today }) => {
  const { requirements } = await noticeProgress(trx, { id: notice.id, withRecords: false }, today)
  return requirements
    .filter(({ minimum, gap }) => minimum !== null && gap !== null && gap > 0)
    .map(({ requirementId, title, minimum, unit, done, gap, scope }) => ({
      rule: 'L12',
      subject: requirementId,
      records: [],
      message: `“${title}”${scope === '本单位' || scope === null ? '' : scope}至少${minimum}${unit}，已完成${done}${unit}，还差${gap}${unit}，请补开展或说明原因。`,
    }))
}

/** L13: a report that the notice wants by a day has gone out by then. */
export const sentInTime: RuleCheck = async (trx, { notice, today }) => {
  const isOut = (await listNoticeDocuments(trx, notice.id)).some(
    ({ role, state }) => role === '情况报告' && state === '已定稿',
  )
  if (isOut) return []
  return (await requirementsOf(trx, notice.id)).flatMap(({ id, title, report, state }): Found[] => {
    const due = report?.due
    if (!due || due === '及时' || state === '不适用' || due >= today) return []
    return [
      {
        rule: 'L13',
        subject: id,
        records: [],
        message: `“${title}”要求${due}前报送，现已超过，请尽快报送并说明原因。`,
      },
    ]
  })
}
