/** Calls of batch entry (批量录入). */
import { z } from 'zod'
import { type AddedBatch, type BatchCheck, batchColumns, batchKinds } from './batch.ts'
import { call, jobId, returns } from './calls.ts'
import { form } from './fields.ts'

const cell = z.string({ error: '应为文字' }).max(2000, '不能超过2000个字')

/** Rows of text in the order of `batchColumns`; a row without text is skipped. */
const batchSchema = form({
  kind: z.enum(batchKinds, { error: '不在可选范围内' }),
  rows: z.array(z.array(cell)).max(2000, '一次最多录入2000行，请分几次'),
}).refine(({ kind, rows }) => rows.every((row) => row.length <= batchColumns[kind].length), {
  path: ['rows'],
  error: '有的行列数过多，请核对',
})

export const batchCalls = {
  /** What adding would do; nothing is stored. */
  check: call.input(batchSchema).output(returns<BatchCheck>()),
  /** All rows or none. */
  add: call.input(form({ batch: batchSchema, jobId })).output(returns<AddedBatch>()),
}
