/** Calls of taking in what the offices below us report (接收). */
import { z } from 'zod'
import { call, id, jobId, returns } from './calls.ts'
import { form } from './fields.ts'
import type {
  BundleEffect,
  HeldRow,
  IntakeEntry,
  IntakePreview,
  IntakeSummary,
  Rebuilt,
  ReceivedBundle,
  StagedFile,
} from './intake.ts'

const byBundle = form({ bundleId: id })
const bundleIds = z.array(id).min(1, '没有选上报包').max(5000, '一次不能超过5000个')
const limit = z
  .number({ error: '应为数字' })
  .int('应为整数')
  .min(1, '至少为1')
  .max(10_000, '不能超过10000')
  .default(1000)
const folder = z.string({ error: '应为文件夹' }).min(1, '必填').max(1000, '路径过长')

export const intakeCalls = {
  /** Files into the archive: nothing of them counts yet. */
  stage: call
    .input(
      form({
        files: z
          .array(z.file({ error: '应为文件' }))
          .min(1, '没有文件')
          .max(5000, '一次不能超过5000个文件'),
        jobId,
      }),
    )
    .output(returns<readonly StagedFile[]>()),
  /** The newest first; `isWaiting`: those that were never taken in. */
  list: call
    .input(form({ officeId: id.optional(), isWaiting: z.boolean().optional(), limit }))
    .output(returns<readonly ReceivedBundle[]>()),
  /** Writes nothing. */
  preview: call.input(form({ bundleIds, jobId })).output(returns<IntakePreview>()),
  /** Those with a red flag only when they are named in `acceptRed`. */
  import: call
    .input(form({ bundleIds, acceptRed: z.union([z.literal('all'), z.array(id)]).default([]), jobId }))
    .output(returns<IntakeSummary>()),
  /** What taking it in did; null while it does not count. */
  effect: call.input(byBundle).output(returns<BundleEffect | null>()),
  undo: call.input(byBundle).output(returns<void>()),
  /** Out of the list, for one that was never taken in. */
  discard: call.input(byBundle).output(returns<void>()),
  /** 隔离与暂存: open ones, or all of one bundle. */
  held: call
    .input(form({ officeId: id.optional(), bundleId: id.optional(), limit }))
    .output(returns<readonly HeldRow[]>()),
  /** 接收日志 */
  journal: call.input(form({ limit })).output(returns<readonly IntakeEntry[]>()),
  /** Draws the received database anew from bundle files, and tells whether it is the one in use. */
  rebuild: call.input(form({ archive: folder, out: folder, jobId })).output(returns<Rebuilt>()),
}
