/** A click into 【待填写：…】 chooses all of it, so that typing replaces it. */
import type { MouseEvent } from 'react'

export function chooseMark({ currentTarget: element }: MouseEvent<HTMLTextAreaElement>): void {
  const at = element.selectionStart
  if (at !== element.selectionEnd) return
  for (const match of element.value.matchAll(/【待填写[^】]*】/gu))
    if (match.index < at && at < match.index + match[0].length)
      element.setSelectionRange(match.index, match.index + match[0].length)
}
