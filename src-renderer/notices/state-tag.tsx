/** A state of progress (进度状态) in its colour, and the bar that shows done against asked. */
import type { ProgressState } from '../../src-shared/progress.ts'

export const stateClasses: Readonly<Record<ProgressState, string>> = {
  未开始: 'state-none',
  进行中: 'state-going',
  已达标: 'state-met',
  已超期: 'state-over',
  无法量化: 'state-unmeasured',
}

export function StateTag({ state }: { readonly state: ProgressState }) {
  return <span className={`state ${stateClasses[state]}`}>{state}</span>
}

type BarProps = { readonly done: number; readonly asked: number; readonly isMet?: boolean }

/** Decoration: the numbers stand beside it. */
export function Bar({ done, asked, isMet = done >= asked }: BarProps) {
  const share = asked === 0 ? 0 : Math.min(1, done / asked)
  return (
    <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-base" width="100" height="6" />
      <rect className={isMet ? 'bar-met' : 'bar-done'} width={share * 100} height="6" />
    </svg>
  )
}
