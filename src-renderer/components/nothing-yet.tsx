/** What stands where there is nothing yet (空状态): one sentence that says what to do, and the button that does it. */
import type { ReactNode } from 'react'

export function NothingYet({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="nothing-yet">
      <p>{children}</p>
      {action}
    </div>
  )
}
