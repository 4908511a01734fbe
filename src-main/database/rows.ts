/** Between records and rows: lists are JSON text in the row; the stamp's inner columns stay inside. */
import type { StampedTable } from './tables.ts'

const listColumns: Readonly<Partial<Record<StampedTable, readonly string[]>>> = {
  grassrootsUnion: ['formerNames'],
  unionAct: ['unionIds'],
  studyGroup: ['duties'],
  study: ['strata'],
  lecture: ['modes', 'speakers', 'unionIds', 'strata'],
  stay: ['cadres', 'problems', 'deeds'],
  activity: ['unionIds'],
  document: ['content'],
  notice: ['recipients', 'copyTo', 'document'],
  requirement: ['place', 'actors', 'audiences', 'forms', 'venues', 'minimum', 'window', 'report', 'produces'],
}

/** Columns that a record holds under one name. */
const groups: Readonly<Partial<Record<StampedTable, { readonly name: string; readonly columns: readonly string[] }>>> =
  {
    grassrootsUnion: { name: 'life', columns: ['endedOn', 'ending', 'successorId', 'originId', 'formerNames'] },
  }

/** The record's fields as columns; a list that is absent stays as it is. */
export function toRow<Row>(table: StampedTable, fields: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = { ...fields }
  for (const column of listColumns[table] ?? [])
    if (fields[column] !== undefined) row[column] = JSON.stringify(fields[column])
  return row as Row
}

/** The row as the record that windows and bundles see. */
export function fromRow<Item>(table: StampedTable, row: Readonly<Record<string, unknown>>): Item {
  const { replica: _replica, removedAt: _removedAt, ...item }: Record<string, unknown> = row
  for (const column of listColumns[table] ?? []) item[column] = JSON.parse(String(row[column]))
  const group = groups[table]
  if (!group) return item as Item
  const rest = Object.entries(item).filter(([column]) => !group.columns.includes(column))
  const grouped = Object.fromEntries(group.columns.map((column) => [column, item[column]]))
  return { ...Object.fromEntries(rest), [group.name]: grouped } as Item
}

/**
 * These fields of the row as its form holds them, and no others.
 * @throws SyntaxError for a list that is no JSON
 */
export function pickFields(
  table: StampedTable,
  names: readonly string[],
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const lists = listColumns[table] ?? []
  const fields: Record<string, unknown> = {}
  for (const name of names) fields[name] = lists.includes(name) ? JSON.parse(String(row[name])) : row[name]
  return fields
}
