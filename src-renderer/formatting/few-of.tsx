/** The first lines of a long list (列表), with the rest a click away. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

type FewOfProps<Entry> = {
  readonly entries: readonly Entry[]
  readonly children: (entry: Entry) => ReactNode
}

const shownFirst = 20
/** Fewer than these are not worth a click. */
const shownAnyway = 6
/** More lines than this make a window slow and are read by nobody. */
const mostShown = 500

export function FewOf<Entry>({ entries, children }: FewOfProps<Entry>) {
  const [isWhole, setWhole] = useState(false)
  const isShort = entries.length < shownFirst + shownAnyway
  const shown = entries.slice(0, isWhole || isShort ? mostShown : shownFirst)
  const rest = entries.length - shown.length
  return (
    <>
      <ul className="plain-list">
        {shown.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a report never move
          <li key={index}>{children(entry)}</li>
        ))}
      </ul>
      {rest > 0 && !isWhole ? (
        <Button type="link" size="small" className="show-rest" onClick={() => setWhole(true)}>
          再显示{Math.min(rest, mostShown - shownFirst)}处
        </Button>
      ) : null}
      {rest > 0 && isWhole ? <p className="report-none">还有{rest}处，这里不再列出。</p> : null}
    </>
  )
}
