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

/** Numbers below the highest that have not come. */
export function gapsOf(seqs: readonly number[], most = 100): number[] {
  const known = new Set(seqs)
  const gaps: number[] = []
  const highest = Math.max(0, ...known)
  // A stolen key may claim any number; only the first gaps are told.
  for (let seq = 1; seq < highest && gaps.length < most; seq += 1) if (!known.has(seq)) gaps.push(seq)
  return gaps
}
