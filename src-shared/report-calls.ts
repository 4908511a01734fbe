/** Calls of reporting upward (上报): what a bundle would carry, making it, its cover page, what went out before. */
import { z } from 'zod'
import type { BundleCounts, ExportedBundle, Inspection } from './bundles.ts'
import { call, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { form } from './fields.ts'
import { periodSchema } from './period.ts'

export const reportCalls = {
  list: call.output(returns<readonly ExportedBundle[]>()),
  /** Fingerprint of this office's signing key, in groups of four. */
  key: call.output(returns<{ fingerprint: string }>()),
  export: call
    .input(form({ period: periodSchema, jobId }))
    .output(returns<{ delivery: Delivery; counts: BundleCounts; bundleId: string }>()),
  inspect: call.input(form({ file: z.file({ error: '应为文件' }) })).output(returns<Inspection>()),
}
