/** A statistics sheet on the screen (统计表): the same model that the XLSX and the annexes are made from. */
import { Fragment } from 'react'
import { cellText } from '../../src-shared/cell-text.ts'
import { titleWords } from '../../src-shared/header-lines.ts'
import {
  fingerprintLabel,
  fingerprintMeaning,
  noRecords,
  type Sheet,
  type SheetBlock,
  type SheetCell,
  type SheetColumn,
} from '../../src-shared/statistics.ts'

/** Names and dates up to this length, in characters, stay on one line. */
const shortText = 10

export function SheetView({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article className="sheet-view" aria-label={sheet.title}>
      {sheet.blocks.map((block) => (
        <SheetTable key={block.caption} block={block} />
      ))}
      {sheet.notes.length > 0 ? (
        <aside className="sheet-notes">
          <h2>说明</h2>
          <ol>
            {sheet.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </aside>
      ) : null}
      {sheet.fingerprint === undefined ? null : (
        <p className="sheet-fingerprint">
          {fingerprintLabel}：<span className="figure">{sheet.fingerprint}</span>
          <small>{fingerprintMeaning}</small>
        </p>
      )}
    </article>
  )
}

export function SheetTable({ block }: { readonly block: SheetBlock }) {
  const { caption, columns, rows, total } = block
  return (
    <table className="sheet-table">
      {caption ? <caption>{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={column.kind === 'text' ? '' : 'number'}>
              <ColumnTitle title={column.title} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet have no id and never move
          <SheetRow key={index} columns={columns} cells={row} />
        ))}
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="nothing">
              {noRecords}
            </td>
          </tr>
        ) : null}
      </tbody>
      {total ? (
        <tfoot>
          <SheetRow columns={columns} cells={total} />
        </tfoot>
      ) : null}
    </table>
  )
}

/** Breaks between words only: 线下/场次, not 线下场/次. */
function ColumnTitle({ title }: { readonly title: string }) {
  return titleWords(title).map((word, index) => (
    <Fragment key={word}>
      {index > 0 ? <wbr /> : null}
      {word}
    </Fragment>
  ))
}

function SheetRow({ columns, cells }: { columns: readonly SheetColumn[]; cells: readonly SheetCell[] }) {
  return (
    <tr>
      {columns.map((column, index) => {
        const text = cellText(cells[index], column.kind)
        const isShort = text.length <= shortText
        const className = column.kind === 'text' ? (isShort ? 'short' : '') : 'number figure'
        return (
          <td key={column.title} className={className}>
            {text}
          </td>
        )
      })}
    </tr>
  )
}
