/**
 * The rows of a bundle as they are to be applied (包内各行): read from its volumes, those that cannot go in taken out
 * and named. Whatever is wrong with one row, the next one comes.
 */
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Refusal } from '../merge/apply-rows.ts'
import { parseRowLine, type RowState, rowVersion } from '../merge/row-state.ts'
import { readColumns, type TableColumns } from '../merge/table-columns.ts'
import { linesOf } from '../sync/data-lines.ts'
import type { OpenedVolume } from '../sync/open-bundle.ts'
import { type ReportedTable, reportedTables } from '../sync/reported-tables.ts'
import { type ArchivedBundle, dataVolumes, openArchived, volumesHere } from './archive.ts'
import { judgeRow } from './judge-row.ts'

/** A row that does not go in; without a state when it could not be read at all. */
export type Rejected = { readonly state: RowState | null; readonly line: string; readonly refusal: Refusal }

/** Volumes with data, one after another, each held against the manifest that was archived. */
export async function* volumesWithData(
  context: Pick<CoreContext, 'dataFolder' | 'keys' | 'db'>,
  { bundleId, manifest }: ArchivedBundle,
): AsyncGenerator<OpenedVolume> {
  const here = await volumesHere(context.db, bundleId)
  for (const number of dataVolumes(manifest)) {
    const volume = here.find((one) => one.number === number)
    if (volume) yield await openArchived(context, volume.sha256)
  }
}

/** Rows of all `data/` parts. @throws Problem BUNDLE_INVALID when a part is not what the manifest says */
export async function* linesOfVolumes(volumes: AsyncIterable<OpenedVolume>): AsyncGenerator<string> {
  for await (const { parts } of volumes)
    for (const part of parts) if (part.entry.name.startsWith('data/')) yield* await linesOf(part)
}

/** Rows at once for one question to the ledger. */
const batchSize = 500

/** Passes on what can go in; `reject` hears of the rest. `db` is the received database with the ledger beside it. */
export async function* admitted(
  db: Kysely<Tables>,
  lines: AsyncIterable<string> | Iterable<string>,
  reject: (rejected: Rejected) => void,
): AsyncGenerator<RowState> {
  const columns = await readColumns(db)
  let batch: { readonly state: RowState; readonly line: string }[] = []
  const passed = async () => {
    const own = await ownRows(
      db,
      batch.map(({ state }) => state),
    )
    return batch.flatMap(({ state, line }) => {
      const refusal = own.has(state.id) ? ofOurs : judgeRow(columns.get(state.table) as TableColumns, state)
      if (refusal) reject({ state, line, refusal })
      return refusal ? [] : [state]
    })
  }
  for await (const line of lines) {
    const state = parsed(line, reject)
    if (state) batch.push({ state, line })
    if (batch.length < batchSize) continue
    yield* await passed()
    batch = []
  }
  yield* await passed()
}

const ofOurs: Refusal = {
  rule: '归属',
  field: '',
  words: '这条记录的编号是本单位台账里的，不能由别的单位报来，请核对。',
}

function parsed(line: string, reject: (rejected: Rejected) => void): RowState | null {
  try {
    const state = parseRowLine(line)
    if (isReported(state.table)) return state
    reject({ state, line, refusal: { rule: '范围', field: '', words: '这张登记表不在上报范围内，没有收。' } })
  } catch {
    reject({
      state: null,
      line,
      refusal: { rule: '格式', field: '', words: '这一行读不出来，请对方升级程序后重新导出。' },
    })
  }
  return null
}

const isReported = (table: string): table is ReportedTable => (reportedTables as readonly string[]).includes(table)

/** Ids that stand in our own ledger: a row of ours comes from nobody else. */
async function ownRows(db: Kysely<Tables>, states: readonly RowState[]): Promise<ReadonlySet<string>> {
  const own = new Set<string>()
  for (const table of new Set(states.map((state) => state.table))) {
    const ids = JSON.stringify(states.flatMap((state) => (state.table === table ? [state.id] : [])))
    const { rows } = await sql<{ id: string }>`
      select id from ledger.${sql.table(table)} where id in (select value from json_each(${ids}))
    `.execute(db)
    for (const { id } of rows) own.add(id)
  }
  return own
}

/** Whether a row that is refused is known here in a later or the same state: then there is nothing to hold back. */
export async function isKnownBetter(db: Kysely<Tables>, state: RowState, officeId: string): Promise<boolean> {
  if (!isReported(state.table)) return false
  const { rows } = await sql`
    select 1 from main.${sql.table(state.table)}
    where id = ${state.id} and officeId = ${officeId} and version >= ${rowVersion(state)}
  `.execute(db)
  return rows.length > 0
}
