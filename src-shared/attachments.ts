/** Evidence of a record (佐证材料): photos, sign-in sheets, minutes, as files. */
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
  /** Order within the record. */
  readonly position: number
}

export type AttachmentFields = ReturnType<typeof attachmentSchema.parse>
export type Attachment = AttachmentFields & AttachmentFile & Stamp
