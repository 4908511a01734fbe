/** Long jobs (耗时任务): progress goes to every listening window, a cancel reaches the job at its next step. */
import { EventEmitter, on } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JobEvent } from '../src-shared/jobs.ts'
import { Problem } from '../src-shared/problems.ts'

export type Job = {
  /**
   * Says how far the job is and lets other calls have their turn.
   * @throws Problem CANCELLED when somebody cancelled it
   */
  readonly step: (done: number, total: number) => Promise<void>
}

export type Jobs = {
  /** Runs `work` as a job; without an id it runs unseen (the command line). */
  readonly run: <Result>(
    jobId: string | undefined,
    label: string,
    work: (job: Job) => Promise<Result>,
  ) => Promise<Result>
  readonly cancel: (jobId: string) => void
  /** Events from now on; throws the signal's AbortError when the window goes away. */
  readonly events: (signal: AbortSignal | undefined) => AsyncGenerator<JobEvent, void>
}

/** Milliseconds between two events of one running job: at most ten a second. */
const interval = 100

/** Cancelled ids that are remembered, also of jobs that have not begun. */
const mostCancelled = 1000

export function createJobs(): Jobs {
  const cancelled = new Set<string>()
  const told = new EventEmitter().setMaxListeners(0)
  const tell = (event: JobEvent) => told.emit('job', event)
  return {
    async run(jobId, label, work) {
      if (jobId === undefined) return await work({ step: async () => undefined })
      const event = { jobId, label, done: 0, total: 0 }
      let last = { ...event, state: 'running' as const }
      let toldAt = 0
      tell(last)
      try {
        const result = await work({
          async step(done, total) {
            if (cancelled.has(jobId)) throw new Problem('CANCELLED', `已取消“${label}”，没有留下未完成的内容。`)
            last = { ...event, done, total, state: 'running' }
            if (performance.now() - toldAt >= interval) {
              toldAt = performance.now()
              tell(last)
            }
            await nextTurn()
          },
        })
        tell({ ...last, done: last.total, state: 'done' })
        return result
      } catch (error) {
        const isCancelled = error instanceof Problem && error.code === 'CANCELLED'
        tell({ ...last, state: isCancelled ? 'cancelled' : 'failed' })
        throw error
      } finally {
        cancelled.delete(jobId)
      }
    },
    cancel: (jobId) => {
      cancelled.add(jobId)
      // One that had ended already is never asked for.
      const [oldest] = cancelled
      if (cancelled.size > mostCancelled && oldest !== undefined) cancelled.delete(oldest)
    },
    async *events(signal) {
      for await (const [event] of on(told, 'job', signal ? { signal } : {})) yield event as JobEvent
    },
  }
}
