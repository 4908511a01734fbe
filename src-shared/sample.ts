/** What is in the ledger of the sample county (示例数据), and what taking it out would leave. */

/** `word` is what such a row is called: 宣讲, 基层工会. */
type SampleCount = { readonly word: string; readonly count: number }

/** A row of the sample that is no longer only the sample's. */
export type KeptSampleRow = {
  readonly word: string
  readonly id: string
  readonly name: string
  /** The clerk has changed it, or something that she keeps names it. */
  readonly reason: '改过' | '被引用'
}

export type SampleState = {
  /** Rows that can go at once, by kind. */
  readonly counts: readonly SampleCount[]
  readonly kept: readonly KeptSampleRow[]
}

export type SampleRemoved = { readonly removed: number; readonly kept: readonly KeptSampleRow[] }
