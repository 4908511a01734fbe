/** Calls of the statistics sheets (统计表). */
import { z } from 'zod'
import { call, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { form } from './fields.ts'
import { periodSchema } from './period.ts'
import { type Sheet, sheetKinds } from './statistics.ts'

export const sheetCalls = {
  show: call.input(periodSchema).output(returns<readonly Sheet[]>()),
  write: call
    .input(form({ kind: z.enum([...sheetKinds, 'all'], { error: '不在可选范围内' }), period: periodSchema, jobId }))
    .output(returns<Delivery>()),
}
