/** Calls of the small registers (名册): the same verbs for each, and what concerns records that name their entries. */
import { z } from 'zod'
import { byId, call, id, type Page, returns, version } from './calls.ts'
import { form } from './fields.ts'
import { filteredQuery } from './list-calls.ts'
import { periodSchema } from './period.ts'
import type { Merged, MergePreview, Proposal, RegisterUses, Suggestion } from './register-uses.ts'
import { type RegisterKind, registerKinds } from './register-words.ts'
import { type RegisterEntries, registerSchemas } from './registers.ts'
import type { DutyState } from './study-duties.ts'

/** The six registers, as the contract names them. */
export const registerCalls = {
  cadres: callsOf('cadre'),
  lecturers: callsOf('lecturer'),
  lectureTeams: callsOf('lectureTeam'),
  studyGroups: callsOf('studyGroup'),
  venues: callsOf('venue'),
  materials: callsOf('material'),
}

const kind = z.enum(registerKinds, { error: '不在可选范围内' })
const entry = form({ kind, id })

export const registerUseCalls = {
  /** 在用处: the records that name an entry. */
  uses: call.input(entry).output(returns<RegisterUses>()),
  previewMerge: call.input(form({ kind, keepId: id, dropId: id })).output(returns<MergePreview>()),
  /** Records take the kept name, its empty fields are filled, the other entry is removed. */
  merge: call.input(form({ kind, keep: form({ id, version }), drop: form({ id, version }) })).output(returns<Merged>()),
  /** 从记录中收集: names of records that are in no register. */
  collect: call.input(form({ kind })).output(returns<readonly Proposal[]>()),
  /** For what is being typed, in characters or by its sound: those named last come first. */
  suggest: call
    .input(
      form({
        kinds: z.array(kind, { error: '应为一个或多个名册' }).min(1, '应为一个或多个名册'),
        text: z.string({ error: '应为文字' }).trim().max(200, '不能超过200个字').default(''),
        limit: z.number().int().min(1).max(100).default(12),
      }),
    )
    .output(returns<readonly Suggestion[]>()),
  /** 学习任务完成情况 of a period. */
  duties: call.input(periodSchema).output(returns<readonly DutyState[]>()),
}

function callsOf<Kind extends RegisterKind>(kind: Kind) {
  const fields = registerSchemas[kind]
  return {
    list: call.input(filteredQuery(kind)).output(returns<Page<RegisterEntries[Kind]>>()),
    get: call.input(byId).output(returns<RegisterEntries[Kind]>()),
    /** One or many; all are stored or none. */
    add: call.input(z.array(fields).min(1, '没有可添加的内容')).output(returns<{ ids: string[] }>()),
    update: call
      .input(
        form({
          id,
          version,
          fields,
          /** Whether records that hold the old name get the new one. */
          renamesRecords: z.boolean({ error: '应为是或否' }).default(true),
        }),
      )
      .output(returns<RegisterEntries[Kind]>()),
    remove: call.input(byId).output(returns<void>()),
    restore: call.input(byId).output(returns<void>()),
  }
}
