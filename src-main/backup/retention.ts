/** Which backups stay (保留): the newest of each of the last days, weeks and months that have one. */

const kept = { days: 7, weeks: 5, months: 12 } as const
/** However close together they were made. */
const newest = 3

/**
 * @param times ISO 8601, UTC, in any order
 * @returns those to keep; the newest is always among them
 */
export function timesToKeep(times: readonly string[]): Set<string> {
  const sorted = times.toSorted().reverse()
  const keep = newestTimes(times, newest)
  keepNewestOf(sorted, kept.days, (time) => time.slice(0, 10), keep)
  keepNewestOf(sorted, kept.weeks, weekOf, keep)
  keepNewestOf(sorted, kept.months, (time) => time.slice(0, 7), keep)
  return keep
}

/** The newest of them, `most` at most. */
export function newestTimes(times: readonly string[], most: number): Set<string> {
  return new Set(times.toSorted().reverse().slice(0, most))
}

function keepNewestOf(
  sorted: readonly string[],
  most: number,
  groupOf: (time: string) => string | number,
  keep: Set<string>,
): void {
  const groups = new Set<string | number>()
  for (const time of sorted) {
    const group = groupOf(time)
    if (groups.has(group)) continue
    if (groups.size === most) return
    groups.add(group)
    keep.add(time)
  }
}

/** Weeks since one that began on a Monday. */
function weekOf(time: string): number {
  return Math.floor((Date.parse(time) - Date.UTC(2000, 0, 3)) / (7 * 86_400_000))
}
