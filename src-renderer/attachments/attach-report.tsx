/** What came of attaching (添加结果): said once, each file that was not taken by its name and reason. */
import { Alert, Button } from 'antd'
import type { Attaching, AttachOutcome } from './use-attaching.tsx'

type AttachReportProps = {
  readonly outcome: AttachOutcome
  readonly onClose: () => void
  readonly onRetry: (left: readonly Attaching[]) => void
}

export function AttachReport({ outcome, onClose, onRetry }: AttachReportProps) {
  const { added, same, problems, placesRemoved, left, stopped } = outcome
  const waiting = left.reduce((sum, { files }) => sum + files.length, 0)
  const lines = [
    ...(stopped === null ? [] : [stopped]),
    ...problems.map(({ fileName, sentence }) => `“${fileName}”${sentence}`),
    ...same.map(({ fileName, as }) => `“${fileName}”与已有的“${as}”相同，没有重复添加。`),
  ]
  const isFine = problems.length === 0 && waiting === 0
  return (
    <Alert
      className="evidence-report"
      type={isFine ? 'success' : 'warning'}
      showIcon
      closable={{ onClose }}
      title={
        `已添加${added}份` +
        `${problems.length > 0 ? `，${problems.length}个文件不能添加` : ''}${waiting > 0 ? `，${waiting}个没有添加` : ''}` +
        `${placesRemoved > 0 ? `；${placesRemoved}张照片去掉了拍摄地点` : ''}。`
      }
      description={
        lines.length === 0 ? undefined : (
          <ul className="plain-list">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
      action={
        waiting > 0 ? (
          <Button size="small" onClick={() => onRetry(left)}>
            继续添加
          </Button>
        ) : undefined
      }
    />
  )
}
