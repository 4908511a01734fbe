/** Calls of the register of grassroots unions (单位名册). */
import { z } from 'zod'
import { byId, call, id, type Page, returns, version } from './calls.ts'
import { form } from './fields.ts'
import { filteredQuery } from './list-calls.ts'
import { type GrassrootsUnion, unionSchema } from './unions.ts'

export const unionCalls = {
  list: call.input(filteredQuery('grassrootsUnion')).output(returns<Page<GrassrootsUnion>>()),
  get: call.input(byId).output(returns<GrassrootsUnion>()),
  add: call.input(z.array(unionSchema).min(1, '没有可添加的单位')).output(returns<{ ids: string[] }>()),
  update: call.input(form({ id, version, fields: unionSchema })).output(returns<GrassrootsUnion>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),
}
