/** 主体: title, 主送机关, text, 附件说明, 署名 and 成文日期. */
import type { CSSProperties } from 'react'
import type { AnnexNote, DocumentParts, Signature } from '../../src-shared/document-parts.ts'

/** So many 字 of the grid. */
const zi = (count: number) => `calc(${count} * var(--zi))`

export function PaperText({ parts }: { readonly parts: DocumentParts }) {
  return (
    <>
      <h1 className="paper-title main-title">
        {parts.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h1>
      <p className="recipients">{parts.recipients}</p>
      {parts.body.map(({ style, runs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a printed document stand in fixed order
        <p key={index} className={style}>
          {runs.map((run) => run.text).join('')}
        </p>
      ))}
      {parts.annexNotes.map((note, index) => (
        <p key={note.name} className={index === 0 ? 'annex-note first' : 'annex-note'} style={indentOf(note)}>
          {note.lead}
          {note.name}
        </p>
      ))}
      <SignatureLines signature={parts.signature} />
    </>
  )
}

function SignatureLines({ signature }: { readonly signature: Signature }) {
  const { issuer, date, issuerRight, dateRight, linesAbove } = signature
  return (
    <div className="signature" style={{ paddingTop: `calc(${linesAbove} * var(--pitch))` }}>
      <p style={{ paddingRight: zi(issuerRight) }}>{issuer}</p>
      <p style={{ paddingRight: zi(dateRight) }}>{date}</p>
    </div>
  )
}

function indentOf({ leadAt, nameAt }: AnnexNote): CSSProperties {
  return { paddingLeft: zi(nameAt), textIndent: zi(leadAt - nameAt) }
}
