/** What an import would do (导入预览): each row is new, changes a record, says what is known already, or is wrong. */
import type { Kysely } from 'kysely'
import {
  type ImportKind,
  type ImportProblem,
  type ImportRemark,
  type ImportSheet,
  importKinds,
} from '../../src-shared/excel-import.ts'
import { recordSchemas } from '../../src-shared/record-kinds.ts'
import { formFields, type Stamp } from '../../src-shared/stamp.ts'
import { unionSchema } from '../../src-shared/unions.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import type { Grid } from '../files/xlsx-read.ts'
import { findHeader } from './find-header.ts'
import { keyNames, keyOf } from './natural-key.ts'
import { stayName } from './read-row.ts'
import { type ReadSheet, readSheet, type SheetRow, unknownSheet } from './read-sheet.ts'

export type Fields = Readonly<Record<string, unknown>>
export type PlannedRow = { readonly row: number; readonly fields: Fields } & (
  | { readonly state: 'new' | 'same' | 'wrong' }
  | { readonly state: 'changed'; readonly target: { readonly id: string; readonly version: number } }
)
export type SheetPlan = { readonly kind: ImportKind; readonly rows: readonly PlannedRow[] }
export type ImportPlan = {
  /** As in the workbook. */
  readonly sheets: readonly ImportSheet[]
  /** In the order in which they are written: what others refer to comes first. */
  readonly plans: readonly SheetPlan[]
}

type Known = { readonly id: string; readonly version: number; readonly fields: Fields; isTaken: boolean }
type Names = { readonly unions: Map<string, string>; readonly stays: Map<string, string> }

const schemas = { ...recordSchemas, grassrootsUnion: unionSchema } as const

/** Stands for the id of a union or stay that this workbook adds, until it has one. */
export const placeholder = (name: string): string => `新:${name}`

export async function planImport(db: Kysely<Tables>, grids: readonly Grid[], fileName: string): Promise<ImportPlan> {
  const names = await readNames(db)
  const found = grids.map((grid, index) => ({ grid, index, header: findHeader(grid) }))
  const sheets: ImportSheet[] = grids.map(({ name }) => unknownSheet(name))
  const plans: SheetPlan[] = []
  for (const kind of importKinds) {
    const own = found.filter(({ header }) => header?.kind === kind)
    if (own.length === 0) continue
    const judge = rowJudge(kind, await knownRecords(db, kind))
    for (const { grid, index, header } of own) {
      if (!header) continue
      const sheet = readSheet(grid, header, names, fileName)
      const { rows, problems, remarks } = judge(sheet)
      addNames(names, kind, rows)
      plans.push({ kind, rows })
      sheets[index] = reportOf(sheet, rows, problems, remarks)
    }
  }
  return { sheets, plans }
}

async function readNames(db: Kysely<Tables>): Promise<Names> {
  const unions = await db.selectFrom('grassrootsUnion').select(['id', 'name']).where('removedAt', 'is', null).execute()
  const stays = await db
    .selectFrom('stay')
    .select(['id', 'unitName', 'from', 'to'])
    .where('removedAt', 'is', null)
    .execute()
  return {
    unions: new Map(unions.map(({ id, name }) => [name, id])),
    stays: new Map(stays.map((stay) => [stayName(stay), stay.id])),
  }
}

function addNames(names: Names, kind: ImportKind, rows: readonly PlannedRow[]): void {
  for (const { state, fields } of rows) {
    if (state !== 'new') continue
    if (kind === 'grassrootsUnion') names.unions.set(String(fields.name), placeholder(String(fields.name)))
    if (kind === 'stay') {
      const name = stayName(fields as Parameters<typeof stayName>[0])
      names.stays.set(name, placeholder(name))
    }
  }
}

async function knownRecords(db: Kysely<Tables>, kind: ImportKind): Promise<Map<string, Known[]>> {
  const rows = await db.selectFrom(kind).selectAll().where('removedAt', 'is', null).execute()
  const known = new Map<string, Known[]>()
  for (const row of rows) {
    const item = fromRow<Fields & Stamp>(kind, row)
    const { id, version } = item
    const fields: Fields = formFields(item)
    const key = keyOf(kind, fields)
    known.set(key, [...(known.get(key) ?? []), { id, version, fields, isTaken: false }])
  }
  return known
}

type Judged = {
  readonly rows: readonly PlannedRow[]
  readonly problems: readonly ImportProblem[]
  readonly remarks: readonly ImportRemark[]
}

/** One for all sheets of a kind: a row may repeat one of an earlier sheet. */
function rowJudge(kind: ImportKind, known: ReadonlyMap<string, Known[]>): (sheet: ReadSheet) => Judged {
  const seen = new Map<string, { place: string; text: string }>()
  return (sheet) => {
    const isLame = sheet.problems.length > 0
    const problems: ImportProblem[] = [...sheet.problems]
    const remarks: ImportRemark[] = [...sheet.remarks]
    const checked = sheet.rows.map((row) => ({ row, fields: checkRow(kind, sheet, row, problems) }))
    // Rows that say what is known claim their records first; what is left of those may be changed by others.
    const same = new Set(checked.filter(({ fields, row }) => fields && takeSame(kind, known, row)))
    const rows = checked.map((one): PlannedRow => {
      const { row, fields } = one
      const result = { row: row.row, fields: fields ?? row.fields }
      if (isLame || !fields) return { ...result, state: 'wrong' }
      const key = keyOf(kind, fields)
      const text = JSON.stringify(fields)
      const earlier = seen.get(key)
      seen.set(key, earlier ?? { place: `“${sheet.name}”第${row.row}行`, text })
      if (same.has(one)) return { ...result, state: 'same' }
      const target = known.get(key)?.find(({ isTaken }) => !isTaken)
      if (target) return changeOf(kind, target, row, problems, sheet)
      if (!earlier) return { ...result, state: 'new' }
      const place = { row: row.row, column: 'A' }
      if (earlier.text === text) {
        remarks.push({ ...place, code: 'ROW_REPEATED', message: `与${earlier.place}完全相同，只计一次` })
        return { ...result, state: 'same' }
      }
      const message = `与${earlier.place}的${keyNames[kind]}都相同，别处不同；是同一条请合并，是两条请写明区别`
      problems.push({ ...place, code: 'DUPLICATE_ROW', message })
      return { ...result, state: 'wrong' }
    })
    return { rows, problems, remarks }
  }
}

/** The record's fields; undefined, with problems noted, where a cell is wrong. */
function checkRow(kind: ImportKind, sheet: ReadSheet, row: SheetRow, problems: ImportProblem[]): Fields | undefined {
  for (const { field, code, message } of row.problems)
    problems.push({ row: row.row, column: sheet.columnOf(field), code, message })
  const parsed = schemas[kind].safeParse(row.fields)
  if (parsed.success) return row.problems.length === 0 ? parsed.data : undefined
  const silent = new Set(row.problems.map(({ field }) => field))
  for (const field of sheet.missing) silent.add(field)
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (silent.has(field)) continue
    silent.add(field)
    const header = sheet.labelOf(field)
    const message = header === '' ? issue.message : `${header}：${issue.message}`
    problems.push({ row: row.row, column: sheet.columnOf(field), code: 'FIELD_INVALID', message })
  }
  return undefined
}

function takeSame(kind: ImportKind, known: ReadonlyMap<string, Known[]>, row: SheetRow): boolean {
  const same = known
    .get(keyOf(kind, row.fields))
    ?.find(({ isTaken, fields }) => !isTaken && holdsAll(fields, row.fields))
  if (same) same.isTaken = true
  return same !== undefined
}

/** Does the record say already what the row says? A blank cell says nothing. */
function holdsAll(record: Fields, given: Fields): boolean {
  return Object.entries(given).every(([field, value]) => JSON.stringify(record[field]) === JSON.stringify(value))
}

function changeOf(
  kind: ImportKind,
  target: Known,
  row: SheetRow,
  problems: ImportProblem[],
  sheet: ReadSheet,
): PlannedRow {
  target.isTaken = true
  const fields = checkRow(kind, sheet, { ...row, fields: { ...target.fields, ...row.fields } }, problems)
  if (!fields) return { row: row.row, fields: row.fields, state: 'wrong' }
  return { row: row.row, fields, state: 'changed', target: { id: target.id, version: target.version } }
}

function reportOf(
  { name, kind, header }: ReadSheet,
  rows: readonly PlannedRow[],
  problems: readonly ImportProblem[],
  remarks: readonly ImportRemark[],
): ImportSheet {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 }
  for (const { state } of rows) counts[state] += 1
  return {
    name,
    kind,
    header: header.row,
    columns: header.shown,
    rows: rows.length,
    ...counts,
    problems: problems.toSorted((one, other) => one.row - other.row),
    remarks: remarks.toSorted((one, other) => one.row - other.row),
  }
}
