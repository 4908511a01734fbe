/** Answers of batch entry (批量录入). */
import { addBatch, checkBatch } from '../excel-import/batch.ts'
import { os } from './implementer.ts'

export const batchRoutes = {
  check: os.batch.check.handler(({ context, input }) => checkBatch(context, input)),
  add: os.batch.add.handler(({ context, input }) => addBatch(context, input)),
}
