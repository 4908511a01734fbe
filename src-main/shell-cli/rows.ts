/** Whole lists, periods and edits as the commands need them. */
import { ORPCError } from '@orpc/server'
import type { ListQuery, Page } from '../../src-shared/calls.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import { formFields, type Stamp } from '../../src-shared/stamp.ts'
import type { Call } from './command.ts'

/** Rows of one call; more than that are fetched page by page. */
const pageSize = 10_000

/** Every row of a list, however many. */
export async function allRows<Row>(
  list: (query: ListQuery) => Promise<Page<Row>>,
  filter: Omit<ListQuery, 'offset' | 'limit'>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await list({ ...filter, offset: rows.length, limit: pageSize })
    rows.push(...page.rows)
    if (page.rows.length < pageSize) return rows
  }
}

/** --from and --to of a list, each of which may be missing. */
export function rangeOf({ from, to }: Call['options']): { from: string | null; to: string | null } {
  return { from: from ?? null, to: to ?? null }
}

/** --from and --to where both must be there; the runner has seen to that. */
export function periodOf({ from = '', to = '' }: Call['options']): Period {
  return { from, to }
}

/** The stored row with the given fields put over it; a `version` in the file says on which version they were made. */
export function editOf(row: Stamp, given: unknown): { id: string; version: number; fields: object } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Problem('INVALID_INPUT', '修改用的文件内应为一组字段，没有保存，请改正后再试。')
  const { version: stated } = given as { readonly version?: unknown }
  const version = typeof stated === 'number' ? stated : row.version
  return { id: row.id, version, fields: { ...formFields(row), ...formFields(given) } }
}

/** The first kind whose call does not answer NOT_FOUND. @throws the last refusal when none has it */
export async function firstFound<Kind, Result>(
  kinds: readonly Kind[],
  call: (kind: Kind) => Promise<Result>,
): Promise<{ kind: Kind; result: Result }> {
  let refusal: unknown
  for (const kind of kinds)
    try {
      return { kind, result: await call(kind) }
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'NOT_FOUND') throw error
      refusal = error
    }
  throw refusal
}
