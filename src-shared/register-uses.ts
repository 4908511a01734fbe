/** What the small registers (名册) say about records: where a name is used, what a merge would do, what to take in. */
import type { RecordKind } from './record-kinds.ts'
import type { RegisterKind } from './register-words.ts'
import type { RegisterEntries, RegisterFields } from './registers.ts'

/** A lecturer's entry names a team, so it is a use like a record. */
export type UsingKind = RecordKind | 'lecturer'

/** `day` is null for a lecturer. */
export type RegisterUse = { readonly id: string; readonly day: string | null; readonly title: string }
/** Newest first. */
export type UsesOfKind = { readonly kind: UsingKind; readonly uses: readonly RegisterUse[] }
/** 在用处: each record counts once, however often it names the entry. */
export type RegisterUses = { readonly name: string; readonly total: number; readonly kinds: readonly UsesOfKind[] }

/** What a merge would do: `records` name the dropped entry; `filled` are fields that the kept one takes from it. */
export type MergePreview<Kind extends RegisterKind = RegisterKind> = {
  readonly keep: RegisterEntries[Kind]
  readonly drop: RegisterEntries[Kind]
  readonly records: number
  readonly kinds: readonly { readonly kind: UsingKind; readonly count: number }[]
  readonly filled: readonly (keyof RegisterFields[Kind] & string)[]
}
export type Merged = { readonly id: string; readonly records: number }

/** A name that occurs in records and in no register, with what the newest of them says besides. */
export type Proposal<Kind extends RegisterKind = RegisterKind> = {
  readonly name: string
  /** Places in records that hold the name. */
  readonly times: number
  readonly lastOn: string
  readonly fields: RegisterFields[Kind]
}

/** An entry offered while a name is typed; `fills` are fields of the record that choosing it fills in. */
export type Suggestion = {
  readonly name: string
  readonly detail: string
  readonly fills: Readonly<Record<string, string | boolean>>
}
