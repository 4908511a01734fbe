/** The desk that the pages lie on (预览区): they are made smaller where the window is narrower than the paper. */
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { Papers } from './papers.tsx'

/** Room at the sides of the widest paper, in CSS pixels. */
const margin = 16

export function PaperDesk({ content }: { readonly content: OfficialDocument }) {
  const deskRef = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const desk = deskRef.current
    if (!desk) return
    const fit = () => {
      const widest = Math.max(1, ...[...desk.querySelectorAll<HTMLElement>('.paper')].map((paper) => paper.offsetWidth))
      setZoom(Math.min(1, (desk.clientWidth - margin) / widest))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(desk)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="paper-desk" ref={deskRef}>
      <div className="paper-zoom" style={{ '--zoom': zoom } as CSSProperties}>
        <Papers content={content} />
      </div>
    </div>
  )
}
