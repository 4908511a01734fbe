/** Calls of what comes down from the level above (下发包). */
import { z } from 'zod'
import { call, id, returns } from './calls.ts'
import { form } from './fields.ts'
import type { TaskEffect } from './tasks.ts'

const taking = form({
  file: z.file({ error: '应为文件' }),
  /** Notices of the package and the ones of ours that they are, where number and id do not tell. */
  matches: z.record(id, id, { error: '应为通知编号的对应' }).default({}),
})
export type Matches = z.output<typeof taking>['matches']

export const taskCalls = {
  /** What taking it would change; nothing is stored. */
  preview: call.input(taking).output(returns<TaskEffect>()),
  take: call.input(taking).output(returns<TaskEffect>()),
}
