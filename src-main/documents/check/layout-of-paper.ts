/** Which profile a file was laid out by (版式方案识别): read from its numbers, so that it is judged by its own school. */
import { defaultLayout, type Layout, layoutNames, layoutOf } from '../../../src-shared/layouts.ts'
import { isNear } from './check.ts'
import type { Paper, Section } from './paper.ts'

/** Twips, as the margins are checked. */
const tolerance = 6

/**
 * Only what moves the numbers of the page tells profiles apart: a profile for both sides or for a pre-printed head is
 * judged like office practice, and a page number in the middle stays a departure from 7.5.
 */
export function layoutOfPaper({ sections }: Paper): Layout {
  const first = sections.find(({ isLandscape }) => !isLandscape)
  return layoutNames.map((name) => layoutOf(name)).find((layout) => first && hasPage(first, layout)) ?? defaultLayout
}

/** Margins alone would not tell office practice from the native grid. */
function hasPage({ margins, grid }: Section, { page, traits }: Layout): boolean {
  return (
    isNear(margins.top, page.top.value, tolerance) &&
    isNear(margins.bottom, page.bottom.value, tolerance) &&
    (grid.type === 'linesAndChars') === (traits.grid === 'linesAndChars')
  )
}
