/** A made-up notice and what must come out of it: facts, each with words that must lie within the quotation. */
import type { RequirementKind } from '../../../../src-shared/notices.ts'

/** `words` must lie within the quotation; of the other fields those that are named are compared. */
export type Expected = {
  readonly kind: RequirementKind | readonly RequirementKind[]
  readonly words: string | readonly string[]
  readonly code?: string
  /** count, unit, scope */
  readonly minimum?: readonly [number, string, string]
  /** from, to */
  readonly window?: readonly [string | null, string | null]
  readonly to?: readonly string[]
  readonly slots?: readonly string[]
  readonly due?: string
  readonly produces?: readonly string[]
  readonly actors?: readonly string[]
  readonly forms?: readonly string[]
  readonly venues?: readonly string[]
  readonly audiences?: readonly string[]
}

export type ExpectedNotice = {
  readonly name: string
  /** The day from which its windows are reckoned. */
  readonly date: string
  readonly text: string
  readonly expected: readonly Expected[]
}
