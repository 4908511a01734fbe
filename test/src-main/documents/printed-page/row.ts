/** A row of the checklist that the printed page decides (版面检查项): its judgement and the fault that it must catch. */
import type { Layout } from '../../../../src-shared/layouts.ts'
import type { Change } from '../check/mutate.ts'
import type { Print } from './print.ts'

/** What is wrong; null where the row does not concern the document. */
export type PrintedVerdict = readonly string[] | null

export type PrintedRow = {
  readonly id: number
  readonly judge: (print: Print) => PrintedVerdict | Promise<PrintedVerdict>
  readonly fault: Fault
  /** Rows about both sides of the paper; the others are measured where the margins do not change sides. */
  readonly isOfDuplex?: true
}

/** A sample with its XML changed, the same document in another profile, or what LibreOffice saved changed. */
export type Fault = { readonly of: string } & (
  | { readonly change: Change }
  | { readonly layout: Layout }
  | { readonly changeSaved: Change }
)

/** The type area (版心) of an upright page, in millimetres. */
export const area = { left: 28, right: 184, top: 37, bottom: 262 } as const
/** 3号 and 4号 with their spacing, and from line to line: millimetres. */
export const character = 5.556
export const smallCharacter = 4.939
export const pitch = 10.213

/**
 * LibreOffice puts the grid of lines in the middle of the type area: what the lines leave of its height, one half of it
 * above. Word begins at its upper edge.
 */
export function gridShift(height: number): number {
  return (height % pitch) / 2
}

export function near(what: string, value: number | undefined, expected: number, tolerance: number): string[] {
  if (value === undefined) return [`${what} is not there`]
  return Math.abs(value - expected) <= tolerance ? [] : [`${what} ${value.toFixed(2)}, not ${expected} ± ${tolerance}`]
}

export function unless(isFine: boolean, fault: string): string[] {
  return isFine ? [] : [fault]
}
