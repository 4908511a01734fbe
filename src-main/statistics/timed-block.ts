/** A table of a sheet that counts one thing month by month (分月表), or by quarters where the months are too many. */
import type { Kysely } from 'kysely'
import { monthsBetween } from '../../src-shared/compared-periods.ts'
import type { CrossHead } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { countOf } from './count-sql.ts'
import { headsOf } from './cross-heads.ts'
import { groupRecords, recordsOfGroup } from './group-records.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, CellPlace, SheetScope } from './sheet-maker.ts'

export type TimedTable = {
  readonly caption: string
  readonly kind: RecordKind
  readonly rows: string
  readonly rowTitle: string
  /** Key of the count; one that may be added up. */
  readonly count: string
}

/** More months than a page has room for. */
const mostMonths = 12

export function timedBlock(table: TimedTable): BlockMaker {
  return {
    draw: (db, scope) => draw(db, table, scope),
    behind: (db, scope, place) => behind(db, table, scope, place),
  }
}

async function draw(db: Kysely<Tables>, table: TimedTable, { period }: SheetScope): Promise<SheetBlock> {
  const { kind, rows: key, count, caption } = table
  const times = timesOf(period)
  const groups = await groupRecords(db, { kind, period, rows: key, columns: times, counts: [count] })
  const spans = await headsOf(db, { kind, key: times, period }, [])
  const found = groups.flatMap(({ row }) => (row === null ? [] : [row]))
  const rows = found.length === 0 ? [] : await headsOf(db, { kind, key, period }, found)
  const values = new Map(groups.map(({ row, column, values }) => [JSON.stringify([row, column]), values[0] ?? null]))
  const cell = (row: CrossHead, column: CrossHead): SheetCell =>
    values.get(JSON.stringify([row.key, column.key])) ?? (countOf(kind, count).isCounted ? 0 : null)
  return makeBlock(
    columnsOf(table, spans, period),
    rows.map((row) => [row.label, ...spans.map((span) => cell(row, span)), null]),
    { caption, rowKeys: rows.map((row) => row.key) },
  )
}

function columnsOf({ rowTitle }: TimedTable, spans: readonly CrossHead[], { from, to }: Period): SheetColumn[] {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  const width = Math.max(8, Math.floor(96 / (spans.length + 1)))
  return [
    { title: rowTitle, width: 26, kind: 'text' },
    ...spans.map(({ label }): SheetColumn => ({ title: isOneYear ? label.slice(5) : label, width, kind: 'count' })),
    { title: '合计', width: width + 1, kind: 'count', sumOf: [1, spans.length] },
  ]
}

async function behind(db: Kysely<Tables>, table: TimedTable, { period }: SheetScope, { row, column }: CellPlace) {
  const { kind, rows, count } = table
  const times = timesOf(period)
  const spans = await headsOf(db, { kind, key: times, period }, [])
  if (column < 1 || column > spans.length + 1) return undefined
  const span = spans[column - 1]?.key ?? null
  return await recordsOfGroup(db, { kind, period, rows, columns: times, count }, { row, column: span })
}

const timesOf = ({ from, to }: Period) => (monthsBetween(from, to) < mostMonths ? 'month' : 'quarter')
