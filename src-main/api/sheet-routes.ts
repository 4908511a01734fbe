/** Answers of the statistics sheets (统计表). */
import { makeSheets } from '../statistics/sheets.ts'
import { deliverSheets } from '../statistics/write-sheets.ts'
import { os } from './implementer.ts'

export const sheetRoutes = {
  show: os.sheets.show.handler(({ context, input }) => makeSheets(context.db, input, context.today())),
  write: os.sheets.write.handler(({ context, input }) => deliverSheets(context, input)),
}
