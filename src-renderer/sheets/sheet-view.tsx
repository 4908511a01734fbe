/** A statistics sheet on the screen (统计表): the same model that the XLSX and the annexes are made from. */
import { fingerprintLabel, fingerprintMeaning, type Sheet } from '../../src-shared/statistics.ts'
import { BlockChart } from './block-chart.tsx'
import { SheetTable } from './sheet-table.tsx'
import './sheets.css'

/** A table with more columns needs the whole width; its chart then stands below it. */
const mostBeside = 6

export function SheetView({ sheet, hasCharts }: { readonly sheet: Sheet; readonly hasCharts: boolean }) {
  return (
    <article className="sheet-view" aria-label={sheet.title}>
      {sheet.blocks.map((block) => (
        <div
          key={block.caption}
          className={block.columns.length > mostBeside ? 'sheet-block' : 'sheet-block sheet-block-beside'}
        >
          <SheetTable block={block} title={sheet.title} />
          {hasCharts ? <BlockChart block={block} title={block.caption || sheet.title} /> : null}
        </div>
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
