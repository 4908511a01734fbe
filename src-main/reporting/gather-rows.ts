/**
 * The rows of a report (上报数据), in one pass over everything that is reported: what changed behind the base becomes
 * data, everything becomes root and index. Read within one transaction.
 */
import { type Kysely, sql } from 'kysely'
import type { CarriedCounts, StateRoot } from '../../src-shared/bundle-manifest.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { readRowStates } from '../merge/read-rows.ts'
import { type RowState, rowLine, rowVersion } from '../merge/row-state.ts'
import { type RowMark, rootOfMarks } from '../merge/state-root.ts'
import { sha256 } from '../sync/ed25519.ts'
import { wholeTables } from '../sync/reported-tables.ts'
import { segmentBytes, type UnsealedPart } from '../sync/seal-bundle.ts'

export type GatheredRows = {
  readonly counts: CarriedCounts
  readonly state: StateRoot
}

export type RowGathering = {
  /** `data/…`, then `state/index…`: one line for each row that the root is over, `{hash, id, table, version}`. */
  readonly parts: AsyncGenerator<UnsealedPart>
  /** Once all parts were taken. */
  readonly result: () => GatheredRows
}

/** Rows between two steps of the job. */
const stride = 1000

/** @param changedAfter rows changed behind this change are carried; null carries all */
export function gatherRows(
  trx: Kysely<Tables>,
  { changedAfter, job }: { changedAfter: number | null; job: Job },
): RowGathering {
  let result: GatheredRows | undefined
  async function* parts(): AsyncGenerator<UnsealedPart> {
    const total = await countReported(trx)
    const changed = changedAfter === null ? null : await changedRows(trx, changedAfter)
    const counts = new Map<string, { present: number; removed: number }>()
    const marks: RowMark[] = []
    const data = lineParts((number) => `data/${String(number).padStart(3, '0')}.ndjson`)
    for await (const state of readRowStates(trx, wholeTables)) {
      const line = rowLine(state)
      const { table, id } = state
      marks.push({ table, id, version: rowVersion(state), hash: sha256(Buffer.from(line, 'utf8')) })
      if (changed === null || changed.has(`${table} ${id}`)) {
        count(counts, state)
        yield* data.add(line)
      }
      if (marks.length % stride === 0) await job.step(marks.length, total)
    }
    for await (const state of readRowStates(trx, ['answer'])) {
      if (changed !== null && !changed.has(`answer ${state.id}`)) continue
      count(counts, state)
      yield* data.add(rowLine(state))
    }
    yield* data.end()
    const index = lineParts(
      (number) => `state/index${number === 1 ? '' : `-${String(number).padStart(3, '0')}`}.ndjson`,
    )
    // Canonical as it stands: the members are in their order.
    for (const { hash, id, table, version } of marks) yield* index.add(JSON.stringify({ hash, id, table, version }))
    yield* index.end()
    result = { counts: Object.fromEntries(counts), state: await rootOfMarks(marks) }
  }
  return {
    parts: parts(),
    result: () => {
      if (!result) throw new Error('the rows were not gathered to their end')
      return result
    },
  }
}

/** Collects lines into parts of about 4 MB. */
function lineParts(nameOf: (number: number) => string) {
  let lines: string[] = []
  let length = 0
  let number = 0
  function* close(): Generator<UnsealedPart> {
    if (lines.length === 0) return
    number += 1
    const part = { name: nameOf(number), rows: lines.length, bytes: Buffer.from(`${lines.join('\n')}\n`, 'utf8') }
    lines = []
    length = 0
    yield part
  }
  return {
    *add(line: string): Generator<UnsealedPart> {
      lines.push(line)
      // A Chinese character is one unit here and three bytes there.
      length += line.length * 2
      if (length >= segmentBytes) yield* close()
    },
    end: close,
  }
}

function count(counts: Map<string, { present: number; removed: number }>, { table, values }: RowState): void {
  const known = counts.get(table) ?? { present: 0, removed: 0 }
  if ((values.removedAt ?? null) === null) known.present += 1
  else known.removed += 1
  counts.set(table, known)
}

async function changedRows(trx: Kysely<Tables>, after: number): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('change')
    .select(['tableName', 'rowId'])
    .distinct()
    .where('seq', '>', after)
    .execute()
  return new Set(rows.map(({ tableName, rowId }) => `${tableName} ${rowId}`))
}

async function countReported(trx: Kysely<Tables>): Promise<number> {
  let total = 0
  for (const table of wholeTables satisfies readonly StampedTable[]) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(trx)
    total += rows[0]?.count ?? 0
  }
  return total
}
