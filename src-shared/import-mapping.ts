/** Which column of a clerk's sheet is which field (列对应): found by rule, remembered, or said by her. Plain data. */
import type { ImportColumn, ImportKind } from './excel-import.ts'

/** What the clerk says about one sheet; whatever she leaves open is found by rule. */
export type SheetMapping = {
  readonly sheet: string
  /** null: the sheet is not taken in. */
  readonly kind: ImportKind | null
  /** Row of the header, the lower one of two. */
  readonly header?: number | undefined
  /** `field` null: the column is not used. */
  readonly columns: readonly { readonly column: string; readonly field: string | null }[]
  /**
   * As a preview told it: the mapping then holds for a sheet laid out like this only, wherever its header stands and
   * whatever it is called by now. So a mended file keeps what was said about the first.
   */
  readonly layout?: string | undefined
}

/** 规则认出, 上次的对应, 这次指定 */
export type MappingSource = 'rule' | 'remembered' | 'given'

/** A mapping that the program uses by itself for sheets of this layout (记住的列对应). */
export type RememberedMapping = {
  readonly layout: string
  /** null: such sheets are left out. */
  readonly kind: ImportKind | null
  /** Where it was seen last: 台账.xlsx, 2026年宣讲. */
  readonly source: string
  readonly columns: readonly ImportColumn[]
  readonly updatedAt: string
}

/** A field that a column may be read into, as the template calls it. */
export type ImportField = {
  readonly field: string
  readonly label: string
  readonly isRequired: boolean
  readonly note: string
}
export type ImportFields = readonly {
  readonly kind: ImportKind
  readonly name: string
  readonly fields: readonly ImportField[]
}[]
