/** The parts (要素) of a document as writer, preview and page estimate take them: types only. */
import type { DocumentFormat, PictureBlock, Run, TableBlock } from './documents.ts'
import type { MarkPart } from './mark-part.ts'
import type { SignatureFit } from './signature-fit.ts'
import type { SignatureRow } from './signature-part.ts'
import type { Sheet } from './statistics.ts'

/** With `level` the font of that heading, for a heading that text follows on its line. */
export type PartRun = Run & { readonly level?: 1 | 2 | 3 | 4 }
export type BodyPart = {
  readonly style: 'level1' | 'level2' | 'level3' | 'level4' | 'text' | 'table' | 'picture'
  readonly runs: readonly PartRun[]
  /** Of a paragraph parted at the end of page 1: full lines alone, and what goes on without an indent. */
  readonly half?: 'first' | 'rest'
  readonly table?: TableBlock
  readonly picture?: PictureBlock
  /** To the right of the picture, in one row. */
  readonly beside?: PictureBlock
}
/** One line of 附件说明: `lead` stands `leadAt` 字 from the margin, the name and its further lines at `nameAt`. */
export type AnnexNote = {
  readonly lead: string
  readonly leadAt: number
  readonly name: string
  readonly nameAt: number
}
/** An annex has a sheet, or a text of its own. */
export type AnnexPart = {
  /** Empty for a text that is sent on without 附件 above it. */
  readonly label: string
  readonly titleLines: readonly string[]
  readonly sheet?: Sheet
  readonly text?: { readonly body: readonly BodyPart[]; readonly isLandscape: boolean }
}
export type Imprint = {
  /** 主送 that found no room on page 1, ended by 。 */
  readonly recipients: string | null
  readonly copyTo: string | null
  /** null in a letter, which has no 印发 line. */
  readonly printer: string | null
  readonly printed: string
  /** 印数 */
  readonly copies: string | null
}

export type DocumentParts = {
  readonly format: DocumentFormat
  /** 份号, 密级和保密期限, 紧急程度, from the top. */
  readonly classification: readonly { readonly text: string; readonly isSerial: boolean }[]
  readonly mark: MarkPart
  readonly number: string
  /** 签发人, the names of each line; two-character names have a space inside. */
  readonly signerLines: readonly (readonly string[])[]
  /** The line of 纪要 above the red line: who and when. */
  readonly minutesLine: { readonly issuer: string; readonly date: string } | null
  readonly titleLines: readonly string[]
  /** A title that would take more than three lines is set smaller. */
  readonly hasSmallTitle: boolean
  /** With ： at the end; empty if there are none or they stand in the 版记. */
  readonly recipients: string
  readonly body: readonly BodyPart[]
  /** Lines a little closer or wider before the signature (7.3.5.5); null for none. */
  readonly fit: SignatureFit | null
  readonly attendance: readonly { readonly label: string; readonly names: string }[]
  readonly annexNotes: readonly AnnexNote[]
  readonly signature: readonly SignatureRow[]
  /** 附注 in its brackets; empty for none. */
  readonly note: string
  readonly annexes: readonly AnnexPart[]
  readonly imprint: Imprint
}
