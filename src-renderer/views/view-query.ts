/** Filters on their way into a saved view and back into the address (常用查询的筛选): a named period moves with the days. */
import { fieldLabels } from '../../src-shared/field-labels.ts'
import type { ListFilter } from '../../src-shared/list-filters.ts'
import { filterConditions, type ListFilters } from '../../src-shared/list-tables.ts'
import { filterWords } from '../../src-shared/saved-views.ts'
import { namedPeriods } from '../components/periods.ts'

const movingWord = 'period'

/** The filter in an address, without what is open beside it. */
export function filterInAddress(words: URLSearchParams): URLSearchParams {
  return new URLSearchParams(filterWords(words))
}

/** 本月, 上季度 …: the name of the period in the address, as seen from `today`. */
export function movingPeriod(words: URLSearchParams, today: string): string | null {
  const [from, to] = [words.get('from'), words.get('to')]
  return namedPeriods(today).find(({ period }) => period.from === from && period.to === to)?.name ?? null
}

/** With the period's name in the place of its days. */
export function withMovingPeriod(words: URLSearchParams, today: string): URLSearchParams {
  const name = movingPeriod(words, today)
  const moved = filterInAddress(words)
  if (name === null) return moved
  moved.delete('from')
  moved.delete('to')
  moved.set(movingWord, name)
  return moved
}

/** The address that a view stands for today. */
export function addressOfView(query: string, today: string): URLSearchParams {
  const words = new URLSearchParams(query)
  const named = namedPeriods(today).find(({ name }) => name === words.get(movingWord))
  words.delete(movingWord)
  if (named) {
    words.set('from', named.period.from)
    words.set('to', named.period.to)
  }
  return filterInAddress(words)
}

/** A view in words: 本月；学习类型：主题党日. Words that only the page itself understands are left out. */
export function viewInWords(query: string): string {
  const words = new URLSearchParams(query)
  const period = words.get(movingWord)
  const conditions = filterConditions(filtersIn(words)).map(({ label, value }) => `${label}：${value}`)
  return [...(period ? [`时间：${period}`] : []), ...conditions].join('；')
}

export function filtersIn(words: URLSearchParams): ListFilters {
  const known = ([word]: [string, string]) =>
    word in fieldLabels || ['from', 'to', 'text', 'on', 'ended'].includes(word)
  const filters = Object.fromEntries([...words].filter(known)) as { [Filter in ListFilter]?: string }
  const year = Number(words.get('year')) || null
  return { ...filters, year }
}
