/** What answers the question before the one now asked: pale and out of reach until the answer is here (旧数). */
import type { ReactNode } from 'react'

type FormerAnswerProps = { readonly isFormer: boolean; readonly children: ReactNode }

/** Figures of one period must not be taken, opened or exported under the name of another. */
export function FormerAnswer({ isFormer, children }: FormerAnswerProps) {
  return (
    <div className={isFormer ? 'former' : undefined} aria-busy={isFormer} inert={isFormer}>
      {children}
    </div>
  )
}
