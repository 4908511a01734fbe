/** A table on the page (表格): widths and lines of every cell as in the DOCX, its head above the rows of every page. */
import type { AnnexTable } from '../../src-shared/annex-table.ts'
import type { LayoutTraits } from '../../src-shared/layouts.ts'
import type { ItemPart } from './paper-pages.ts'
import { PaperWords } from './paper-words.tsx'

const twipsPerPoint = 20

type LaidTableProps = {
  readonly table: AnnexTable
  readonly isSmall: boolean
  /** The rows to show; null for all. */
  readonly part: ItemPart | null
  readonly traits: LayoutTraits
}

export function LaidTable({ table: { widths, head, rows }, isSmall, part, traits }: LaidTableProps) {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const shown = part ? rows.slice(part.from, part.to) : rows
  return (
    <table className={isSmall ? 'laid-table small' : 'laid-table'} style={{ width: `${total / twipsPerPoint}pt` }}>
      <colgroup>
        {widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed table stand in fixed order
          <col key={index} style={{ width: `${width / twipsPerPoint}pt` }} />
        ))}
      </colgroup>
      {head.length === 0 ? null : (
        <thead>
          <tr>
            {head.map((lines, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <th key={index} scope="col">
                {lines.join('\n')}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {shown.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table stand in fixed order
          <tr key={row}>
            {cells.map(({ lines, isLeft }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} className={isLeft ? 'left' : ''}>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <PaperWords key={index} text={index === 0 ? line : `\n${line}`} traits={traits} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
