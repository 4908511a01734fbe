import { expect, test } from 'vitest'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import { addValues, type FigureValues, placesOf, subtotals } from '../../src-shared/office-totals.ts'

const values = (stated: Partial<FigureValues>): FigureValues =>
  ({ ...Object.fromEntries(periodFigures.map((key) => [key, null])), ...stated }) as FigureValues

test('figures of offices add up; what none states stays unstated and a rate is made anew', () => {
  const total = addValues([
    values({
      'lecture.sessions': 2,
      'lecture.coveredUnions': 1,
      'lecture.baseUnions': 4,
      'lecture.coverageRate': 0.25,
    }),
    values({
      'lecture.sessions': 3,
      'lecture.coveredUnions': 3,
      'lecture.baseUnions': 4,
      'lecture.coverageRate': 0.75,
    }),
  ])
  expect(total['lecture.sessions']).toBe(5)
  expect(total['lecture.coverageRate']).toBe(0.5)
  expect(total['lecture.clicks']).toBeNull()
})

test('amounts of money add up without a stray digit', () => {
  const total = addValues([values({ 'stay.consolationYuan': 0.1 }), values({ 'stay.consolationYuan': 0.2 })])
  expect(total['stay.consolationYuan']).toBe(0.3)
})

test('a subtotal holds the office and everybody below it, and nobody beside it', () => {
  const office = (officeId: string, depth: number) => ({
    officeId,
    name: officeId,
    divisionCode: '',
    parentId: null,
    depth,
  })
  const tree = [office('city', 0), office('a', 1), office('town', 2), office('b', 1), office('other', 0)]
  const own = new Map(tree.map(({ officeId }, index) => [officeId, values({ 'study.sessions': 10 ** index })]))
  const totals = subtotals(tree, own)
  expect([...totals].map(([id, total]) => [id, total['study.sessions']])).toEqual([
    ['city', 1111],
    ['a', 110],
  ])
})

test('equal values share a place and the next one leaves as many out', () => {
  expect(placesOf([5, 9, 5, null, 1])).toEqual([2, 1, 2, null, 4])
})
