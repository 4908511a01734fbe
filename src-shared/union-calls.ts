/** Calls of the register of grassroots unions (单位名册). */
import { z } from 'zod'
import { byId, call, id, listQuery, type Page, returns, version } from './calls.ts'
import { form } from './fields.ts'
import { type GrassrootsUnion, unionSchema } from './unions.ts'

/** Of one 乡镇; without it of all. */
const unionQuery = form({ ...listQuery.shape, township: z.string({ error: '应为文字' }).max(30).optional() })

export const unionCalls = {
  list: call.input(unionQuery).output(returns<Page<GrassrootsUnion>>()),
  get: call.input(byId).output(returns<GrassrootsUnion>()),
  add: call.input(z.array(unionSchema).min(1, '没有可添加的单位')).output(returns<{ ids: string[] }>()),
  update: call.input(form({ id, version, fields: unionSchema })).output(returns<GrassrootsUnion>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),
}
