/** A statistics sheet on the screen (统计表): the same model that the XLSX and the annexes are made from. */
import type { ReactNode } from 'react'
import { periodWords } from '../../src-shared/chinese.ts'
import { fingerprintLabel, fingerprintMeaning, type Sheet, type SheetBlock } from '../../src-shared/statistics.ts'
import type { OpenFigure } from './sheet-row.tsx'
import { SheetTable } from './sheet-table.tsx'

type SheetViewProps = {
  readonly sheet: Sheet
  /** For the figures of one block. */
  readonly openerOf: (block: number) => OpenFigure
  readonly isShaded?: boolean
  /** Stands beside its table. */
  readonly chartOf: (block: SheetBlock, index: number) => ReactNode
}

/** A table with more columns needs the whole width; its chart then stands below it. */
const mostBeside = 6
/** More columns than these do not fit on an upright page. */
const mostUpright = 9

export function SheetView({ sheet, openerOf, isShaded, chartOf }: SheetViewProps) {
  const { title, office, period, blocks, notes, fingerprint, signatures } = sheet
  const isTurned = blocks.some(({ columns }) => columns.length > mostUpright)
  return (
    <article className={isTurned ? 'sheet-view sheet-turned' : 'sheet-view'} aria-label={title}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <p>
          填报单位：{office}　统计期：{periodWords(period)}
        </p>
      </header>
      {blocks.map((block, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a sheet never move
          key={index}
          className={block.columns.length > mostBeside ? 'sheet-block' : 'sheet-block sheet-block-beside'}
        >
          <SheetTable block={block} title={title} openerOf={openerOf(index)} isShaded={isShaded ?? false} />
          {chartOf(block, index)}
        </div>
      ))}
      {notes.length > 0 ? (
        <aside className="sheet-notes" aria-label={`${title}的说明`}>
          <h3>说明</h3>
          <ol>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </aside>
      ) : null}
      {fingerprint === undefined ? null : (
        <p className="sheet-fingerprint">
          {fingerprintLabel}：<span className="figure">{fingerprint}</span>
          <small>{fingerprintMeaning}</small>
        </p>
      )}
      <p className="sheet-signatures">
        {signatures.map(({ label, value }) => (
          <span key={label}>
            {label}：{value}
          </span>
        ))}
      </p>
    </article>
  )
}
