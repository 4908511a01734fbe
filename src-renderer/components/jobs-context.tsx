/** Progress of long jobs (耗时任务): one stream for the whole window, which also tells whether the core is there. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { JobEvent } from '../../src-shared/jobs.ts'
import { useBackend } from '../api.ts'

type Jobs = { readonly events: ReadonlyMap<string, JobEvent>; readonly isConnected: boolean }

const JobsContext = createContext<Jobs>({ events: new Map(), isConnected: true })

const reconnectAfter = 1_500

export function JobsProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useBackend()
  const queryClient = useQueryClient()
  const [events, setEvents] = useState<ReadonlyMap<string, JobEvent>>(new Map())
  const [isConnected, setConnected] = useState(true)

  useEffect(() => {
    const abort = new AbortController()
    const follow = async (isFirst: boolean): Promise<void> => {
      try {
        const stream = await client.jobs.events(undefined, { signal: abort.signal })
        setConnected(true)
        if (!isFirst) void queryClient.invalidateQueries()
        for await (const event of stream) setEvents((known) => new Map(known).set(event.jobId, event))
      } catch (error) {
        if (!abort.signal.aborted) console.warn('the stream of jobs broke off', error)
      }
      if (abort.signal.aborted) return
      setConnected(false)
      setTimeout(() => void follow(false), reconnectAfter)
    }
    void follow(true)
    return () => abort.abort()
  }, [client, queryClient])

  return <JobsContext value={{ events, isConnected }}>{children}</JobsContext>
}

export function useIsConnected(): boolean {
  return use(JobsContext).isConnected
}

export function useJobEvent(jobId: string | null): JobEvent | null {
  const { events } = use(JobsContext)
  return jobId === null ? null : (events.get(jobId) ?? null)
}
