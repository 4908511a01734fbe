/** Evidence of a record (佐证材料): photos, sign-in sheets, minutes, as files. */
import { z } from 'zod'
import { form, oneOf, optionalDay, optionalText, requiredText } from './fields.ts'
import type { RecordKind } from './record-kinds.ts'
import type { Stamp } from './stamp.ts'
import { attachmentRoles } from './vocabulary.ts'

/** What the clerk may say of a file that is attached. */
export const attachmentSchema = form({
  role: oneOf(attachmentRoles),
  fileName: requiredText(200),
  /** The day on which a photo was taken, from its EXIF or by hand. */
  takenOn: optionalDay(),
  caption: optionalText(100),
})

/** What the program finds out when a file is attached. */
export type AttachmentFile = {
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly mediaType: string
  readonly bytes: number
  /** Of the original, from which the place of taking was removed. */
  readonly sha256: string
  /** Of the upright, smaller picture that is shown, printed and sent; null for what is no picture. */
  readonly viewSha256: string | null
  /** Of that picture, pixels. */
  readonly width: number | null
  readonly height: number | null
  /** Quarter turns clockwise that the clerk gave the picture beside what the camera noted. */
  readonly turns: number
  /** Order within the record. */
  readonly position: number
}

export type AttachmentFields = ReturnType<typeof attachmentSchema.parse>
export type Attachment = AttachmentFields & AttachmentFile & Stamp
export type AttachmentRole = Attachment['role']

/** Longest side of the picture that is shown, printed and sent, pixels; null keeps every pixel. */
export const evidenceSettingSchema = form({
  longSide: z.union([z.literal(2000), z.literal(1200), z.null()], { error: '应为原图、2000或1200' }).default(2000),
})
export type EvidenceSetting = z.output<typeof evidenceSettingSchema>

/** What came of files that were to be attached. */
export type AddedAttachments = {
  readonly added: readonly Attachment[]
  /** Files that the record holds already, each with the name under which it does. */
  readonly same: readonly { readonly fileName: string; readonly as: string }[]
  readonly problems: readonly { readonly fileName: string; readonly sentence: string }[]
  /** From so many pictures a place of taking was removed. */
  readonly placesRemoved: number
}

/** A record as a proposal or a caption names it; `day` is its last day. */
export type EvidenceRecord = {
  readonly kind: RecordKind
  readonly id: string
  readonly day: string
  readonly title: string
  readonly place: string
}
export type PeriodPhoto = { readonly attachment: Attachment; readonly record: EvidenceRecord }

/** A file of a folder, the day that it bears (EXIF or name), and the records of that day, the likeliest first. */
export type FileMatch = {
  readonly path: string
  readonly day: string | null
  readonly proposals: readonly EvidenceRecord[]
}

/** What an attachment stands on, found wanting. */
export type ContentFault = {
  readonly sha256: string
  readonly sentence: string
  readonly record: EvidenceRecord | null
}
/** 佐证检查 */
export type StoreFindings = {
  /** Files in the content store. */
  readonly files: number
  readonly bytes: number
  readonly attachments: number
  readonly missing: readonly ContentFault[]
  readonly altered: readonly ContentFault[]
  /** Held by nothing, and old enough that nobody is working with them. */
  readonly unreferenced: { readonly files: number; readonly bytes: number }
}
