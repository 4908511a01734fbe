/** Blank forms of a session (空白签到表、会议记录): printed before it, filled in by hand, scanned back as evidence. */
import { z } from 'zod'
import { form } from './fields.ts'

const sessionKinds = ['study', 'lecture'] as const
const sessionForms = ['sign-in', 'minutes'] as const

export const sessionFormSchema = form({
  recordKind: z.enum(sessionKinds, { error: '只有学习和宣讲有签到表和会议记录' }),
  recordId: z.string({ error: '应为编号' }).min(1, '必填').max(64, '编号过长'),
  form: z.enum(sessionForms, { error: '应为签到表或会议记录' }),
})
export type SessionKind = (typeof sessionKinds)[number]
export type SessionFormInput = z.output<typeof sessionFormSchema>
