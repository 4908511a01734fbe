/** What went wrong (出错) as one sentence for the clerk and the fields it belongs to. */
import type { FieldIssue } from '../src-shared/problems.ts'
import { isDisconnected } from './connect.ts'

export type ShownProblem = {
  readonly code: string
  readonly sentence: string
  readonly issues: readonly FieldIssue[]
}

const unexpected = '程序内部出错，本次操作没有完成，已有数据不受影响；请重试，仍不行请与技术人员联系。'

/** A problem that the core declared keeps its sentence; anything else gets a plain one. */
export function problemOf(error: unknown): ShownProblem {
  if (!(error instanceof Error)) return { code: 'UNEXPECTED', sentence: unexpected, issues: [] }
  if (isDisconnected(error)) return { code: 'DISCONNECTED', sentence: error.message, issues: [] }
  const { code, data } = error as { code?: unknown; data?: { issues?: readonly FieldIssue[] } | null }
  if (typeof code !== 'string' || !/[\u4e00-\u9fa5]/.test(error.message))
    return { code: 'UNEXPECTED', sentence: unexpected, issues: [] }
  return { code, sentence: error.message, issues: data?.issues ?? [] }
}
