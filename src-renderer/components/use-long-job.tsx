/** A long job with its progress bar (进度) and 取消. */
import { Button, Flex, Progress } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { useJobEvent } from './jobs-context.tsx'
import { useAction } from './use-action.ts'

type LongJob<Input, Output> = {
  readonly call: (input: Input, jobId: string) => Promise<Output>
  readonly onDone: (output: Output, input: Input) => void
}

/** `progress` stands in the page while the job runs. */
export function useLongJob<Input, Output>({ call, onDone }: LongJob<Input, Output>) {
  const [jobId, setJobId] = useState<string | null>(null)
  const action = useAction({
    call: (input: Input) => {
      const id = crypto.randomUUID()
      setJobId(id)
      return call(input, id)
    },
    onDone,
  })
  return {
    start: action.mutate,
    isRunning: action.isPending,
    progress: action.isPending && jobId ? <JobProgress jobId={jobId} /> : null,
  }
}

/** The bar of a job, with 取消. */
export function JobProgress({ jobId }: { readonly jobId: string }) {
  const { client } = useBackend()
  const event = useJobEvent(jobId)
  const percent = event && event.total > 0 ? Math.round((event.done / event.total) * 100) : 0
  return (
    <Flex align="center" gap={12} className="job-progress" role="status">
      <span>{event?.label ?? '正在准备'}</span>
      <Progress percent={percent} size="small" status="active" aria-label={event?.label ?? '进度'} />
      <Button size="small" onClick={() => void client.jobs.cancel({ jobId })}>
        取消
      </Button>
    </Flex>
  )
}
