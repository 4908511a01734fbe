/** What one check (一项检查) is: the row's number, how to mend, and the judgement of a paper. */
import type { Layout } from '../../../src-shared/layouts.ts'
import { excerpt } from './measure.ts'
import type { Paper, PaperParagraph } from './paper.ts'
import type { PartsFound } from './parts-found.ts'

export type Subject = { readonly paper: Paper; readonly found: PartsFound; readonly layout: Layout }
export type Verdict = { readonly pass: boolean | null; readonly found: string }

export type Check = {
  readonly id: number
  readonly expected: (layout: Layout) => string
  /** One sentence for the clerk; a function where it names numbers of the profile. */
  readonly mend: string | ((layout: Layout) => string)
  readonly judge: (subject: Subject) => Verdict
}

/** Passes where nothing is wrong; names at most four faults. */
export function verdict(faults: readonly string[], fine: string): Verdict {
  if (faults.length === 0) return { pass: true, found: fine }
  const shown = faults.slice(0, 4).join('；')
  return { pass: false, found: faults.length > 4 ? `${shown}；等${faults.length}处` : shown }
}

/** The row does not concern this document, or only the printed page tells. */
export function undecided(why: string): Verdict {
  return { pass: null, found: why }
}

/** One fault for each paragraph that has one, with the words to find it by. */
export function faultsOf(
  paragraphs: readonly PaperParagraph[],
  judge: (paragraph: PaperParagraph) => string | undefined,
): string[] {
  return paragraphs.flatMap((paragraph) => {
    const fault = judge(paragraph)
    return fault === undefined ? [] : [`${excerpt(paragraph.text)}${fault}`]
  })
}

export function isNear(value: number, target: number, tolerance: number): boolean {
  return Math.abs(value - target) <= tolerance
}

/** 3.7毫米, from twips. */
export function inMillimetres(twips: number): string {
  return `${Math.round((twips / 1440) * 254) / 10}毫米`
}

/** 3.7厘米, from twips: what the dialogs of Word and WPS take. */
export function inCentimetres(twips: number): string {
  return `${Math.round((twips / 1440) * 254) / 100}厘米`
}

/** Lines as people say them. */
export function inLines(lines: number): string {
  return `空${Math.round(lines * 10) / 10}行`
}
