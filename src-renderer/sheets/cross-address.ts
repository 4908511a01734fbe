/** The choice of a cross-table in the address (地址): it comes back with a reload, and can be kept as a view. */
import {
  type ComparedWith,
  type CrossMeasure,
  type CrossQuery,
  comparisons,
  crossMeasures,
  dimensionsOf,
} from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import { type RecordKind, recordKinds } from '../../src-shared/record-kinds.ts'
import { scopeIn } from './sheet-scope.ts'

/** What a kind of record begins with: the table that is asked for most. */
const usual: Readonly<Record<RecordKind, Pick<CrossQuery, 'rows' | 'columns' | 'measure'>>> = {
  study: { rows: 'type', columns: 'month', measure: 'sessions' },
  lecture: { rows: 'venueType', columns: 'month', measure: 'sessions' },
  stay: { rows: 'cadre', columns: null, measure: 'days' },
  activity: { rows: 'kind', columns: 'month', measure: 'records' },
}
/** Says that there are no columns; without the word they are the usual ones. */
const noColumns = 'none'

/** Words that the kind does not know are read as the usual ones, so that an old address still shows a table. */
export function crossIn(words: URLSearchParams, period: Period): CrossQuery {
  const kind = recordKinds.find((one) => one === words.get('kind')) ?? 'study'
  const scope = scopeIn(words)
  const known = dimensionsOf(kind, scope)
  const measures: readonly CrossMeasure[] = crossMeasures[kind]
  const dimension = (key: string | null) => known.find((one) => one.key === key)?.key
  const rows = dimension(words.get('rows')) ?? usual[kind].rows
  const asked = words.get('columns')
  const columns = asked === noColumns ? null : (dimension(asked) ?? usual[kind].columns)
  return {
    kind,
    rows,
    columns: columns === rows ? null : columns,
    measure: measures.find(({ key }) => key === words.get('measure'))?.key ?? usual[kind].measure,
    period,
    compare: (Object.keys(comparisons) as ComparedWith[]).find((one) => one === words.get('compare')) ?? null,
    ...(scope && { scope }),
  }
}

/** All words of a choice; the period has its own. */
export function wordsOf({ kind, rows, columns, measure, compare }: Omit<CrossQuery, 'period'>) {
  return { kind, rows, columns: columns ?? noColumns, measure, compare }
}

/** What a new kind of record begins with; the comparison stays. */
export function usualOf(kind: RecordKind, { compare }: CrossQuery): Omit<CrossQuery, 'period'> {
  return { kind, ...usual[kind], compare }
}
