/** Figures that differ between two times or two sources (指标之差). Pure. */
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import type { FigureEffect } from '../../src-shared/intake.ts'
import type { FigureValues } from '../../src-shared/office-totals.ts'

/** Quotients may differ in the last bit. */
const tolerance = 1e-9

export function figureEffects(before: FigureValues, after: FigureValues): FigureEffect[] {
  return periodFigures
    .map((key) => ({ key, before: before[key], after: after[key] }))
    .filter((one) => !isEqual(one.before, one.after))
}

function isEqual(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= tolerance
}
