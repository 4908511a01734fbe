/** What is asked of the offices (上报要求): a notice, a period or both, and the last day of it. */
import type { DeskQuestion } from '../../src-shared/desk.ts'
import type { AskedDesk } from '../../src-shared/desk-calls.ts'
import type { Period } from '../../src-shared/period.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import { lastReportDay } from '../../src-shared/report-days.ts'
import { touches } from '../../src-shared/report-state.ts'
import type { CoreContext } from '../core-context.ts'
import { firstDayOf } from '../notices/criteria.ts'
import { getNoticeDetail } from '../notices/notices.ts'
import type { ReportBundle } from './received-bundles.ts'

export type Resolved = {
  readonly noticeId: string | null
  /** Days that must be reported; null when only the notice is asked. */
  readonly period: Period | null
  readonly due: string | null
  readonly shown: DeskQuestion
  readonly isAnsweredBy: (report: Pick<ReportBundle, 'period' | 'noticeId' | 'noticeNumber'>) => boolean
}

/** @throws Problem NOT_FOUND */
export async function resolveQuestion(context: CoreContext, asked: AskedDesk): Promise<Resolved> {
  const today = context.today()
  const { noticeId } = asked
  if (noticeId === null) {
    const period = asked.period ?? quarterOf(today)
    const { due } = asked
    return {
      noticeId,
      period,
      due,
      shown: { noticeId, period, due },
      isAnsweredBy: (report) => touches(report.period, period),
    }
  }
  const notice = await getNoticeDetail(context.db, noticeId)
  const due = asked.due ?? lastReportDay(notice.requirements)
  const { period } = asked
  // Only for the eye, where the reports have days of their own.
  const from = firstDayOf(notice) ?? today
  const to = [due ?? today, today].toSorted()[0] ?? today
  return {
    noticeId,
    period,
    due,
    shown: { noticeId, period: period ?? { from: from < to ? from : to, to }, due },
    isAnsweredBy: (report) => {
      const isOfNotice = report.noticeId === noticeId || (notice.number !== '' && report.noticeNumber === notice.number)
      return isOfNotice && (period === null || touches(report.period, period))
    },
  }
}
