/**
 * Text that flows over pages (分页): it stands in columns of the type area's size, and each page is a window on one
 * column. The browser breaks it, on the screen and on paper alike.
 */
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { PageNumber } from './page-number.tsx'

type PagedFlowProps = {
  readonly children: ReactNode
  readonly isLandscape: boolean
  /** Number of its first page. */
  readonly firstPage: number
  /** Stands at the foot of the last page; the flow keeps room for it. */
  readonly foot: ReactNode
  readonly onCount: (pages: number) => void
}

export function PagedFlow({ children, isLandscape, firstPage, foot, onCount }: PagedFlowProps) {
  const flowRef = useRef<HTMLDivElement>(null)
  const count = usePageCount(flowRef, onCount)
  return Array.from({ length: count }, (_, page) => {
    const number = firstPage + page
    return (
      <section
        key={number}
        className={isLandscape ? 'paper turned' : 'paper'}
        aria-label={`第${number}页`}
        // Each page holds the whole flow and shows its part; once is enough for a screen reader.
        aria-hidden={page > 0}
      >
        <div className="type-area">
          <div
            className="flow"
            ref={page === 0 ? flowRef : null}
            style={{ transform: `translateX(calc(${-page} * (var(--column) + var(--gap))))` }}
          >
            {children}
            {foot ? <div className="foot-room">{foot}</div> : null}
          </div>
          {page === count - 1 && foot ? <div className="foot">{foot}</div> : null}
        </div>
        <PageNumber number={number} />
      </section>
    )
  })
}

/** Columns that the flow takes; counted again once the fonts are there. */
function usePageCount(flowRef: RefObject<HTMLDivElement | null>, onCount: (pages: number) => void): number {
  const [count, setCount] = useState(1)
  useLayoutEffect(() => {
    const measure = () => {
      const flow = flowRef.current
      if (!flow) return
      const gap = Number.parseFloat(getComputedStyle(flow).columnGap)
      const pages = Math.max(1, Math.round((flow.scrollWidth + gap) / (flow.clientWidth + gap)))
      setCount(pages)
      onCount(pages)
    }
    measure()
    void document.fonts.ready.then(measure)
  }, [flowRef, onCount])
  return count
}
