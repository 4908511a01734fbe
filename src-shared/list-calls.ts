/** Calls that serve every list alike (列表). */
import { z } from 'zod'
import { call, listQuery, returns } from './calls.ts'
import { form } from './fields.ts'
import { type ListChoice, type ListFilter, type ListName, listFilters, listNames } from './list-filters.ts'

const value = z.string({ error: '应为文字' }).max(200, '不能超过200个字').optional()

/** The query of a list with the filters that it knows. */
export function filteredQuery<List extends ListName>(list: List) {
  type Filter = (typeof listFilters)[List][number]
  const filters = Object.fromEntries(listFilters[list].map((filter) => [filter, value]))
  return form({ ...listQuery.shape, ...(filters as Record<Filter, typeof value>) })
}

const anyFilter = z.enum([...new Set(Object.values(listFilters).flat())] as [ListFilter, ...ListFilter[]], {
  error: '不在可选范围内',
})

export const listCalls = {
  /** The values of a filter that occur, in the order of their names. */
  choices: call
    .input(form({ list: z.enum(listNames, { error: '不在可选范围内' }), filter: anyFilter }))
    .output(returns<readonly ListChoice[]>()),
}
