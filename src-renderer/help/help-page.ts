/** What a help page (帮助页) is made of: short parts in the words of the office. Plain data. */
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'

export type HelpPart = {
  readonly heading: string
  readonly text?: readonly string[]
  /** In this order, one after the other. */
  readonly steps?: readonly string[]
  readonly terms?: readonly (readonly [term: string, meaning: string])[]
  /** 口径 of these figures, in the words with which they are counted everywhere. */
  readonly figures?: readonly PeriodFigureKey[]
  readonly hasShortcuts?: true
  readonly links?: readonly { readonly to: string; readonly label: string }[]
}

export type HelpPage = {
  readonly id: string
  readonly title: string
  /** Addresses whose ? leads here, with everything below them. */
  readonly pages: readonly string[]
  readonly parts: readonly HelpPart[]
}
