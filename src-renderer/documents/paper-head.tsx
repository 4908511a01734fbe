/** 版头: the red mark, 发文字号 with 签发人, the red line. */
import type { DocumentParts } from '../../src-shared/document-parts.ts'

export function PaperHead({ parts }: { readonly parts: DocumentParts }) {
  const { mark, number, signerLines } = parts
  return (
    <header>
      <div className="mark" style={{ fontSize: `${mark.size}pt` }}>
        {mark.lines.map((line) => (
          <div key={line} style={mark.scale < 100 ? { transform: `scaleX(${mark.scale / 100})` } : {}}>
            {line}
          </div>
        ))}
      </div>
      <div className="number-line">
        <span className="document-number">{number}</span>
        <span>签发人：</span>
        <span className="signers">
          {signerLines.map((names) => (
            <span key={names.join()}>{names.join('\u3000')}</span>
          ))}
        </span>
      </div>
    </header>
  )
}
