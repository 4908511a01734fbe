/** Whether a preview can be taken in (能否导入), in one sentence above it. */
import { Alert } from 'antd'
import type { ImportSheet } from '../../src-shared/excel-import.ts'
import { importVerdict } from '../../src-shared/import-words.ts'

/** The sentence says why 全部导入 is out of reach. */
export const verdictId = 'import-verdict'

export function VerdictNote({ sheets }: { readonly sheets: readonly ImportSheet[] }) {
  const { isWhole, good, wrong, sentence } = importVerdict(sheets)
  const isNothing = good === 0 && wrong === 0
  return (
    <Alert
      id={verdictId}
      role="status"
      className="form-note"
      type={isWhole ? 'success' : isNothing ? 'info' : 'warning'}
      showIcon
      title={sentence}
    />
  )
}
