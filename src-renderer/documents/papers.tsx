/** A document on its pages (公文版面): the same parts and numbers that the DOCX is written from. */
import { memo, useMemo } from 'react'
import { partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import './paper.css'
import './paper-parts.css'
import { PaperItemView } from './paper-item-view.tsx'
import { flowOf } from './paper-sections.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { paperVariables } from './paper-variables.ts'
import { usePaperPages } from './use-paper-pages.ts'

type PapersProps = { readonly content: OfficialDocument; readonly layout: Layout }

export const Papers = memo(function Papers({ content, layout }: PapersProps) {
  const parts = useMemo(() => partsOf(content, layout), [content, layout])
  const flow = useMemo(() => flowOf(parts, layout), [parts, layout])
  const variables = useMemo(() => paperVariables(layout), [layout])
  const { pages, unmeasured, measureRef } = usePaperPages(flow)
  return (
    <div className="papers" style={variables}>
      {pages.map((page) => (
        <PaperSheet key={page.number} page={page} parts={parts} layout={layout} />
      ))}
      <div className="measuring paper-flow" aria-hidden="true" ref={measureRef}>
        {unmeasured.map((item) => (
          <div key={item.key} className={item.key.startsWith('turned') ? 'turned' : ''}>
            <PaperItemView item={item} part={null} layout={layout} />
          </div>
        ))}
      </div>
    </div>
  )
})
