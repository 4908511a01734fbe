/** Figures that differ between two times or two sources (指标之差). Pure. */
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import type { FigureEffect } from '../../src-shared/intake.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'

/** Quotients may differ in the last bit. */
const tolerance = 1e-9

export function figureEffects(before: PeriodFigures, after: PeriodFigures): FigureEffect[] {
  return periodFigures
    .map((key) => ({ key, before: figureAt(before, key), after: figureAt(after, key) }))
    .filter((one) => !isEqual(one.before, one.after))
}

function figureAt(figures: PeriodFigures, key: string): number | null {
  const [group = '', name = ''] = key.split('.')
  return (figures as unknown as Record<string, Record<string, number | null>>)[group]?.[name] ?? null
}

function isEqual(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= tolerance
}
