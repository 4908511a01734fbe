/** What is planned for a notice (安排): who speaks where and when. What was held is a record of its own. */
import { z } from 'zod'
import { form, oneOf, optionalText, requiredText } from './fields.ts'
import { arrangementKinds } from './notice-words.ts'
import type { Stamp } from './stamp.ts'
import { speakerKinds } from './vocabulary.ts'

export const arrangementSchema = form({
  kind: oneOf(arrangementKinds).default('宣讲'),
  /** As it is printed: 12月上旬, 2026年12月3日 … */
  time: optionalText(60),
  place: optionalText(120),
  speakerKind: z.union([oneOf(speakerKinds), z.literal('')], { error: '不在可选范围内' }).default(''),
  speaker: optionalText(60),
  topic: requiredText(200),
  audience: optionalText(60),
  note: optionalText(200),
})

/** All arrangements of a notice at once, in their order: rows with an id stay themselves, missing ones are removed. */
export const arrangementsSchema = form({
  noticeId: requiredText(64),
  rows: z
    .array(arrangementSchema.extend({ id: requiredText(64).optional() }), { error: '应为一行或多行' })
    .max(500, '不能超过500行'),
})

export type ArrangementInput = z.input<typeof arrangementSchema>
export type ArrangementFields = z.output<typeof arrangementSchema>
export type Arrangement = Stamp & ArrangementFields & { readonly noticeId: string; readonly position: number }
