/** Measuring what will stand on the pages (测量): heights and line ends as the browser lays them out, in points. */
import type { PaperItem } from './paper-items.ts'

export type Measure = {
  /** Stands for the item in what a page is made of. */
  readonly id: number
  /** Of every line or row, in points. */
  readonly heights: readonly number[]
  /** Of a table's head. */
  readonly head: number
  /** Where each line of a text begins, in characters. */
  readonly starts: readonly number[]
}
/** By the keys of the items. */
export type Measures = ReadonlyMap<string, Measure>

/** @param element the item as it is drawn, alone in the width of its page */
export function measureItem({ look }: PaperItem, element: HTMLElement, id: number): Measure {
  const height = pointsOf(element.getBoundingClientRect().height)
  if (look.kind === 'gap') return { id, heights: Array(look.lines).fill(look.height), head: 0, starts: [] }
  if (look.kind === 'table') return { id, ...tableHeights(element, height), starts: [] }
  if (look.kind !== 'text') return { id, heights: [height], head: 0, starts: [] }
  const pitch = pointsOf(Number.parseFloat(getComputedStyle(element).lineHeight))
  const count = Math.max(1, Math.round(height / pitch))
  return { id, heights: Array(count).fill(pitch), head: 0, starts: lineStarts(element, count) }
}

function tableHeights(table: HTMLElement, whole: number): Pick<Measure, 'head' | 'heights'> {
  const heightsOf = (selector: string) =>
    [...table.querySelectorAll(selector)].map((row) => pointsOf(row.getBoundingClientRect().height))
  const [head, rows] = [sum(heightsOf('thead tr')), heightsOf('tbody tr')]
  // Half of the outer rules stands outside the rows.
  const rest = Math.max(0, whole - head - sum(rows))
  return { head, heights: rows.map((height, index) => (index === 0 ? height + rest : height)) }
}

/** Character that begins each line; found by halving, near to where full lines would begin. */
function lineStarts(element: HTMLElement, count: number): number[] {
  if (count === 1) return [0]
  const lineAt = lineFinder(element, count)
  const length = element.textContent.length
  const perLine = length / count
  const starts = [0]
  for (let line = 1; line < count; line += 1) {
    let low = starts.at(-1) ?? 0
    let high = length
    // Lines hardly differ in length: look around the likely place first.
    const likely = Math.round(low + perLine)
    if (likely - 4 > low && lineAt(likely - 4) < line) low = likely - 4
    if (likely + 4 < high && lineAt(likely + 4) >= line) high = likely + 4
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (lineAt(middle) < line) low = middle
      else high = middle
    }
    starts.push(high)
  }
  return starts
}

/** Which line a character stands on. A space at the end of a line has no place of its own: it goes with the next one. */
function lineFinder(element: HTMLElement, count: number): (offset: number) => number {
  const { top, height } = element.getBoundingClientRect()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: { node: Text; start: number }[] = []
  let start = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push({ node: node as Text, start })
    start += (node as Text).length
  }
  const range = document.createRange()
  return (offset) => {
    const at = texts.findLast((text) => text.start <= offset)
    if (!at) return 0
    range.setStart(at.node, offset - at.start)
    range.setEnd(at.node, Math.min(at.node.length, offset - at.start + 1))
    const box = range.getBoundingClientRect()
    return Math.floor(((box.top + box.height / 2 - top) / height) * count)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** CSS pixels are 1/96 of an inch, points 1/72. */
function pointsOf(pixels: number): number {
  return pixels * 0.75
}
