/** A cross-table as a sheet (交叉表的表样): for the XLSX and for an annex of a document. */
import type { Kysely } from 'kysely'
import { type CrossFigures, type CrossQuery, type CrossTable, totalLabel } from '../../src-shared/cross-tables.ts'
import type { ShownCross } from '../../src-shared/sheet-calls.ts'
import type { Sheet, SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { makeCrossTable } from './cross-table.ts'
import { makeBlock } from './make-block.ts'
import { frameOf } from './sheets.ts'

/**
 * The table and its sheet, both of one moment.
 * @throws Problem OFFICE_MISSING
 */
export async function showCross(db: Kysely<Tables>, query: CrossQuery, today: string): Promise<ShownCross> {
  if (!db.isTransaction) return await db.transaction().execute((trx) => showCross(trx, query, today))
  const table = await makeCrossTable(db, query)
  const { title, notes } = table
  const sheet: Sheet = {
    kind: 'cross',
    cross: query,
    title: `${title}统计表`,
    ...(await frameOf(db, { period: query.period, today })),
    blocks: table.columnDimension === null ? [plainBlock(table)] : wideBlocks(table),
    notes,
  }
  return { table, sheet }
}

/** Characters of the name of a row. */
const nameWidth = 30

/** One measure down the page, with the other period and what has changed beside it. */
function plainBlock({ rowDimension, measure, rows, rowsOverlap, figures, compared }: CrossTable): SheetBlock {
  const number = (title: string): SheetColumn => ({
    title,
    width: 18,
    kind: measure.kind,
    ...apart(rowsOverlap, measure.kind),
  })
  const name = measure.unit ? `${measure.label}（${measure.unit}）` : measure.label
  const columns: SheetColumn[] = [
    { title: rowDimension.label, width: nameWidth, kind: 'text' },
    number(name),
    ...(compared
      ? [
          number(`${compared.label}${measure.label}`),
          { ...number('增减'), differenceOf: [1, 2] as const },
          ...(measure.kind === 'rate'
            ? []
            : [{ title: '增幅', width: 12, kind: 'rate' as const, ratioOf: [3, 2] as const }]),
        ]
      : []),
  ]
  const cells = (now: number | null, then: number | null): SheetCell[] =>
    columns.map((_, index) => (index === 1 ? now : index === 2 ? then : null))
  return makeBlock(
    columns,
    rows.map((row, index) => [
      row.label,
      ...cells(figures.rowTotals[index] ?? null, compared?.figures.rowTotals[index] ?? null).slice(1),
    ]),
    {
      rowKeys: rows.map(({ key }) => key),
      isOverlapping: rowsOverlap,
      apart: cells(figures.total, compared?.figures.total ?? null),
    },
  )
}

/** A block for each period and one for what has changed. */
function wideBlocks(table: CrossTable): SheetBlock[] {
  const { compared, figures } = table
  if (compared === null) return [wideBlock(table, figures, '')]
  return [
    wideBlock(table, figures, '一、本期'),
    wideBlock({ ...table, rows: compared.rows, columns: compared.columns }, compared.figures, `二、${compared.label}`),
    wideBlock(table, compared.difference, `三、比${compared.label}增减`, true),
  ]
}

/** @param isCompared cells that lack one of two periods are blank, so that their sum would not be the difference */
function wideBlock(table: CrossTable, figures: CrossFigures, caption: string, isCompared = false): SheetBlock {
  const { rowDimension, measure, rows, columns: heads, rowsOverlap, columnsOverlap } = table
  const { kind } = measure
  const width = Math.max(9, Math.floor(110 / (heads.length + 1)))
  const isAdded = !columnsOverlap && kind !== 'rate' && !isCompared
  const overlaps = rowsOverlap || isCompared
  const columns: SheetColumn[] = [
    { title: rowDimension.label, width: nameWidth, kind: 'text' },
    ...heads.map(({ label }): SheetColumn => ({ title: label, width, kind, ...apart(overlaps, kind) })),
    {
      title: totalLabel(table.columnsOverlap),
      width: Math.max(width, 11),
      kind,
      ...apart(overlaps, kind),
      ...(isAdded && { sumOf: [1, heads.length] as const }),
    },
  ]
  return makeBlock(
    columns,
    rows.map((row, index) => [row.label, ...(figures.cells[index] ?? []), figures.rowTotals[index] ?? null]),
    {
      caption,
      rowKeys: rows.map(({ key }) => key),
      isOverlapping: rowsOverlap,
      apart: ['', ...figures.columnTotals, figures.total],
    },
  )
}

/** Rates are never added up; nor is what overlaps. */
const apart = (overlaps: boolean, kind: SheetColumn['kind']) =>
  overlaps || kind === 'rate' ? ({ total: 'apart' } as const) : {}
