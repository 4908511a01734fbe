/** One page (页面): its part of the flow, 版记 and page number. It is drawn again only when it shows something else. */
import { memo } from 'react'
import type { Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { PageNumber } from './page-number.tsx'
import { PaperImprint } from './paper-imprint.tsx'
import { PaperItemView } from './paper-item-view.tsx'
import { LetterFrame } from './paper-letter.tsx'
import type { PaperPage } from './paper-pages.ts'

type PaperSheetProps = { readonly page: PaperPage; readonly parts: DocumentParts; readonly layout: Layout }

export const PaperSheet = memo(function PaperSheet({ page, parts, layout }: PaperSheetProps) {
  const isMirrored = layout.traits.isDuplex && page.number % 2 === 0
  const turned = page.isLandscape ? ' turned' : ''
  return (
    <div className={`sheet${turned}`}>
      <section className={`paper${turned}${isMirrored ? ' mirrored' : ''}`} aria-label={`第${page.number}页`}>
        {page.hasLetterFrame ? <LetterFrame mark={parts.mark} layout={layout} /> : null}
        <div className="type-area paper-flow">
          {page.slices.map(({ item, part }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what stands on a page stands in fixed order
            <PaperItemView key={index} item={item} part={part} layout={layout} />
          ))}
          {page.imprintPage === null ? null : (
            <PaperImprint imprint={parts.imprint} page={page.imprintPage} format={parts.format} layout={layout} />
          )}
        </div>
        {page.isNumbered ? (
          <PageNumber number={page.number} isCentred={layout.traits.pageNumber === 'centred'} />
        ) : null}
      </section>
    </div>
  )
}, isDrawnAlready)

function isDrawnAlready(before: PaperSheetProps, now: PaperSheetProps): boolean {
  return (
    before.page.signature === now.page.signature &&
    before.layout === now.layout &&
    (now.page.imprintPage === null || before.parts.imprint === now.parts.imprint || isSame(before.parts, now.parts)) &&
    (!now.page.hasLetterFrame || before.parts.mark === now.parts.mark || isSame(before.parts, now.parts))
  )
}

/** What a page shows of the parts besides its slices. */
function isSame(before: DocumentParts, now: DocumentParts): boolean {
  return JSON.stringify([before.imprint, before.mark]) === JSON.stringify([now.imprint, now.mark])
}
