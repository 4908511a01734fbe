/**
 * Editing a text of runs (文字段落): what is typed keeps the bold stretches and the figures around it. A figure drawn
 * from the records is one thing: it is there whole or it is gone, never half typed over.
 */
import type { Run } from '../documents.ts'

/** From one character to another, the second not included. */
export type Range = { readonly from: number; readonly to: number }

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** Neighbours that look alike made one; empty ones left out. */
export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    const isAlike =
      last && last.figure === undefined && run.figure === undefined && Boolean(last.isBold) === Boolean(run.isBold)
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** The runs after somebody made `text` of them and left the caret at `caret`; and where the caret stands then. */
export function editedRuns(
  runs: readonly Run[],
  { text, caret }: { readonly text: string; readonly caret: number },
): { readonly runs: Run[]; readonly caret: number } {
  const old = runsText(runs)
  if (text === old) return { runs: [...runs], caret }
  const range = changedRange(old, text, caret)
  const typed = text.slice(range.from, text.length - (old.length - range.to))
  const { from, to } = wholeFigures(runs, range)
  const [before, after] = [cutRuns(runs, 0, from), cutRuns(runs, to)]
  // As in every word processor: like what was typed over, else like what stands before.
  const model = cutRuns(runs, from, to)[0] ?? before.at(-1) ?? after[0]
  const insert: Run = model?.isBold ? { text: typed, isBold: true } : { text: typed }
  return { runs: joinedRuns([...before, insert, ...after]), caret: from + typed.length }
}

/** Bold on for a stretch, or off when all of it is bold already. */
export function withBoldToggled(runs: readonly Run[], range: Range): Run[] {
  const { from, to } = wholeFigures(runs, range)
  const chosen = cutRuns(runs, from, to)
  const isBold = !chosen.every((run) => run.isBold)
  const turned = chosen.map(({ isBold: _, ...run }): Run => (isBold ? { ...run, isBold } : run))
  return joinedRuns([...cutRuns(runs, 0, from), ...turned, ...cutRuns(runs, to)])
}

/** The two parts before and after a place; a figure that the place lies in goes whole to the first. */
export function splitRuns(runs: readonly Run[], at: number): readonly [Run[], Run[]] {
  const { from } = wholeFigures(runs, { from: at, to: at })
  return [joinedRuns(cutRuns(runs, 0, from)), joinedRuns(cutRuns(runs, from))]
}

/** The figure that a place touches. */
export function figureAt(runs: readonly Run[], at: number): Run | undefined {
  return placed(runs).find(({ run, from, to }) => run.figure !== undefined && from <= at && at <= to)?.run
}

/** Numbers that are no longer drawn from the records (改为手写). */
export function withoutFigures(runs: readonly Run[]): Run[] {
  return joinedRuns(runs.map(({ figure: _, ...run }) => run))
}

function cutRuns(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): Run[] {
  return placed(runs).flatMap(({ run, from: start, to: end }) => {
    if (end <= from || start >= to) return []
    return [{ ...run, text: run.text.slice(Math.max(0, from - start), to - start) }]
  })
}

/** Widens a range to the whole of every figure that it cuts into; a bare place inside one moves behind it. */
function wholeFigures(runs: readonly Run[], { from, to }: Range): Range {
  const cut = placed(runs).filter(({ run, from: start, to: end }) =>
    run.figure === undefined ? false : from === to ? start < from && from < end : start < to && from < end,
  )
  if (cut.length === 0) return { from, to }
  const last = Math.max(to, ...cut.map((figure) => figure.to))
  return from === to
    ? { from: last, to: last }
    : { from: Math.min(from, ...cut.map((figure) => figure.from)), to: last }
}

function placed(runs: readonly Run[]): { run: Run; from: number; to: number }[] {
  let from = 0
  return runs.map((run) => {
    const place = { run, from, to: from + run.text.length }
    from = place.to
    return place
  })
}

/** What of `old` was replaced. The caret stands behind what was typed, which tells apart letters that are alike. */
function changedRange(old: string, text: string, caret: number): Range {
  const prefix = alike(old.length, text.length, (index) => old[index] === text[index])
  const tail = text.length - caret
  const to =
    caret >= 0 && old.endsWith(text.slice(caret))
      ? old.length - tail
      : old.length - alike(old.length - prefix, text.length - prefix, (i) => old.at(-1 - i) === text.at(-1 - i))
  const from = Math.min(prefix, to, text.length - (old.length - to))
  // Rare characters are pairs of code units, which stay together.
  const isHalf = (index: number) =>
    /^[\udc00-\udfff]/.test(old.slice(index)) || /^[\udc00-\udfff]/.test(text.slice(index))
  return { from: from > 0 && isHalf(from) ? from - 1 : from, to }
}

function alike(first: number, second: number, isAlike: (index: number) => boolean): number {
  let count = 0
  while (count < Math.min(first, second) && isAlike(count)) count += 1
  return count
}
