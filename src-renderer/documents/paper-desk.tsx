/**
 * The desk that the pages lie on (预览区): they are made smaller where the window is narrower than the paper, and follow
 * what is typed beside them without making it wait.
 */
import { type CSSProperties, useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { useOfficeLayout } from '../components/use-office-layout.ts'
import { Papers } from './papers.tsx'

type PaperDeskProps = {
  readonly content: OfficialDocument
  /** Instead of the office's own. */
  readonly layout?: Layout | undefined
}

/** Room at the sides of a page, in CSS pixels. */
const margin = 16

export function PaperDesk({ content, layout: given }: PaperDeskProps) {
  const officeLayout = useOfficeLayout()
  const layout = given ?? officeLayout
  const isKnown = layout !== undefined
  const deskRef = useRef<HTMLDivElement>(null)
  const [zooms, setZooms] = useState({ upright: 1, turned: 1 })
  const shown = useDeferredValue(content)
  useLayoutEffect(() => {
    const desk = deskRef.current
    if (!desk || !isKnown) return
    const fit = () => {
      // A page that lies on its side does not make the others smaller.
      const zoomOf = (pages: string) => {
        const width = desk.querySelector<HTMLElement>(`${pages} .paper`)?.offsetWidth
        return width ? Math.min(1, (desk.clientWidth - margin) / width) : 1
      }
      setZooms({ upright: zoomOf('.sheet:not(.turned)'), turned: zoomOf('.sheet.turned') })
    }
    const observer = new ResizeObserver(fit)
    observer.observe(desk)
    // A page that lies on its side may come or go.
    for (const pages of desk.children) observer.observe(pages)
    return () => observer.disconnect()
  }, [isKnown])
  return (
    <div
      className="paper-desk"
      ref={deskRef}
      style={{ '--zoom': zooms.upright, '--turned-zoom': zooms.turned } as CSSProperties}
    >
      {layout ? <Papers content={shown} layout={layout} /> : null}
    </div>
  )
}
