/** 主体: title, 主送机关, text, 附件说明, 署名 and 成文日期. */
import type { CSSProperties } from 'react'
import type { AnnexNote, BodyPart, DocumentParts } from '../../src-shared/document-parts.ts'
import type { SignatureRow } from '../../src-shared/signature-part.ts'
import { BodyTable } from './paper-table.tsx'

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
      {parts.recipients === '' ? null : <p className="recipients">{parts.recipients}</p>}
      <BodyText body={parts.body} />
      {parts.attendance.map(({ label, names }) => (
        <p key={label} className="text">
          {label}：{names}
        </p>
      ))}
      {parts.annexNotes.map((note, index) => (
        <p key={note.name} className={index === 0 ? 'annex-note first' : 'annex-note'} style={indentOf(note)}>
          {note.lead}
          {note.name}
        </p>
      ))}
      <SignatureLines rows={parts.signature} />
      {parts.note === '' ? null : <p className="text">{parts.note}</p>}
    </>
  )
}

export function BodyText({ body }: { readonly body: readonly BodyPart[] }) {
  return body.map(({ style, runs, table }, index) =>
    table ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a printed document stand in fixed order
      <BodyTable key={index} table={table} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <p key={index} className={style}>
        {runs.map((run) => run.text).join('')}
      </p>
    ),
  )
}

function SignatureLines({ rows }: { readonly rows: readonly SignatureRow[] }) {
  return (
    <div className="signature">
      {rows.map(({ text, right, pieces, linesAbove }) => (
        <p key={text} style={{ paddingRight: zi(right), marginTop: `calc(${linesAbove} * var(--pitch))` }}>
          {pieces.length === 0 ? text : pieces.map((piece) => piece.text).join('\u3000')}
        </p>
      ))}
    </div>
  )
}

function indentOf({ leadAt, nameAt }: AnnexNote): CSSProperties {
  return { paddingLeft: zi(nameAt), textIndent: zi(leadAt - nameAt) }
}
