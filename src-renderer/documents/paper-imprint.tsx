/** 版记: 主送 that moved here, 抄送, 印数, 印发机关 and 印发日期 between lines; a letter has no lines (10.1). */

import type { Imprint } from '../../src-shared/document-parts.ts'
import type { DocumentFormat } from '../../src-shared/documents.ts'
import { isTight } from '../../src-shared/imprint-place.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { PaperWords } from './paper-words.tsx'

type PaperImprintProps = { readonly imprint: Imprint; readonly format: DocumentFormat; readonly layout: Layout }

export function PaperImprint({ imprint, format, layout: { traits } }: PaperImprintProps) {
  const { recipients, copyTo, printer, printed, copies } = imprint
  const look = `imprint${format === '信函' ? '' : ' ruled'}${isTight(imprint) ? ' tight' : ''}`
  const sent = [recipients === null ? [] : [`主送：${recipients}`], copyTo === null ? [] : [`抄送：${copyTo}`]].flat()
  return (
    <footer className={look}>
      {sent.length === 0 ? null : (
        // No line stands between the two (7.4.2).
        <div>
          {sent.map((text) => (
            <p key={text} className="line copy-to">
              <PaperWords text={text} traits={traits} />
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
