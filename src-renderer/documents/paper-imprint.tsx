/** 版记: 主送 that moved here, 抄送, 印数, 印发机关 and 印发日期 between lines; a letter has no lines (10.1). */

import type { DocumentFormat } from '../../src-shared/documents.ts'
import { imprintPages, isTight } from '../../src-shared/imprint-place.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { Imprint } from '../../src-shared/part-types.ts'
import { PaperWords } from './paper-words.tsx'

type PaperImprintProps = {
  readonly imprint: Imprint
  /** From 0; a list of addressees may be longer than a page. */
  readonly page: number
  readonly format: DocumentFormat
  readonly layout: Layout
}

export function PaperImprint({ imprint, page, format, layout: { traits } }: PaperImprintProps) {
  const pages = imprintPages(imprint)
  const shown = pages[page]
  if (!shown) return null
  const { sent, printer, printed, copies } = shown
  const open = `${page > 0 ? ' from-before' : ''}${page < pages.length - 1 ? ' to-next' : ''}`
  const look = `imprint${format === '信函' ? '' : ' ruled'}${isTight(imprint) ? ' tight' : ''}${open}`
  return (
    <footer className={look}>
      {sent.length === 0 ? null : (
        // No line stands between the two (7.4.2).
        <div>
          {sent.map((text) => (
            <p key={text} className={`line copy-to${text.startsWith('\t') ? ' continued' : ''}`}>
              <PaperWords text={text.trimStart()} traits={traits} />
            </p>
          ))}
        </div>
      )}
      {copies === null ? null : (
        <p className="line printer">
          <span />
          <span>
            <PaperWords text={copies} traits={traits} />
          </span>
        </p>
      )}
      {printer === null ? null : (
        <p className="line printer">
          <span>{printer}</span>
          <span>
            <PaperWords text={printed} traits={traits} />
          </span>
        </p>
      )}
    </footer>
  )
}
