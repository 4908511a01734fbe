/** Calls of what comes down from the level above (下发包). */
import { z } from 'zod'
import { call, returns } from './calls.ts'
import { form } from './fields.ts'
import type { TaskEffect } from './tasks.ts'

const file = z.file({ error: '应为文件' })

export const taskCalls = {
  /** What taking it would change; nothing is stored. */
  preview: call.input(form({ file })).output(returns<TaskEffect>()),
  take: call.input(form({ file })).output(returns<TaskEffect>()),
}
