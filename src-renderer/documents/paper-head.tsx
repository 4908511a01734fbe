/** 版头: the red mark, 发文字号 with 签发人, the red line. */
import type { DocumentParts } from '../../src-shared/document-parts.ts'

export function PaperHead({ parts }: { readonly parts: DocumentParts }) {
  const { mark, number, signerLines } = parts
  return (
    <header>
      <div className="mark" style={{ fontSize: `${mark.size}pt` }}>
        {mark.lines.map((line, index) => (
          <div key={line} style={mark.scale < 100 ? { transform: `scaleX(${mark.scale / 100})` } : {}}>
            {line}
            {index === mark.lines.length - 1 ? mark.suffix : null}
          </div>
        ))}
      </div>
      <div className="number-line" style={signerLines.length === 0 ? { justifyContent: 'center' } : {}}>
        <span className="document-number">{number}</span>
        {signerLines.length === 0 ? null : (
          <>
            <span>签发人：</span>
            <span className="signers">
              {signerLines.map((names) => (
                <span key={names.join()}>{names.join('\u3000')}</span>
              ))}
            </span>
          </>
        )}
      </div>
    </header>
  )
}
