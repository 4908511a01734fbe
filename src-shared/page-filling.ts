/**
 * 分页: which lines and rows stand on which page once their heights are known. Pure; heights and page are in one unit,
 * whichever.
 */

/** Something that stands in the flow of a text: a paragraph, a table, a gap. */
export type FlowPiece = {
  /** Of every line or row; between them a page may end. */
  readonly heights: readonly number[]
  /** Its last line stays with the first one of what follows. */
  readonly keepsNext: boolean
  /** Its lines stay together too. */
  readonly keepsLines?: boolean
  readonly startsPage?: boolean
  /** Height of the head of a table, which stands above its rows on every page. */
  readonly head?: number
}
/** The lines or rows `from` up to but not including `to` of the piece with that index. */
export type Slice = { readonly piece: number; readonly from: number; readonly to: number }
export type FilledPage = { readonly slices: readonly Slice[]; readonly used: number }

type Line = { readonly piece: number; readonly index: number; readonly height: number; readonly keepsNext: boolean }

/** What the rounding of many heights may add up to. */
const tolerance = 0.02

/** At least one page. What is higher than a page takes one for itself; lines that cannot all keep together part. */
export function fillPages(pieces: readonly FlowPiece[], height: number): FilledPage[] {
  const lines = linesOf(pieces)
  const pages: { slices: Slice[]; used: number }[] = [{ slices: [], used: 0 }]
  const place = ({ piece, index, height: own }: Line) => {
    const page = pages.at(-1)
    const last = page?.slices.at(-1)
    if (!page) return
    page.used += own + headAbove(pieces[piece], index, page.slices)
    if (last?.piece === piece) page.slices[page.slices.length - 1] = { ...last, to: index + 1 }
    else page.slices.push({ piece, from: index, to: index + 1 })
  }
  for (let start = 0; start < lines.length; ) {
    const chunk = chunkFrom(lines, start)
    const [first] = chunk
    const page = pages.at(-1)
    if (!first || !page) break
    const needed = chunk.reduce((sum, line) => sum + line.height, 0)
    const isAsked = pieces[first.piece]?.startsPage && first.index === 0
    const isFull = page.used + needed > height + tolerance
    // Lines that would not even fit on an empty page go on where they are.
    const onEmptyPage = needed + headAbove(pieces[first.piece], first.index, [])
    const isTooHigh = onEmptyPage > height + tolerance && chunk.length > 1
    if (page.slices.length > 0 && (isAsked || (isFull && !isTooHigh))) pages.push({ slices: [], used: 0 })
    if (!isTooHigh) chunk.forEach(place)
    else
      for (const line of chunk) {
        const full = (pages.at(-1)?.used ?? 0) + line.height > height + tolerance
        if (full && (pages.at(-1)?.slices.length ?? 0) > 0) pages.push({ slices: [], used: 0 })
        place(line)
      }
    start += chunk.length
  }
  return pages
}

/** The first row brings the head of its table; the first row on a further page has it above itself again. */
function headAbove(piece: FlowPiece | undefined, index: number, before: readonly Slice[]): number {
  return index > 0 && before.length === 0 ? (piece?.head ?? 0) : 0
}

function linesOf(pieces: readonly FlowPiece[]): Line[] {
  return pieces.flatMap(({ heights, keepsNext, keepsLines = false, head = 0 }, piece) =>
    heights.map((height, index) => ({
      piece,
      index,
      height: index === 0 ? height + head : height,
      keepsNext: index === heights.length - 1 ? keepsNext : keepsLines,
    })),
  )
}

/** The line and those that must stand on its page. */
function chunkFrom(lines: readonly Line[], start: number): Line[] {
  let end = start
  while (lines[end]?.keepsNext && end + 1 < lines.length) end += 1
  return lines.slice(start, end + 1)
}
