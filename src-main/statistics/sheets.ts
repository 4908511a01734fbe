/** The three statistics sheets (统计表) of a period: one model for the screen, the XLSX and the annexes of a report. */
import type { Kysely } from 'kysely'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Office } from '../../src-shared/office.ts'
import type { Period } from '../../src-shared/period.ts'
import { type Sheet, type SheetKind, sheetTitles } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { requireOffice } from '../office.ts'
import { lectureTable } from './lecture-sheet.ts'
import type { SheetTable } from './make-block.ts'
import { periodFingerprint } from './record-set.ts'
import { stayTable } from './stay-sheet.ts'
import { studyTable } from './study-sheet.ts'

/**
 * @param today the day of the report (报出日期), which is also the day of the register that coverage is based on
 * @throws Problem OFFICE_MISSING
 */
export async function makeSheets(db: Kysely<Tables>, period: Period, today: string): Promise<readonly Sheet[]> {
  // All tables of the three sheets must be counted at the same moment.
  if (!db.isTransaction) return await db.transaction().execute((trx) => makeSheets(trx, period, today))
  const office = await requireOffice(db)
  const fingerprint = await periodFingerprint(db, period)
  const frame = (kind: SheetKind, table: SheetTable): Sheet => ({
    kind,
    title: sheetTitles[kind],
    office: office.name,
    period,
    fingerprint,
    ...table,
    signatures: signatures(office, today),
  })
  return [
    frame('study', await studyTable(db, period)),
    frame('lecture', await lectureTable(db, period, today)),
    frame('stay', await stayTable(db, period)),
  ]
}

function signatures(office: Office, today: string): Sheet['signatures'] {
  return [
    { label: '单位负责人', value: office.unitHead },
    { label: '审核人', value: office.reviewer },
    { label: '填表人', value: office.contact },
    { label: '联系电话', value: office.phone },
    { label: '报出日期', value: chineseDate(today) },
  ]
}
