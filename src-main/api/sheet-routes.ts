/** Answers of the statistics sheets (统计表) and cross-tables (交叉表). */
import { annexKinds, sheetKinds, sheetTitles } from '../../src-shared/statistics.ts'
import { addSheetAnnex } from '../documents/sheet-annex.ts'
import { nameRecords } from '../replies/named-records.ts'
import { showCross } from '../statistics/cross-sheet.ts'
import { crossRecords, makeCrossTable } from '../statistics/cross-table.ts'
import { recordsOfCell, showSheets } from '../statistics/sheets.ts'
import { deliverCrossTable, deliverSheets } from '../statistics/write-sheets.ts'
import { os } from './implementer.ts'

export const sheetRoutes = {
  list: os.sheets.list.handler(() =>
    sheetKinds.map((kind) => ({ kind, title: sheetTitles[kind], isAnnex: annexKinds.some((annex) => annex === kind) })),
  ),
  show: os.sheets.show.handler(({ context, input: { kinds, scope, ...period } }) =>
    context.onRecordsOf(scope, (db = context.db) => showSheets(db, kinds, { period, today: context.today() })),
  ),
  records: os.sheets.records.handler(({ context, input: { period, scope, ...cell } }) =>
    context.onRecordsOf(scope, (db = context.db) => recordsOfCell(db, cell, { period, today: context.today() })),
  ),
  nameRecords: os.sheets.nameRecords.handler(({ context, input: { kind, ids, scope } }) =>
    context.onRecordsOf(scope, (db = context.db) =>
      nameRecords(
        db,
        ids.map((id) => ({ kind, id })),
      ),
    ),
  ),
  cross: os.sheets.cross.handler(({ context, input }) =>
    context.onRecordsOf(input.scope, (db = context.db) => makeCrossTable(db, input)),
  ),
  showCross: os.sheets.showCross.handler(({ context, input }) =>
    context.onRecordsOf(input.scope, (db = context.db) => showCross(db, input, context.today())),
  ),
  crossRecords: os.sheets.crossRecords.handler(({ context, input: { query, ...place } }) =>
    context.onRecordsOf(query.scope, (db = context.db) => crossRecords(db, query, place)),
  ),
  write: os.sheets.write.handler(({ context, input }) => deliverSheets(context, input)),
  writeCross: os.sheets.writeCross.handler(({ context, input }) => deliverCrossTable(context, input)),
  annex: os.sheets.annex.handler(({ context, input }) => addSheetAnnex(context, input)),
}
