/** Formatting, checking and mending files from elsewhere (排版、检查、订正): what is asked and what comes back. */
import { z } from 'zod'
import type { CheckResult } from './conformance.ts'
import type { Delivery } from './delivery.ts'
import { type DocumentKind, documentKinds, type OfficialDocument } from './documents.ts'
import { form } from './fields.ts'
import { layoutNames } from './layouts.ts'
import type { PartName, Recognition } from './recognition.ts'

const file = z.file({ error: '应为文件' })

/** A file or a pasted text, one of the two. */
export const formatSchema = form({
  file: file.optional(),
  text: z.string({ error: '应为文字' }).max(500_000, '不能超过50万字').optional(),
  /** Instead of what the title says. */
  kind: z.enum(documentKinds, { error: `文种应为${documentKinds.join('、')}之一` }).optional(),
  hasSeal: z.boolean({ error: '应为是或否' }).optional(),
  /** Instead of the office's own profile; what else the office has set stays. */
  layout: z.enum(layoutNames, { error: `版式应为${layoutNames.join('、')}之一` }).optional(),
  /** Parts by the model's names that replace what was read. */
  meta: z.unknown().optional(),
})
export type FormatInput = z.output<typeof formatSchema>

/** A file, or a stored document as it would be written. */
export const checkSchema = form({ file: file.optional(), id: z.string({ error: '应为编号' }).max(64).optional() })
export type CheckInput = z.output<typeof checkSchema>

export const mendSchema = form({ file })
export type MendInput = z.output<typeof mendSchema>

/** A part of the source that does not stand in the document as it stood there. */
export type Unheld = { readonly part: PartName | 'unplaced'; readonly words: string; readonly why: string }
export type Proposal = { readonly document: OfficialDocument; readonly unheld: readonly Unheld[] }

export type Recognised = Recognition & { readonly proposal: Proposal }
/** `kind` is null when the source does not say and nobody did. */
export type Formatted = Omit<Recognition, 'document'> & {
  readonly kind: DocumentKind | null
  readonly unheld: readonly Unheld[]
  readonly delivery: Delivery
}
/** `mended` are rows that failed before and pass now; `left` is what still fails. */
export type MendedFile = {
  readonly mended: readonly number[]
  readonly left: readonly CheckResult[]
  readonly delivery: Delivery
}
