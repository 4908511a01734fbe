/**
 * Merging lines of a bundle into an empty ledger: parsing, comparing, writing rows and changes and the root over all of
 * it, against a bare loop that inserts the same rows and changes, ready as they are, with the same triggers and indexes.
 * Taking the same lines in again must be a third of the first time.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { applyRowStates, type RowOutcome } from '../../src-main/merge/apply-rows.ts'
import { readRowStates } from '../../src-main/merge/read-rows.ts'
import { parseRowLine, rowLine, tableOrder } from '../../src-main/merge/row-state.ts'
import { stateRoot } from '../../src-main/merge/state-root.ts'
import { fillLedger, openLedger } from './ledger.ts'
import { type Comparison, median, timeOf } from './measure.ts'

const parts = ['ours', 'bare', 'replay', 'merging alone', 'reading', 'root'] as const
const tables = tableOrder.filter((table) => table !== 'office' && table !== 'grassrootsUnion')

export async function benchMerge(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const county = await openLedger()
    await fillLedger(county, size)
    const lines = await linesOf(county.core.context.db)
    const times = Object.fromEntries(parts.map((part) => [part, [] as number[]])) as Record<
      (typeof parts)[number],
      number[]
    >
    for (let run = 0; run < runs; run += 1) {
      times.bare.push(await bareLoop(county.folder))
      const upper = await openEmpty(county.folder)
      const { db } = upper.core.context
      let took: RowOutcome[] = []
      const take = () => db.transaction().execute(async (trx) => (took = await applyRowStates(trx, statesOf(lines))))
      const merging = await timeOf(take)
      const root = await timeOf(() => stateRoot(db, tables))
      times.ours.push(merging + root)
      times['merging alone'].push(merging)
      times.root.push(root)
      if (took.some(({ outcome }) => outcome !== 'new')) throw new Error('not everything was new')
      times.replay.push(await timeOf(take))
      if (took.some(({ outcome }) => outcome !== 'same')) throw new Error('not everything was the same')
      times.reading.push(await timeOf(() => linesOf(db)))
      await upper.close()
    }
    await county.close()
    const [ours, bare, replay, merging] = parts.map((part) => median(times[part])) as [number, number, number, number]
    const reading = median(times.reading)
    comparisons.push(
      { name: 'merge and root', size, ours, bare, aim: 2, besides: 'parsing, comparing, hashing of every row' },
      { name: 'merge', size, ours: merging, bare, aim: 2, besides: 'parsing and comparing' },
      { name: 'the same again', size, ours: replay, bare: merging, aim: 1 / 3, besides: 'parsing and comparing' },
      { name: 'reading states', size, ours: reading, bare, aim: 1, besides: 'writing of lines' },
    )
  }
  return comparisons
}

type Db = Parameters<typeof readRowStates>[0]

async function linesOf(db: Db): Promise<string[]> {
  const lines: string[] = []
  for await (const state of readRowStates(db, tables)) lines.push(rowLine(state))
  return lines
}

function* statesOf(lines: readonly string[]) {
  for (const line of lines) yield parseRowLine(line)
}

/** A ledger that has the unions, so that both ways only write records. */
async function openEmpty(from: string) {
  const ledger = await openLedger()
  const file = new SqliteDatabase(join(ledger.folder, 'ledger.sqlite'))
  file.exec(`ATTACH '${join(from, 'ledger.sqlite')}' AS county`)
  file.exec('DELETE FROM grassrootsUnion; INSERT INTO grassrootsUnion SELECT * FROM county.grassrootsUnion')
  file.close()
  return ledger
}

async function bareLoop(from: string): Promise<number> {
  const ledger = await openEmpty(from)
  const source = new SqliteDatabase(join(from, 'ledger.sqlite'), { readonly: true })
  const file = new SqliteDatabase(join(ledger.folder, 'ledger.sqlite'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  const inserts = [...tables, 'change'].map((table) => {
    const where = table === 'change' ? `WHERE tableName NOT IN ('office', 'grassrootsUnion')` : ''
    const rows = source.prepare(`SELECT * FROM ${table} ${where}`).raw().all() as unknown[][]
    if (table === 'change') for (const row of rows) row[0] = null
    const width = (file.pragma(`table_info(${table})`) as unknown[]).length
    return { rows, insert: file.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join()})`) }
  })
  const insertAll = file.transaction(() => {
    for (const { rows, insert } of inserts) for (const row of rows) insert.run(row)
  })
  const time = await timeOf(insertAll)
  source.close()
  file.close()
  await ledger.close()
  return time
}
