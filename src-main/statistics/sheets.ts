/** The statistics sheets (统计表) of a period: one model for the screen, the XLSX and the annexes of a document. */
import type { Kysely } from 'kysely'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Office } from '../../src-shared/office.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import {
  type AnySheetKind,
  annexKinds,
  type RecordsBehind,
  type Sheet,
  sheetKinds,
  sheetTitles,
} from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { requireOffice } from '../office.ts'
import { activitySheet } from './activity-sheet.ts'
import { coverageSheet } from './coverage-sheet.ts'
import { lectureDetailSheet, lectureSheet } from './lecture-sheet.ts'
import { officeSheet } from './office-sheet.ts'
import { deedSheet, problemSheet } from './problem-sheet.ts'
import { periodFingerprint } from './record-set.ts'
import type { CellPlace, SheetMaker, SheetScope } from './sheet-maker.ts'
import { stayDetailSheet } from './stay-detail-sheet.ts'
import { staySheet } from './stay-sheet.ts'
import { studyMonthsSheet, studySheet } from './study-sheet.ts'
import { summarySheet } from './summary-sheet.ts'

const makers: Readonly<Record<AnySheetKind, SheetMaker>> = {
  offices: officeSheet,
  summary: summarySheet,
  study: studySheet,
  studyMonths: studyMonthsSheet,
  lecture: lectureSheet,
  lectureDetail: lectureDetailSheet,
  coverage: coverageSheet,
  stay: staySheet,
  stayDetail: stayDetailSheet,
  problems: problemSheet,
  deeds: deedSheet,
  activity: activitySheet,
}

const inOrder: readonly AnySheetKind[] = ['offices', ...sheetKinds]

/**
 * In the order of the kinds, all of one moment.
 * @param scope.today the day of the report (报出日期), which is also the day of the register that coverage is based on
 * @throws Problem OFFICE_MISSING
 */
export async function showSheets(
  db: Kysely<Tables>,
  kinds: readonly AnySheetKind[],
  scope: SheetScope,
): Promise<readonly Sheet[]> {
  if (!db.isTransaction) return await db.transaction().execute((trx) => showSheets(trx, kinds, scope))
  const frame = await frameOf(db, scope)
  const sheets: Sheet[] = []
  for (const kind of inOrder.filter((known) => kinds.includes(known))) {
    const { blocks, notes } = makers[kind]
    const drawn = []
    for (const block of blocks) drawn.push(await block.draw(db, scope))
    sheets.push({ kind, title: sheetTitles[kind], ...frame, blocks: drawn, notes: await notes(db, scope) })
  }
  return sheets
}

/** The sheets as annexes of a document, which has no use for the keys of rows. @throws Problem OFFICE_MISSING */
export async function makeSheets(
  db: Kysely<Tables>,
  period: Period,
  today: string,
  kinds: readonly AnySheetKind[] = annexKinds,
): Promise<readonly Sheet[]> {
  return (await showSheets(db, kinds, { period, today })).map(asAnnex)
}

export function asAnnex(sheet: Sheet): Sheet {
  return { ...sheet, blocks: sheet.blocks.map(({ rowKeys: _, ...block }) => block) }
}

/** What is the same on every sheet of a period. @throws Problem OFFICE_MISSING */
export async function frameOf(
  db: Kysely<Tables>,
  { period, today }: SheetScope,
): Promise<Pick<Sheet, 'office' | 'period' | 'fingerprint' | 'signatures'>> {
  const office = await requireOffice(db)
  return {
    office: office.name,
    period,
    fingerprint: await periodFingerprint(db, period),
    signatures: signatures(office, today),
  }
}

/** The records behind one cell. @throws Problem INVALID_INPUT for a cell that is no number */
export async function recordsOfCell(
  db: Kysely<Tables>,
  { kind, block, ...place }: CellPlace & { readonly kind: AnySheetKind; readonly block: number },
  scope: SheetScope,
): Promise<RecordsBehind> {
  const found = await makers[kind].blocks[block]?.behind(db, scope, place)
  if (found === undefined)
    throw new Problem('INVALID_INPUT', '表中没有这一格，或者这一格不是从记录统计出来的，请核对。')
  return found
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
