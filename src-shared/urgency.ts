/** What presses most (轻重缓急) among requirements: which to do first, and how a group of them stands. Pure. */
import type { ProgressState, RequirementProgress } from './progress.ts'

/** From the one that presses most to the one that is done. */
export const statesByUrgency: readonly ProgressState[] = ['已超期', '未开始', '进行中', '无法量化', '已达标']

const rank = (state: ProgressState) => statesByUrgency.indexOf(state)
const noDay = '9999'

/** Open requirements: overdue ones first, then by their last day; those without one follow, in the order of the notice. */
export function mostUrgent(
  requirements: readonly RequirementProgress[],
  most: number = requirements.length,
): RequirementProgress[] {
  return requirements
    .filter(({ state }) => state !== '已达标')
    .toSorted((one, other) => {
      if ((one.state === '已超期') !== (other.state === '已超期')) return one.state === '已超期' ? -1 : 1
      const [due, otherDue] = [one.due ?? noDay, other.due ?? noDay]
      if (due !== otherDue) return due < otherDue ? -1 : 1
      return rank(one.state) - rank(other.state)
    })
    .slice(0, most)
}

/** The state that presses most; null of none. */
export function worstState(states: readonly ProgressState[]): ProgressState | null {
  return statesByUrgency.find((state) => states.includes(state)) ?? null
}
