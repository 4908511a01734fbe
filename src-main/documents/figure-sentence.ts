/** Sentences with figures (带数字的句子): a clause whose figure is missing or 0 is left out, never “共0场”. */

import { rateText, yuanText } from '../../src-shared/cell-text.ts'
import type { Run } from '../../src-shared/documents.ts'
import type { DocumentFigures, FigureKey } from '../../src-shared/statistics.ts'

/** 召开座谈会 · stay.meetings · 场 */
export type Clause = readonly [before: string, figure: FigureKey, after: string]

/** A number drawn from the records; it carries its figure's name, so that it can be drawn again. */
export function figureRun(figures: DocumentFigures, figure: FigureKey): Run {
  const value = figureValue(figures, figure) ?? 0
  if (/Rate$/.test(figure)) return { text: rateText(value), figure }
  return { text: /Yuan$/.test(figure) ? yuanText(value) : String(value), figure }
}

/** A word such as 未安排 that stands for a figure of 0. */
export function noneRun(word: string, figure: FigureKey): Run {
  return { text: word, figure }
}

export function figureValue(figures: DocumentFigures, figure: FigureKey): number | null {
  const [group, name] = figure.split('.') as [keyof DocumentFigures, string]
  return (figures[group] as Readonly<Record<string, number | null>> | undefined)?.[name] ?? null
}

/** The clauses that have a number, joined by `separator`; empty when none has. */
export function clauses(figures: DocumentFigures, parts: readonly Clause[], separator = '，'): Run[] {
  return parts
    .filter(([, figure]) => (figureValue(figures, figure) ?? 0) !== 0)
    .flatMap(([before, figure, after], index) => [
      { text: `${index === 0 ? '' : separator}${before}` },
      figureRun(figures, figure),
      { text: after },
    ])
}

/** Neighbouring plain runs made one, so that the clerk edits whole stretches of text. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last && last.figure === undefined && run.figure === undefined)
      joined[joined.length - 1] = { text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
