/** Long jobs (耗时任务): one stream per window tells how far they are; any of them can be cancelled. */
export type JobEvent = {
  readonly jobId: string
  /** What is being done, in Chinese: 正在写出统计表. */
  readonly label: string
  /** Steps done of steps in all; `total` 0 means not known yet. */
  readonly done: number
  readonly total: number
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
}
