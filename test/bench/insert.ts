/**
 * Inserting records: the core (parsing, checking, stamping, noting every change, Kysely) against a bare loop.
 * The bare loop writes the same rows with the same triggers and indexes into a file opened the same way, gives each its
 * id and its row in `change`, one transaction per call of the core; it neither parses nor checks anything.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { type Batch, makeBatch, type OpenLedger, openLedger } from './ledger.ts'
import { type Comparison, median, timeOf } from './measure.ts'

const batchSize = 1000

export async function benchInsert(size: number, runs: number): Promise<Comparison[]> {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < runs; round += 1)
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const ledger = await openLedger()
      const batches = Array.from({ length: Math.ceil(size / batchSize) }, (_, index) =>
        makeBatch(index * batchSize, Math.min(batchSize, size - index * batchSize), ledger.unionIds),
      )
      times[side].push(
        await timeOf(side === 'ours' ? () => insertByCore(ledger, batches) : insertBare(ledger, batches)),
      )
      await ledger.close()
    }
  return [
    {
      name: `insert, batches of ${batchSize}`,
      size,
      ours: median(times.ours),
      bare: median(times.bare),
      aim: 2,
      besides: 'parsing and checking of the input, noting of changes',
    },
  ]
}

async function insertByCore({ api }: OpenLedger, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) {
    await api.studies.add(batch.studies)
    await api.lectures.add(batch.lectures)
    await api.stays.add(batch.stays)
  }
}

/** Opening and preparing are not measured: the core has done them too when its time begins. */
function insertBare({ folder, core }: OpenLedger, batches: readonly Batch[]): () => void {
  const file = new SqliteDatabase(join(folder, 'ledger.sqlite'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  const { replica, epoch } = core.context
  const note = file.prepare(
    `INSERT INTO change (tableName, rowId, op, version, replica, epoch, at, old) VALUES (?, ?, 'insert', 1, ?, ?, ?, NULL)`,
  )
  const inserters = Object.fromEntries(
    (['study', 'lecture', 'stay'] as const).map((table) => {
      const columns = file.pragma(`table_info(${table})`) as { name: string; dflt_value: unknown; notnull: number }[]
      const names = columns.map((column) => column.name)
      const statement = file.prepare(
        `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`,
      )
      const blank = columns.map((column) => (column.notnull ? '' : null))
      const insertAll = file.transaction((records: readonly object[]) => {
        const at = new Date().toISOString()
        const stamp = { version: 1, replica, createdAt: at, updatedAt: at, removedAt: null, ...defaults }
        for (const record of records) {
          const row: Record<string, unknown> = { id: uuidv7(), ...stamp, ...record }
          statement.run(names.map((name, index) => asColumn(row[name], blank[index])))
          note.run(table, row.id, replica, epoch, at)
        }
      })
      return [table, insertAll]
    }),
  )
  return () => {
    for (const batch of batches) {
      inserters.study?.(batch.studies)
      inserters.lecture?.(batch.lectures)
      inserters.stay?.(batch.stays)
    }
    file.close()
  }
}

const defaults = { delivery: '线下', form: '脱产', occasion: '讲座', strata: [], unionIds: [], problems: [], deeds: [] }

function asColumn(value: unknown, blank: unknown): unknown {
  if (value === undefined) return blank
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
