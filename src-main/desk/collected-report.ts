/** The upper level's own report (汇总报告): drafted by the report engine from the records of all offices and its own. */

import { chineseDate, periodWords } from '../../src-shared/chinese.ts'
import type { OfficialDocument, SheetAnnex } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import type { CoreContext } from '../core-context.ts'
import { addDocument } from '../documents/documents.ts'
import { drawReport, reportFrame } from '../documents/draft-report.ts'
import { text } from '../documents/report-words.ts'
import { requireOffice } from '../office.ts'
import { asAnnex, showSheets } from '../statistics/sheets.ts'
import { countsWords, inState, namesOf } from './desk-words.ts'
import { deskStatus } from './office-status.ts'

/**
 * It remembers whose records it counts, so that drawing it again, tracing a number and finalising go over the same.
 * @throws Problem OFFICE_MISSING
 */
export async function draftCollected(context: CoreContext, period: Period): Promise<{ documentId: string }> {
  const today = context.today()
  const { offices } = await deskStatus(context, { noticeId: null, period, due: null })
  const missing = inState(offices, '未报')
  const counted = `汇总范围为本单位和${offices.length}个下级单位。截至${chineseDate(today)}，${countsWords(offices)}${missing.length > 0 ? `（${namesOf(missing)}）` : ''}。`
  const documentId = await context.onRecordsOf('received', (records) =>
    context.db.transaction().execute(async (trx) => {
      const office = await requireOffice(trx)
      const drawn = await drawReport(records ?? trx, { issuer: office.name, period, today })
      const [offered] = await showSheets(records ?? trx, ['offices'], { period, today })
      if (offered === undefined) throw new Error('the sheet of offices was asked for and not drawn')
      const [opening, ...rest] = drawn.blocks
      const annexes: SheetAnnex[] = [{ title: offered.title, sheet: asAnnex(offered) }, ...drawn.annexes]
      const content: OfficialDocument = {
        ...(await reportFrame(trx, office, today)),
        scope: 'received',
        title: `${office.name}关于${periodWords(period)}学习宣讲蹲点工作汇总情况的报告`,
        blocks: [...(opening ? [opening] : []), text(counted), ...rest],
        annexes,
      }
      return await addDocument(trx, context, { period, content })
    }),
  )
  return { documentId }
}
