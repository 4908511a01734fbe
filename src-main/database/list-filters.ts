/** The filters of a list (筛选) as SQL: which rows hold a value, and which values there are. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type ListChoice, type ListFilter, type ListName, listFilters } from '../../src-shared/list-filters.ts'
import type { Tables } from './tables.ts'
import { upperMarkOf } from './upper-mark.ts'

/** What a query may hold rows to. */
export type Filters = { readonly [Filter in ListFilter]?: string | undefined }

export function filterConditions(list: ListName, filters: Filters): RawBuilder<unknown>[] {
  return listFilters[list].flatMap((filter) => {
    const wanted = filters[filter]
    if (wanted === undefined) return []
    const values = listOfValues(list, filter)
    return [
      values
        ? sql`exists (select 1 from ${values} as held where ${held(list, filter)} = ${wanted})`
        : sql`${held(list, filter)} = ${wanted}`,
    ]
  })
}

/** The values of a filter that occur; none for a filter that the list does not know. */
export async function listChoices(
  db: Kysely<Tables>,
  { list, filter }: { readonly list: ListName; readonly filter: ListFilter },
): Promise<ListChoice[]> {
  const known: readonly ListFilter[] = listFilters[list]
  if (!known.includes(filter)) return []
  const values = listOfValues(list, filter)
  const from = values ? sql`${sql.table(list)}, ${values} as held` : sql.table(list)
  const value = held(list, filter)
  const { rows } = await sql<ListChoice>`
    select ${value} as value, count(distinct ${sql.ref(`${list}.id`)}) as count from ${from}
    where removedAt is null and ${value} <> '' group by 1 order by 1
  `.execute(db)
  return rows
}

/** Values that stand in a list inside the row. */
function listOfValues(list: ListName, filter: ListFilter): RawBuilder<unknown> | null {
  if (list === 'lecture' && filter === 'modes') return sql`json_each(modes)`
  if (list === 'stay' && filter === 'state') return sql`json_each(problems)`
  return null
}

/** The value of a row that is compared and offered. */
function held(list: ListName, filter: ListFilter): RawBuilder<unknown> {
  if (filter === 'upperMark') return upperMarkOf(list)
  if (list === 'stay' && filter === 'state') return sql`held.value ->> 'state'`
  return listOfValues(list, filter) ? sql`held.value` : sql.ref(filter)
}
