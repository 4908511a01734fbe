/** A table on the page (表格): widths and lines of every cell as in the DOCX. */
import { type AnnexTable, blockOfTable, laidTable, tableSettingOf } from '../../src-shared/annex-table.ts'
import type { TableBlock } from '../../src-shared/documents.ts'

const twipsPerPoint = 20

/** A table of the text; it stands upright. */
export function BodyTable({ table }: { readonly table: TableBlock }) {
  const block = blockOfTable(table)
  const setting = { ...tableSettingOf([block]), isLandscape: false }
  return (
    <div className={setting.isSmall ? 'annex small' : 'annex'}>
      {block.caption === '' ? null : <p className="table-caption">{block.caption}</p>}
      <LaidTable table={laidTable(block, setting)} />
    </div>
  )
}

export function LaidTable({ table: { widths, head, rows } }: { readonly table: AnnexTable }) {
  return (
    <table>
      <colgroup>
        {widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed table stand in fixed order
          <col key={index} style={{ width: `${width / twipsPerPoint}pt` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((lines) => (
            <th key={lines.join('')} scope="col">
              {lines.join('\n')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table stand in fixed order
          <tr key={row}>
            {cells.map(({ lines, isLeft }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} className={isLeft ? 'left' : ''}>
                {lines.join('\n')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
