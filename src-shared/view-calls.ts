/** Calls of saved views (常用查询). */
import { z } from 'zod'
import { byId, call, id, returns, version } from './calls.ts'
import { form, requiredText } from './fields.ts'
import type { SavedView } from './saved-views.ts'

const page = requiredText(60).regex(/^[a-z][a-zA-Z/-]*$/, '应为页面地址，如studies')
const viewShape = {
  name: requiredText(30),
  query: z.string({ error: '应为文字' }).max(1000, '筛选条件过长，请减少条件'),
  isDefault: z.boolean({ error: '应为是或否' }).default(false),
}

const viewSchema = form({ page, ...viewShape })
export type ViewFields = z.output<typeof viewSchema>

export const viewCalls = {
  /** Of one page; without it of all. */
  list: call.input(form({ page: page.optional() })).output(returns<readonly SavedView[]>()),
  add: call.input(viewSchema).output(returns<SavedView>()),
  update: call.input(form({ id, version, fields: form(viewShape) })).output(returns<SavedView>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),
}
