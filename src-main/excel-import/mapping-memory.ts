/** What the clerk said about the columns of a layout (记住的列对应): kept when she imports, used by itself, forgotten. */
import type { Kysely, Transaction } from 'kysely'
import type { ImportColumn } from '../../src-shared/excel-import.ts'
import type { RememberedMapping } from '../../src-shared/import-mapping.ts'
import { notFound } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import type { Grid } from '../files/grid.ts'
import { findHeader, type Header } from './find-header.ts'
import type { DecidedHeader, Remembered } from './mapping-header.ts'
import { headerPlaces, layoutOf } from './mapping-layout.ts'

/** Newest first. */
export async function listMappings(db: Kysely<Tables>): Promise<readonly RememberedMapping[]> {
  const rows = await db.selectFrom('importMapping').selectAll().orderBy('updatedAt', 'desc').orderBy('layout').execute()
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as ImportColumn[] }))
}

export async function readRemembered(db: Kysely<Tables>): Promise<Remembered> {
  const mappings = await listMappings(db)
  return new Map(mappings.map((mapping) => [mapping.layout, mapping]))
}

/** @throws Problem NOT_FOUND */
export async function forgetMapping(db: Kysely<Tables>, layout: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('importMapping').where('layout', '=', layout).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw notFound(layout)
}

/** What was said this time is kept; where it says what the rules find anyway, nothing need be kept. */
export async function rememberMapping(
  trx: Transaction<Tables>,
  at: string,
  sheet: { readonly head: Grid; readonly fileName: string; readonly decided: DecidedHeader },
): Promise<void> {
  const { head, fileName, decided } = sheet
  const { by, layout, header } = decided
  if (by !== 'given' || layout === null) return
  // What was remembered of another row of this sheet, and would be used again, is overruled as well.
  const layouts = headerPlaces(head).map((place) => layoutOf(head.name, place))
  await trx.deleteFrom('importMapping').where('layout', 'in', layouts).execute()
  const byRule = findHeader(head)
  if (header && byRule && saysTheSame(header, byRule)) return
  const row = {
    layout,
    kind: header?.kind ?? null,
    source: `${fileName}，${head.name}`,
    columns: JSON.stringify((header ?? byRule)?.shown ?? []),
    updatedAt: at,
  }
  await trx.insertInto('importMapping').values(row).execute()
}

function saysTheSame(one: Header, other: Header): boolean {
  const text = ({ kind, row, columns }: Header) =>
    JSON.stringify([kind, row, columns.map(({ index, column }) => [index, column.field])])
  return text(one) === text(other)
}
