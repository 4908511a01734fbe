/** How far a sender's changes have come without a gap (收到何处): what later bundles of its may begin behind. Pure. */

/** Changes behind the first, up to the last. */
export type ChangeRange = { readonly from: number; readonly to: number }

/** The end of the unbroken run of ranges that begins at 0, in whatever order they came. */
export function reachOf(ranges: readonly ChangeRange[]): number {
  let reach = 0
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    if (from > reach) break
    reach = Math.max(reach, to)
  }
  return reach
}

/** `previous`: the number before that came to the same recipient, 0 for none; null where that is not stated. */
export type NumberedReport = { readonly seq: number; readonly previous: number | null }

/** Numbers that were sent to us and have not come, lowest first. */
export function gapsOf(reports: readonly NumberedReport[], most = 100): number[] {
  const known = new Set(reports.map(({ seq }) => seq))
  const gaps = new Set(reports.flatMap(({ previous }) => (previous ? [previous] : [])).filter((seq) => !known.has(seq)))
  // Below one that does not state it every number may have been ours.
  const highest = Math.max(0, ...reports.flatMap(({ seq, previous }) => (previous === null ? [seq] : [])))
  // A stolen key may claim any number; only the first gaps are told.
  for (let seq = 1; seq < highest && gaps.size < most; seq += 1) if (!known.has(seq)) gaps.add(seq)
  return [...gaps].sort((one, other) => one - other).slice(0, most)
}
