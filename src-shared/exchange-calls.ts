/** Calls of the exchange between two PCs of one office (两台电脑同步) and of its conflicts (冲突). */
import { z } from 'zod'
import { call, id, jobId, returns } from './calls.ts'
import type { Conflict, ExchangeDone, ExchangeState, ExchangeTaken } from './exchange.ts'
import { form } from './fields.ts'

export const exchangeCalls = {
  show: call.output(returns<ExchangeState>()),
  export: call.input(form({ jobId })).output(returns<ExchangeDone>()),
  /** Without `apply` it only tells what would happen. A backup is made before anything is changed. */
  take: call
    .input(
      form({
        files: z
          .array(z.file({ error: '应为文件' }))
          .min(1, '没有选中文件')
          .max(999, '文件过多'),
        apply: z.boolean({ error: '应为是或否' }).default(false),
        jobId,
      }),
    )
    .output(returns<ExchangeTaken>()),
  conflicts: call
    .input(form({ withSettled: z.boolean({ error: '应为是或否' }).default(false) }))
    .output(returns<readonly Conflict[]>()),
  settle: call
    .input(
      form({
        id,
        take: z.enum(['kept', 'other', 'name'], { error: '应为kept、other或name' }),
        /** With `name`: what this row is called, or its number, from now on. */
        name: z.string({ error: '应为文字' }).trim().max(200, '不能超过200个字').optional(),
      }),
    )
    .output(returns<void>()),
}
