/** Turns what went wrong into what the window shows: declared problems pass with code and sentence, the rest is logged. */
import { ORPCError, ValidationError } from '@orpc/server'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type FieldIssue, Problem, type ProblemData } from '../../src-shared/problems.ts'
import { storageProblem } from '../database/open-database.ts'

/** The sentence for what nobody expected; the log holds the cause. */
const unexpected =
  '程序内部出错，本次操作没有完成，已有数据不受影响；请重试，仍不行请把数据文件夹中的“错误日志”交给技术人员。'

/**
 * Wraps a call. `log` receives what is not declared, with its stack.
 * The answer is an ORPCError in every case, because only that crosses the boundary with its text.
 */
export async function reportErrors<Result>(
  call: () => PromiseLike<Result> | Result,
  log: (error: unknown) => void,
): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    const problem = error instanceof Problem ? error : (asInvalidInput(error) ?? storageProblem(error))
    if (problem) throw asAnswer(problem)
    if (isAbort(error)) throw error
    log(error)
    throw new ORPCError('INTERNAL_SERVER_ERROR', { message: unexpected, cause: error })
  }
}

/** One sentence for all wrong fields of an input, and each of them for its field. */
function invalidInput(issues: readonly FieldIssue[]): Problem {
  const sentences = issues.slice(0, 3).map((issue) => `${placeOf(issue.path)}${issue.message}`)
  const more = issues.length > 3 ? `；另有${issues.length - 3}处有误` : ''
  return new Problem('INVALID_INPUT', `填写有误，没有保存：${sentences.join('；')}${more}。`, { data: { issues } })
}

function asAnswer(problem: Problem): ORPCError<string, ProblemData> {
  return new ORPCError(problem.code, { status: 422, message: problem.message, data: problem.data, cause: problem })
}

function asInvalidInput(error: unknown): Problem | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError))
    return null
  return invalidInput(
    error.cause.issues.map((issue) => ({
      path: (issue.path ?? []).map((part) => {
        const key = typeof part === 'object' ? part.key : part
        return typeof key === 'number' ? key : String(key)
      }),
      message: issue.message,
    })),
  )
}

/** `[2, 'speakers', 0, 'name']` → 第3条“宣讲人”第1项“名称”： */
function placeOf(path: readonly (string | number)[]): string {
  const known = path.filter((part) => typeof part === 'number' || part in fieldLabels)
  const words = known.map((part, index) =>
    typeof part === 'number' ? `第${part + 1}${index === 0 ? '条' : '项'}` : `“${fieldLabels[part]}”`,
  )
  return words.length > 0 ? `${words.join('')}：` : ''
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
