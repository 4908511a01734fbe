/** A query that failed (读取失败): its sentence and a way to try again, in place of what should stand there. */
import { Alert, Button } from 'antd'
import { problemOf } from '../problem-of.ts'

export function ProblemNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      title={problemOf(error).sentence}
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        ) : undefined
      }
    />
  )
}
