/** A text on the page (文字), its digits in the font that the office has for them. */
import type { LayoutTraits } from '../../src-shared/layouts.ts'
import { type PaperRun, plainRuns } from './paper-runs.ts'

export function PaperWords({ text, traits }: { readonly text: string; readonly traits: LayoutTraits }) {
  return traits.digits ? <Runs runs={plainRuns(text, traits)} /> : text
}

export function Runs({ runs }: { readonly runs: readonly PaperRun[] }) {
  return runs.map(({ text, classes }, index) =>
    classes === '' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of a printed line stand in fixed order
      <span key={index} className={classes}>
        {text}
      </span>
    ),
  )
}
