/** Calls that serve every list alike (列表): its filters, its print, its workbook. */
import { z } from 'zod'
import { call, jobId, listQuery, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { form, optionalDay } from './fields.ts'
import { type ListChoice, type ListFilter, type ListName, listFilters, listNames } from './list-filters.ts'
import { type ListTable, printedLists } from './list-tables.ts'

const value = z.string({ error: '应为文字' }).max(200, '不能超过200个字').optional()
const notOffered = { error: '不在可选范围内' }

/** The query of a list with the filters that it knows. */
export function filteredQuery<List extends ListName>(list: List) {
  type Filter = (typeof listFilters)[List][number]
  const filters = Object.fromEntries(listFilters[list].map((filter) => [filter, value]))
  return form({ ...listQuery.shape, ...(filters as Record<Filter, typeof value>) })
}

const allFilters = [...new Set(Object.values(listFilters).flat())] as [ListFilter, ...ListFilter[]]

/** A list and its filter; a word that the list does not know is passed over, as it is in an address. */
const wholeList = form({
  list: z.enum(printedLists, notOffered),
  from: listQuery.shape.from,
  to: listQuery.shape.to,
  text: listQuery.shape.text,
  year: z.number({ error: '应为年份' }).int('应为年份').nullable().default(null),
  on: optionalDay(),
  ended: value,
  ...(Object.fromEntries(allFilters.map((filter) => [filter, value])) as Record<ListFilter, typeof value>),
})
export type WholeList = z.output<typeof wholeList>

export const listCalls = {
  /** The values of a filter that occur, in the order of their names. */
  choices: call
    .input(form({ list: z.enum(listNames, notOffered), filter: z.enum(allFilters, notOffered) }))
    .output(returns<readonly ListChoice[]>()),
  /** Every row of the filter, with the columns that fit on paper. */
  table: call.input(wholeList).output(returns<ListTable>()),
  /** The same as a workbook, with every column. */
  write: call.input(form({ ...wholeList.shape, jobId })).output(returns<Delivery>()),
}
