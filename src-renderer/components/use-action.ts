/** One act of the person (操作): asks the core, says what was done or, in one sentence, why not. */
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { problemOf, type ShownProblem } from '../problem-of.ts'
import { pleaseMend } from './show-issues.ts'

type Action<Input, Output> = {
  readonly call: (input: Input) => Promise<Output>
  /** Said when it succeeded. */
  readonly done?: string | ((output: Output, input: Input) => string)
  readonly onDone?: (output: Output, input: Input) => void
  /** Problems that the caller shows itself. */
  readonly isQuiet?: (problem: ShownProblem) => boolean
}

export function useAction<Input = void, Output = unknown>({ call, done, onDone, isQuiet }: Action<Input, Output>) {
  const { message } = App.useApp()
  return useMutation({
    mutationFn: call,
    onSuccess: (output, input) => {
      message.destroy(pleaseMend.key)
      if (done) message.success(typeof done === 'string' ? done : done(output, input))
      onDone?.(output, input)
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (problem.code !== 'CANCELLED' && !isQuiet?.(problem)) message.error({ content: problem.sentence, duration: 6 })
    },
  })
}
