/** A question that may take long (久等的查询): asked like any other; a bar with 取消 stands above what is awaited. */
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useBackend } from '../api.ts'
import { JobProgress } from './use-long-job.tsx'

type LongQuery<Output> = {
  readonly queryKey: QueryKey
  readonly ask: (jobId: string) => Promise<Output>
  readonly enabled?: boolean
}

/** Milliseconds before the bar is shown: what comes sooner would only flicker. */
const patience = 800

/** What was answered before stays until the new answer is here (`isPlaceholderData`). */
export function useLongQuery<Output>({ queryKey, ask, enabled = true }: LongQuery<Output>) {
  const { client } = useBackend()
  const [jobId, setJobId] = useState<string | null>(null)
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const id = crypto.randomUUID()
      setJobId(id)
      // Something else is asked meanwhile: nobody waits for this answer any more.
      signal.addEventListener('abort', () => void client.jobs.cancel({ jobId: id }))
      return await ask(id)
    },
    enabled,
    placeholderData: keepPreviousData,
  })
  const isLong = useIsLong(query.isFetching)
  return { ...query, progress: isLong && jobId ? <JobProgress jobId={jobId} /> : null }
}

function useIsLong(isRunning: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isRunning) return
    const timer = setTimeout(() => setLong(true), patience)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isRunning])
  return isRunning && isLong
}
