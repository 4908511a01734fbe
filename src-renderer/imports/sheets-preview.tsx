/** The sheets of a workbook as they would be taken in (预览), one at a time. */
import { Tabs } from 'antd'
import { useState } from 'react'
import type { ImportSheet } from '../../src-shared/excel-import.ts'
import { formatCount } from '../components/figure.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import type { Import } from './use-import.ts'
import { VerdictNote } from './verdict-note.tsx'

type SheetsPreviewProps = { readonly importing: Import; readonly sheets: readonly ImportSheet[] }

export function SheetsPreview({ importing, sheets }: SheetsPreviewProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = sheets.find(({ name }) => name === chosen) ?? firstToLookAt(sheets)
  if (!shown) return null
  return (
    <div className={importing.preview.isStale ? 'imports-stale' : ''} aria-busy={importing.preview.isStale}>
      <VerdictNote sheets={sheets} />
      {sheets.length > 1 ? (
        <Tabs
          size="small"
          type="card"
          className="imports-sheets"
          activeKey={shown.name}
          onChange={setChosen}
          items={sheets.map((sheet) => ({ key: sheet.name, label: labelOf(sheet) }))}
        />
      ) : null}
      <SheetPreview
        key={shown.name}
        sheet={shown}
        say={(mapping) => {
          // What she works at stays before her, whatever becomes of it.
          setChosen(shown.name)
          importing.say(shown, mapping)
        }}
        again={importing.preview.again}
      />
    </div>
  )
}

/** The first with something wrong, else the first that is read. */
function firstToLookAt(sheets: readonly ImportSheet[]): ImportSheet | undefined {
  return sheets.find(({ wrong }) => wrong > 0) ?? sheets.find(({ kind }) => kind !== null) ?? sheets[0]
}

function labelOf({ name, kind, rows, wrong }: ImportSheet): string {
  if (kind === null) return `${name}（不读入）`
  return wrong > 0 ? `${name}（有误${formatCount(wrong)}）` : `${name}（${formatCount(rows)}行）`
}
