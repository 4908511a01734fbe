/** Where words stand in the source (出处): a line of the pasted text, shown there at a click, or a paragraph of a file. */
import { Button } from 'antd'
import { createContext, use } from 'react'

export type Places = {
  readonly unit: '行' | '段'
  readonly show?: (line: number) => void
}

export const PlacesContext = createContext<Places>({ unit: '行' })

/** @param line 0 for what concerns the whole source: nothing is shown */
export function Place({ line }: { readonly line: number }) {
  const { unit, show } = use(PlacesContext)
  if (line === 0) return null
  const words = `第${line}${unit}`
  if (!show) return <span className="report-place">{words}</span>
  return (
    <Button type="text" size="small" className="report-place" title="在原文中指出" onClick={() => show(line)}>
      {words}
    </Button>
  )
}

/** Selects a line of a text field and brings it into sight. */
export function showLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  // A field that is given the focus shows its selection.
  area.blur()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.focus()
  area.scrollIntoView({ block: 'center' })
}
