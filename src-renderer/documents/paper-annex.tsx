/** 附件: its label, its title and a statistics sheet as tables, laid out as in the DOCX. */
import { annexTable, type TableSetting } from '../../src-shared/annex-table.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import type { AnnexPart } from '../../src-shared/document-parts.ts'
import { noRecords, type SheetBlock } from '../../src-shared/statistics.ts'

const twipsPerPoint = 20

type PaperAnnexProps = { readonly annex: AnnexPart; readonly setting: TableSetting }

export function PaperAnnex({ annex, setting }: PaperAnnexProps) {
  const { sheet } = annex
  return (
    <div className={setting.isSmall ? 'annex small' : 'annex'}>
      <p className="annex-label">{annex.label}</p>
      <h2 className="paper-title">
        {annex.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
      <p className="table-frame">
        <span>填报单位：{sheet.office}</span>
        <span>统计期：{periodWords(sheet.period)}</span>
      </p>
      {sheet.blocks.map((block) => (
        <AnnexBlock key={block.caption} block={block} setting={setting} />
      ))}
      {sheet.notes.length === 1 ? <p className="table-note">说明：{sheet.notes[0]}</p> : null}
      {sheet.notes.length > 1 ? <p className="table-note">说明：</p> : null}
      {sheet.notes.length > 1
        ? sheet.notes.map((note, index) => (
            <p key={note} className="table-note">
              {index + 1}.{note}
            </p>
          ))
        : null}
    </div>
  )
}

function AnnexBlock({ block, setting }: { readonly block: SheetBlock; readonly setting: TableSetting }) {
  const caption = block.caption === '' ? null : <p className="table-caption">{block.caption}</p>
  if (block.rows.length === 0)
    return (
      <>
        {caption}
        <p className="table-note">{noRecords}</p>
      </>
    )
  const { widths, head, rows } = annexTable(block, setting)
  return (
    <>
      {caption}
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
    </>
  )
}
