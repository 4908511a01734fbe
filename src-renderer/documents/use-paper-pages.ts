/** Pages that follow their document (分页更新): only what changed is measured; the old pages stay till the new ones are known. */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PaperItem } from './paper-items.ts'
import { type Measure, type Measures, measureItem } from './paper-measures.ts'
import { type PaperPage, pagesOf } from './paper-pages.ts'
import type { PaperFlow } from './paper-sections.ts'

type Shown = { readonly flow: PaperFlow | null; readonly measures: Measures; readonly pages: readonly PaperPage[] }
const none: Shown = { flow: null, measures: new Map(), pages: [] }

/** @returns the pages, and the items to be drawn, in this order, in the element of `measureRef` */
export function usePaperPages(flow: PaperFlow): {
  readonly pages: readonly PaperPage[]
  readonly unmeasured: readonly PaperItem[]
  readonly measureRef: RefObject<HTMLDivElement | null>
} {
  const measureRef = useRef<HTMLDivElement>(null)
  const lastId = useRef(0)
  const [shown, setShown] = useState(none)
  // Another layout has other measures for the same items.
  const known = shown.flow?.layout === flow.layout ? shown.measures : none.measures
  const unmeasured = useMemo(() => itemsWithout(flow, known), [flow, known])
  useLayoutEffect(() => {
    if (shown.flow === flow) return
    // What is no longer in the document is forgotten.
    const measures = new Map<string, Measure>()
    for (const { items } of flow.sections)
      for (const { key } of items) {
        const measure = known.get(key)
        if (measure) measures.set(key, measure)
      }
    unmeasured.forEach((item, index) => {
      const element = measureRef.current?.children[index]?.firstElementChild
      lastId.current += 1
      if (element instanceof HTMLElement) measures.set(item.key, measureItem(item, element, lastId.current))
    })
    setShown({ flow, measures, pages: pagesOf(flow, measures) })
  }, [flow, known, shown, unmeasured])
  return { pages: shown.pages, unmeasured, measureRef }
}

/** Each look once. */
function itemsWithout({ sections }: PaperFlow, known: Measures): PaperItem[] {
  const found = new Map<string, PaperItem>()
  for (const { items } of sections) for (const item of items) if (!known.has(item.key)) found.set(item.key, item)
  return [...found.values()]
}
