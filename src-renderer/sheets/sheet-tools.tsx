/** What can be done with a sheet (操作): chart, print, XLSX, annex; the same for every tab. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Sheet } from '../../src-shared/statistics.ts'
import { useAddress } from '../components/use-address.ts'
import { AnnexDialog } from './annex-dialog.tsx'

type SheetToolsProps = {
  readonly sheet: Sheet
  readonly onWrite: () => void
  readonly isWriting: boolean
  readonly children?: ReactNode
}

export function SheetTools({ sheet, onWrite, isWriting, children }: SheetToolsProps) {
  const { words, change } = useAddress()
  const [isAdding, setAdding] = useState(false)
  const hasChart = words.has('chart')
  return (
    <div className="sheet-tools sheet-screen">
      <Checkbox checked={hasChart} onChange={() => change({ chart: hasChart ? null : 1 }, { replace: true })}>
        表旁附图
      </Checkbox>
      {children}
      <div className="sheet-tools-end">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
        <Button onClick={() => setAdding(true)}>作为附表加入公文</Button>
        <Button icon={<DownloadOutlined />} disabled={isWriting} onClick={onWrite}>
          导出本表
        </Button>
      </div>
      {isAdding ? (
        <AnnexDialog
          title={sheet.title}
          sheet={sheet.cross ? { cross: sheet.cross } : { kind: sheet.kind as Exclude<Sheet['kind'], 'cross'> }}
          period={sheet.period}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  )
}
