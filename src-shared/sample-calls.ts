/** Calls of the sample county (示例数据). */
import { z } from 'zod'
import { call, jobId, returns } from './calls.ts'
import { form } from './fields.ts'
import type { Period } from './period.ts'
import type { SampleRemoved, SampleState } from './sample.ts'

export const sampleCalls = {
  /** A made-up county: 60 unions and a quarter of records, the same every time. Refused when records exist. */
  load: call.input(form({ jobId })).output(
    returns<{
      unions: number
      studies: number
      lectures: number
      stays: number
      activities: number
      period: Period
    }>(),
  ),
  /** Null when nothing of the sample is in the ledger. */
  show: call.output(returns<SampleState | null>()),
  /** Takes it out; what the clerk changed or uses stays and is hers from then on, unless it is to go too. */
  remove: call
    .input(form({ withKept: z.boolean({ error: '应为是或否' }).default(false) }))
    .output(returns<SampleRemoved>()),
}
