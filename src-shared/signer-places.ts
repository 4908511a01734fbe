/** 签发人 (7.2.6): where the label and the names of every line begin. */
import { widthOf } from './chinese.ts'
import type { Layout } from './layouts.ts'
import type { DocumentParts } from './part-types.ts'

export const signerLabel = '签发人：'

/** In twips from the left edge: the widest line ends one 字 before the right edge, names stand below each other. */
export function signerPlaces(
  lines: DocumentParts['signerLines'],
  { number: rules, typeArea, grid }: Layout,
): { readonly label: number; readonly names: readonly number[] } {
  const twips = (characters: number) => Math.round(characters * grid.character.value)
  const columns = Math.max(...lines.map((names) => names.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((names) => widthOf(names[column] ?? ''))),
  )
  const gap = rules.signerGap.value
  const total = widths.reduce((sum, width) => sum + width, gap * (columns - 1))
  const first = typeArea.width.value - twips(rules.indent.value + total)
  const names: number[] = []
  let at = 0
  for (const width of widths) {
    names.push(first + twips(at))
    at += width + gap
  }
  return { label: first - twips(widthOf(signerLabel)), names }
}
