/** A document on its pages (公文版面): the same parts and numbers that the DOCX is written from. */
import { useCallback, useMemo, useState } from 'react'
import { annexSetting } from '../../src-shared/annex-setting.ts'
import type { TableSetting } from '../../src-shared/annex-table.ts'
import { type AnnexPart, partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { PagedFlow } from './paged-flow.tsx'
import './paper.css'
import { PaperAnnex } from './paper-annex.tsx'
import { PaperHead } from './paper-head.tsx'
import { PaperImprint } from './paper-imprint.tsx'
import { PaperText } from './paper-text.tsx'
import { paperVariables } from './paper-variables.ts'

type Segment =
  | { readonly kind: 'text' }
  | { readonly kind: 'annex'; readonly annex: AnnexPart; readonly setting: TableSetting }
  | { readonly kind: 'last' }

export function Papers({ content }: { readonly content: OfficialDocument }) {
  const parts = useMemo(() => partsOf(content), [content])
  const segments = useMemo(() => segmentsOf(parts.annexes), [parts])
  const [counts, setCounts] = useState<readonly number[]>([])
  const countOf = useCallback(
    (index: number, pages: number) =>
      setCounts((known) => (known[index] === pages ? known : Object.assign([...known], { [index]: pages }))),
    [],
  )
  const imprint = <PaperImprint imprint={parts.imprint} />
  return (
    <div className="papers" style={paperVariables}>
      {segments.map((segment, index) => (
        <PagesOf
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one document stand in fixed order
          key={index}
          index={index}
          isLandscape={segment.kind === 'annex' && segment.setting.isLandscape}
          firstPage={counts.slice(0, index).reduce((sum, pages) => sum + pages, 1)}
          foot={index === segments.length - 1 ? imprint : null}
          onCount={countOf}
        >
          {segment.kind === 'text' ? (
            <>
              <PaperHead parts={parts} />
              <PaperText parts={parts} />
            </>
          ) : null}
          {segment.kind === 'annex' ? <PaperAnnex annex={segment.annex} setting={segment.setting} /> : null}
        </PagesOf>
      ))}
    </div>
  )
}

type PagesOfProps = Omit<Parameters<typeof PagedFlow>[0], 'onCount'> & {
  readonly index: number
  readonly onCount: (index: number, pages: number) => void
}

function PagesOf({ index, onCount, ...flow }: PagesOfProps) {
  const count = useCallback((pages: number) => onCount(index, pages), [index, onCount])
  return <PagedFlow {...flow} onCount={count} />
}

/** The 版记 ends the last page, which stands upright: after a landscape annex it takes a page of its own. */
function segmentsOf(annexes: readonly AnnexPart[]): readonly Segment[] {
  const drawn = annexes.map((annex): Segment => ({ kind: 'annex', annex, setting: annexSetting(annex) }))
  const last = drawn.at(-1)
  const needsLast = last?.kind === 'annex' && last.setting.isLandscape
  return [{ kind: 'text' }, ...drawn, ...(needsLast ? [{ kind: 'last' } as const] : [])]
}
