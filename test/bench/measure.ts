/** Measuring: two ways of doing the same work, run in turn (A B A B), and their medians side by side. */

export type Work = () => unknown | Promise<unknown>

/** A comparison of ours with the bare way; milliseconds are medians over the runs. */
export type Comparison = {
  readonly name: string
  /** Records or rows that the work handles. */
  readonly size: number
  readonly ours: number
  readonly bare: number
  /** Ours may take this many times the bare way. */
  readonly aim: number
  /** What ours does besides, told where the aim is missed. */
  readonly besides: string
}

/**
 * Runs both in turn, once unmeasured and then `runs` times, the order changing from round to round. Works that take
 * less than the clock can tell are done `times` times in each run.
 */
export async function compare(
  name: string,
  works: { readonly ours: Work; readonly bare: Work },
  options: {
    readonly size: number
    readonly aim: number
    readonly runs: number
    readonly times?: number
    readonly besides?: string
  },
): Promise<Comparison> {
  const times = { ours: [] as number[], bare: [] as number[] }
  const repeats = options.times ?? 1
  for (const work of [works.ours, works.bare]) await timeOf(work, repeats)
  for (let round = 0; round < options.runs; round += 1)
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      times[side].push(await timeOf(works[side], repeats))
  return {
    name,
    size: options.size,
    ours: median(times.ours),
    bare: median(times.bare),
    aim: options.aim,
    besides: options.besides ?? '',
  }
}

/** Milliseconds of one of `times` works in a row. */
export async function timeOf(work: Work, times = 1): Promise<number> {
  const start = performance.now()
  for (let time = 0; time < times; time += 1) await work()
  return (performance.now() - start) / times
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** One line per comparison; growth is how the time of ours rose from the same work on a tenth of the records. */
export function report(comparisons: readonly Comparison[]): string {
  const lines = comparisons.map((one) => {
    const smaller = comparisons.find((other) => other.name === one.name && other.size * 10 === one.size)
    const ratio = one.ours / one.bare
    return [
      one.name,
      one.size.toLocaleString('en'),
      milliseconds(one.ours),
      milliseconds(one.bare),
      `${ratio.toFixed(2)}×`,
      `${one.aim}×${ratio > one.aim ? ' MISSED' : ''}`,
      smaller ? `${(one.ours / smaller.ours).toFixed(1)}× / 10×` : '',
    ]
  })
  const rows = [['work', 'records', 'ours', 'bare', 'ratio', 'aim', 'growth'], ...lines]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** Says where the aim is missed, by how much time, and what that time goes into. */
export function missed(comparisons: readonly Comparison[]): string[] {
  return comparisons
    .filter((one) => one.ours / one.bare > one.aim)
    .map((one) => {
      const more = milliseconds(one.ours - one.bare * one.aim)
      return `aim missed by ${more}: ${one.name}, ${one.size.toLocaleString('en')} records. Ours besides: ${one.besides}`
    })
}

function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value).toLocaleString('en')} ms`
}
