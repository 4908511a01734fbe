/** 版记: 抄送, 印发机关 and 印发日期 between lines. */
import type { Imprint } from '../../src-shared/document-parts.ts'

export function PaperImprint({ imprint }: { readonly imprint: Imprint }) {
  return (
    <div className="imprint">
      {imprint.recipients === null ? null : <p className="copy-to">主送：{imprint.recipients}</p>}
      {imprint.copyTo === null ? null : <p className="copy-to">抄送：{imprint.copyTo}</p>}
      {imprint.printer === null ? null : (
        <p className="printer">
          <span>{imprint.printer}</span>
          <span>{imprint.printed}</span>
        </p>
      )}
    </div>
  )
}
