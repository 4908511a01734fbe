/** A sheet of which nothing is read (不读入的表): why, and its first rows, by which the clerk sees what it is. */
import type { ImportSheet } from '../../src-shared/excel-import.ts'
import { Clipped } from '../components/clipped.tsx'

/** Rows that tell one table from another. */
const shown = 8

export function UnreadSheet({ sheet }: { readonly sheet: ImportSheet }) {
  const isUnknown = sheet.remarks.some(({ code }) => code === 'SHEET_UNKNOWN')
  return (
    <>
      <p className="imports-unread">
        {isUnknown
          ? '没有认出这张表，不读入。是台账或名册的，请在上面选出它是哪一种，再核对表头所在的行和列对应。'
          : `${sheet.remarks[0]?.message ?? ''}。`}
      </p>
      <ol className="imports-head">
        {sheet.head.slice(0, shown).map(({ row, text }) => (
          <li key={row}>
            <span className="figure">第{row}行</span>
            <Clipped>{text}</Clipped>
          </li>
        ))}
      </ol>
    </>
  )
}
