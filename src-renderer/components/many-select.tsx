/** Choosing several words from a list (多选). */
import { Select, type SelectProps } from 'antd'
import type { KeyboardEvent } from 'react'

/**
 * antd's Tab would choose, or take out again, whatever option is lit before it leaves the field; who fills in a form by
 * keyboard would not see that happen. Here Tab only leaves.
 */
export function ManySelect(props: SelectProps) {
  const leaveAlone = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation()
  }
  return (
    <div className="wide" onKeyDownCapture={leaveAlone}>
      <Select {...props} mode="multiple" className="wide" />
    </div>
  )
}
