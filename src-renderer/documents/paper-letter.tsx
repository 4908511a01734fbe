/** What stands around the text on page 1 of a letter (信函格式, 10.1): the mark, and a double red line above and below. */
import type { Layout } from '../../src-shared/layouts.ts'
import { firstRuleTop, secondRuleTop } from '../../src-shared/letter-places.ts'
import type { MarkPart } from '../../src-shared/mark-part.ts'
import { MarkLines } from './paper-mark.tsx'

export function LetterFrame({ mark, layout }: { readonly mark: MarkPart; readonly layout: Layout }) {
  return (
    <>
      <div className="letter-mark" style={{ top: points(layout.letter.markLine.value) }}>
        <MarkLines mark={mark} layout={layout} />
      </div>
      {layout.traits.isPreprinted ? null : (
        <>
          <div className="letter-rule thick-first" style={{ top: points(firstRuleTop(mark, layout)) }} />
          <div className="letter-rule thin-first" style={{ top: points(secondRuleTop(layout)) }} />
        </>
      )}
    </>
  )
}

function points(twips: number): string {
  return `${twips / 20}pt`
}
