/** What can be done with a preview (导入、标错): all of it, the good rows, or the table back with its errors marked. */
import { Button, Popconfirm } from 'antd'
import type { ImportSheet } from '../../src-shared/excel-import.ts'
import { importVerdict } from '../../src-shared/import-words.ts'
import type { Import } from './use-import.ts'
import { verdictId } from './verdict-note.tsx'

type ImportActionsProps = { readonly importing: Import; readonly sheets: readonly ImportSheet[] }

export function ImportActions({ importing, sheets }: ImportActionsProps) {
  const { applying, marking, preview } = importing
  const { isWhole, good, wrong } = importVerdict(sheets)
  const isBusy = preview.jobId !== null || applying.isRunning || marking.isRunning
  return (
    <>
      {wrong > 0 ? (
        <Button disabled={isBusy} onClick={() => marking.start(undefined)}>
          下载标出错误的原表
        </Button>
      ) : null}
      {wrong > 0 && good > 0 ? (
        <Popconfirm
          title={`只导入无误的${good}行？`}
          description={`有误的${wrong}行先不导入；改好后再导入同一份表格，已导入的不会重复。`}
          okText={`导入${good}行`}
          cancelText="再看看"
          onConfirm={() => applying.start({ goodOnly: true })}
        >
          <Button disabled={isBusy}>只导入无误的{good}行</Button>
        </Popconfirm>
      ) : null}
      <Button
        type="primary"
        disabled={!isWhole || isBusy}
        loading={applying.isRunning}
        aria-describedby={verdictId}
        onClick={() => applying.start({ goodOnly: false })}
      >
        全部导入
      </Button>
    </>
  )
}
