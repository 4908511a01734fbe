/** Figures of several offices together (分级汇总) and in order (排名). Pure. */
import type { DeskOffice } from './desk.ts'
import { periodFigures } from './figure-meanings.ts'
import type { PeriodFigureKey, PeriodFigures } from './statistics.ts'

/** By figure; null is 未统计. */
export type FigureValues = Readonly<Record<PeriodFigureKey, number | null>>

export function valuesOf(figures: PeriodFigures): FigureValues {
  const value = (key: PeriodFigureKey) => {
    const [group = '', name = ''] = key.split('.')
    return (figures as unknown as Record<string, Record<string, number | null>>)[group]?.[name] ?? null
  }
  return Object.fromEntries(periodFigures.map((key) => [key, value(key)])) as FigureValues
}

/** Of these a rate is the quotient; it is never added up. */
const quotients: Readonly<Partial<Record<PeriodFigureKey, readonly [part: PeriodFigureKey, base: PeriodFigureKey]>>> = {
  'study.attendanceRate': ['study.ratedAttended', 'study.ratedDue'],
  'lecture.coverageRate': ['lecture.coveredUnions', 'lecture.baseUnions'],
}

/** What none states stays unstated. No office has a union of another one's, so that even coverage adds up. */
export function addValues(all: readonly FigureValues[]): FigureValues {
  const sums = Object.fromEntries(periodFigures.map((key) => [key, sum(all.map((one) => one[key]))])) as FigureValues
  const rates = Object.entries(quotients).map(([key, [part, base]]) => [key, quotient(sums[part], sums[base])])
  return { ...sums, ...Object.fromEntries(rates) }
}

/** Amounts of money have two decimals; everything else is whole. */
function sum(numbers: readonly (number | null)[]): number | null {
  const stated = numbers.filter((number) => number !== null)
  return stated.length === 0 ? null : Math.round(stated.reduce((total, number) => total + number * 100, 0)) / 100
}

function quotient(part: number | null, base: number | null): number | null {
  return part === null || !base ? null : part / base
}

/** Of each office that has others below it: its own and theirs together. */
export function subtotals(
  offices: readonly DeskOffice[],
  own: ReadonlyMap<string, FigureValues>,
): Map<string, FigureValues> {
  const totals = new Map<string, FigureValues>()
  for (const [index, office] of offices.entries()) {
    const below = offices.slice(index + 1)
    const end = below.findIndex(({ depth }) => depth <= office.depth)
    const branch = end < 0 ? below : below.slice(0, end)
    if (branch.length === 0) continue
    const values = [office, ...branch].flatMap(({ officeId }) => own.get(officeId) ?? [])
    totals.set(office.officeId, addValues(values))
  }
  return totals
}

/** 1 for the highest; equal values share a place, and the next one leaves as many out. null where nothing is stated. */
export function placesOf(numbers: readonly (number | null)[]): (number | null)[] {
  return numbers.map((number) =>
    number === null ? null : 1 + numbers.filter((other) => other !== null && other > number).length,
  )
}
