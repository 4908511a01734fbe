/** Random acts and lectures: the coverage of every past period is what a plain recomputation says, and stays so. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, union } from '../../sample-records.ts'

const dayNumber = fc.integer({ min: 0, max: 299 })
const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)
const which = fc.integer({ min: 0, max: 5 })

const step = fc.oneof(
  fc.record({ kind: fc.constant('lecture' as const), on: dayNumber, one: which, other: which }),
  fc.record({ kind: fc.constant('retire' as const), on: dayNumber, one: which, other: which }),
  fc.record({ kind: fc.constant('merge' as const), on: dayNumber, one: which, other: which }),
  fc.record({ kind: fc.constant('rename' as const), on: dayNumber, one: which, other: which }),
)

/** A union as the recomputation keeps it. */
type Plain = { founded: string | null; ended: string | null; heir: number | null }

test('coverage of every past period equals a plain recomputation and does not change through later acts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { api, context, close } = await openTestApp()
      const founded = [null, null, null, null, '2026-03-01', '2026-06-01']
      const { ids } = await api.unions.add(
        founded.map((foundedOn, index) => union({ name: `第${index}工会`, foundedOn })),
      )
      const plain: Plain[] = founded.map((day) => ({ founded: day, ended: null, heir: null }))
      const lectures: { date: string; reached: number[] }[] = []
      const coverage = async (to: string) => {
        const { coveredUnions, baseUnions } = (await computeFigures(context.db, { from: '2026-01-01', to })).lecture
        return [coveredUnions, baseUnions]
      }
      for (const [index, { kind, on, one, other }] of steps.entries()) {
        const day = dayOf(on)
        const before = kind === 'lecture' || on === 0 ? null : await coverage(dayOf(on - 1))
        if (kind === 'lecture') {
          const reached = [...new Set([one, other])]
          await api.lectures.add([lecture({ date: day, unionIds: reached.map((place) => ids[place] ?? '') })])
          lectures.push({ date: day, reached })
          continue
        }
        const [id = '', into = ''] = [ids[one], ids[other]]
        const act =
          kind === 'retire'
            ? api.unions.retire({ id, on: day })
            : kind === 'merge'
              ? api.unions.merge({ into, ids: [id], on: day })
              : api.unions.rename({ id, name: `第${one}工会之${index}`, on: day })
        const isDone = await act.then(
          () => true,
          () => false,
        )
        const changed = plain[one]
        if (isDone && changed && kind !== 'rename')
          plain[one] = { ...changed, ended: day, heir: kind === 'merge' ? other : null }
        if (before) expect(await coverage(dayOf(on - 1))).toEqual(before)
      }
      for (const number of [0, 58, 59, 100, 151, 200, 299])
        expect(await coverage(dayOf(number))).toEqual(recomputed(plain, lectures, dayOf(number)))
      await close()
    }),
    { numRuns: 12 },
  )
})

/** Covered and base on the last day, one union after the other. */
function recomputed(
  plain: readonly Plain[],
  lectures: readonly { readonly date: string; readonly reached: readonly number[] }[],
  day: string,
): [number, number] {
  const isThere = (one: Plain | undefined) =>
    one !== undefined && (one.founded ?? '') <= day && (one.ended === null || one.ended > day)
  const standing = (place: number): number | null => {
    const one = plain[place]
    if (one === undefined || one.ended === null || one.ended > day) return place
    return one.heir === null ? null : standing(one.heir)
  }
  const covered = new Set<number>()
  for (const { date, reached } of lectures)
    if (date <= day)
      for (const place of reached) {
        const counted = standing(place)
        if (counted !== null && isThere(plain[counted])) covered.add(counted)
      }
  return [covered.size, plain.filter(isThere).length]
}
