/** What a 下发包 holds, as it is written and, because it comes from outside, strictly parsed. */
import { z } from 'zod'
import { noticeSchema, requirementSchema } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { RecognisedDocument } from '../../src-shared/recognition.ts'
import { registerSchemas } from '../../src-shared/registers.ts'
import { stayRuleSchema } from '../../src-shared/stay-rule.ts'
import { canonicalJson, parseCanonicalJson } from '../sync/canonical-json.ts'

export const taskPart = 'tasks/package.json'

/** Registers that an upper level may send: lecturers to be invited and materials to be used, never people of an office. */
export const sentRegisters = ['lectureTeam', 'lecturer', 'material'] as const

const id = z.string().min(1).max(64)
const version = z.number().int().min(1)
const requirement = z.object({ id, version, position: z.number().int().min(0), fields: requirementSchema })
const notice = z.object({
  id,
  version,
  fields: noticeSchema,
  /** Its text part by part; laid out, never run. */
  document: z.custom<RecognisedDocument>((value) => typeof value === 'object' && value !== null).nullable(),
  requirements: z.array(requirement).max(1000),
})
export const mostCodes = 100_000

/** Codes as the forms take them; whether they fit is judged where they come in. */
const code = z.object({
  name: z.string().min(1).max(60),
  code: z.string().max(18),
  statisticsCode: z
    .string()
    .max(20)
    .regex(/^[0-9A-Z-]*$/),
})
const schema = z.object({
  format: z.object({ major: z.literal(1), minor: z.number().int().min(0) }),
  notices: z.array(notice).max(500),
  stayRule: stayRuleSchema.nullable(),
  /** Since minor version 1. */
  codes: z.array(code).max(mostCodes).default([]),
  registers: z.object({
    lectureTeam: z.array(registerSchemas.lectureTeam).max(10_000),
    lecturer: z.array(registerSchemas.lecturer).max(10_000),
    material: z.array(registerSchemas.material).max(10_000),
  }),
})
export type TaskPackage = z.output<typeof schema>
export type TaskCode = z.output<typeof code>
export type TaskNotice = TaskPackage['notices'][number]
export type TaskRequirement = TaskNotice['requirements'][number]

export function writePackage(tasks: TaskPackage): Buffer {
  return Buffer.from(canonicalJson(tasks), 'utf8')
}

/** @throws Problem BUNDLE_INVALID */
export function readPackage(bytes: Uint8Array): TaskPackage {
  const unreadable = '下发包的内容不完整或者由更新的版本制作，没有收下；请升级程序，或请上级重新下发。'
  try {
    return schema.parse(parseCanonicalJson(bytes))
  } catch (cause) {
    throw new Problem('BUNDLE_INVALID', unreadable, { cause })
  }
}
