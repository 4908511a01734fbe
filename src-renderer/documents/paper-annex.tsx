/** 附件: its label, its title and a statistics sheet as tables, laid out as in the DOCX. */
import { annexTable, type TableSetting } from '../../src-shared/annex-table.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import type { AnnexPart } from '../../src-shared/document-parts.ts'
import { noRecords, type Sheet, type SheetBlock } from '../../src-shared/statistics.ts'
import { LaidTable } from './paper-table.tsx'
import { BodyText } from './paper-text.tsx'

type PaperAnnexProps = { readonly annex: AnnexPart; readonly setting: TableSetting }

export function PaperAnnex({ annex, setting }: PaperAnnexProps) {
  const { sheet, text } = annex
  return (
    <div className={setting.isSmall ? 'annex small' : 'annex'}>
      <p className="annex-label">{annex.label}</p>
      <h2 className="paper-title">
        {annex.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
      {sheet ? <SheetText sheet={sheet} setting={setting} /> : null}
      {text ? <BodyText body={text.body} /> : null}
    </div>
  )
}

function SheetText({ sheet, setting }: { readonly sheet: Sheet; readonly setting: TableSetting }) {
  return (
    <>
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
    </>
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
  return (
    <>
      {caption}
      <LaidTable table={annexTable(block, setting)} />
    </>
  )
}
