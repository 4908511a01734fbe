/** Calls of the register of grassroots unions (单位名册). */
import { z } from 'zod'
import { byId, call, id, type Page, returns, version } from './calls.ts'
import { day, form, optionalCount, optionalDay, optionalText, requiredText } from './fields.ts'
import { filteredQuery } from './list-calls.ts'
import {
  type ActDone,
  type DuplicateUnions,
  type UnionEvent,
  type UnionNode,
  type UnionUse,
  unionTreeOrders,
} from './union-lives.ts'
import { type GrassrootsUnion, unionSchema } from './unions.ts'

const unionQuery = form({
  ...filteredQuery('grassrootsUnion').shape,
  /** 截至日: the register as it stood then; absent for as it is. */
  on: optionalDay(),
  standing: z.enum(['在册', '已终止'], { error: '应为在册或已终止' }).optional(),
})

const statisticsCode = optionalText(20).refine((code) => /^[0-9A-Z-]*$/.test(code), '应为数字、大写字母或“-”')

const part = form({
  /** A union of the register; else a new one is founded under the name. */
  unionId: id.nullable().default(null),
  name: optionalText(60),
  members: optionalCount(),
  staff: optionalCount(),
}).refine(({ unionId, name }) => unionId !== null || name !== '', { path: ['name'], error: '必填' })

export const unionCalls = {
  list: call.input(unionQuery).output(returns<Page<GrassrootsUnion>>()),
  get: call.input(byId).output(returns<GrassrootsUnion>()),
  add: call.input(z.array(unionSchema).min(1, '没有可添加的单位')).output(returns<{ ids: string[] }>()),
  update: call.input(form({ id, version, fields: unionSchema })).output(returns<GrassrootsUnion>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),

  rename: call.input(form({ id, name: requiredText(60), on: day() })).output(returns<ActDone>()),
  retire: call.input(form({ id, on: day() })).output(returns<ActDone>()),
  merge: call
    .input(
      form({
        into: id,
        ids: z
          .array(id)
          .min(1, '至少选一个并入的单位')
          .refine((ids) => new Set(ids).size === ids.length, '有重复的单位'),
        on: day(),
      }),
    )
    .output(returns<ActDone>()),
  split: call
    .input(
      form({
        id,
        on: day(),
        keepsOriginal: z.boolean({ error: '应为是或否' }).default(false),
        parts: z.array(part).min(1, '至少填一个分设出来的单位'),
      }),
    )
    .output(returns<ActDone>()),
  mergeDuplicates: call.input(form({ keep: id, drop: id })).output(returns<ActDone>()),
  correctCode: call.input(form({ id, statisticsCode, reason: requiredText(200) })).output(returns<ActDone>()),
  /** Takes back one of these acts. */
  undoAct: call.input(byId).output(returns<{ readonly sentence: string }>()),

  history: call.input(byId).output(returns<readonly UnionEvent[]>()),
  uses: call.input(byId).output(returns<readonly UnionUse[]>()),
  duplicates: call.output(returns<readonly DuplicateUnions[]>()),
  /** `on`: as the register stood then; absent for today. */
  tree: call
    .input(form({ by: z.enum(unionTreeOrders, { error: '不在可选范围内' }).default('township'), on: optionalDay() }))
    .output(returns<readonly UnionNode[]>()),
}
