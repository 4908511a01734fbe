/** What becomes of each row (逐行判断): it is new, changes a record, says what is known already, or is wrong. */
import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ImportKind } from '../../src-shared/excel-import.ts'
import { recordSchemas } from '../../src-shared/record-kinds.ts'
import { registerSchemas } from '../../src-shared/registers.ts'
import { unionSchema } from '../../src-shared/unions.ts'
import type { Tables } from '../database/tables.ts'
import { type Fields, type Known, type KnownRecords, readKnown } from './known-records.ts'
import { keyNames, keyOf } from './natural-key.ts'
import type { SheetReader, SheetRow } from './read-sheet.ts'
import { type CodeGuard, openCodeGuard } from './taken-codes.ts'

export type PlannedRow = { readonly row: number; readonly fields: Fields } & (
  | { readonly state: 'new' | 'same' | 'wrong' }
  | { readonly state: 'changed'; readonly target: Pick<Known, 'id' | 'version' | 'fields'> }
)

/** One for all sheets of a kind: a row may repeat one of an earlier sheet. Problems and remarks go to the sheet. */
export type RowJudge = {
  /** Rows that differ from the record they name wait: a later row may be the one that says the same as it. */
  readonly judge: (sheet: SheetReader, rows: readonly SheetRow[]) => Promise<PlannedRow[]>
  /** What waited, in parts. */
  readonly judgeWaiting: (sheet: SheetReader) => AsyncGenerator<PlannedRow[], void>
}

type Earlier = { readonly sheet: string; readonly row: number; readonly text: string }
type Checked = { readonly row: SheetRow; readonly fields: Fields; readonly key: string; readonly text: string }
type Waiting = Checked & { readonly earlier: Earlier | undefined }

const schemas = { ...recordSchemas, ...registerSchemas, grassrootsUnion: unionSchema } as const
/** Rows that are decided together. */
const part = 200

export async function openJudge(db: Kysely<Tables>, kind: ImportKind): Promise<RowJudge> {
  const known = await readKnown(db, kind)
  const guard: CodeGuard = kind === 'grassrootsUnion' ? await openCodeGuard(db) : (_, row) => row
  const seen = new Map<string, Earlier>()
  let waiting: Waiting[] = []
  return {
    async judge(sheet, rows) {
      const isLame = sheet.missing.length > 0
      const planned: PlannedRow[] = []
      const checked = rows.flatMap((row) => {
        const fields = checkRow(kind, sheet, row)
        if (isLame || !fields) planned.push({ row: row.row, fields: fields ?? row.fields, state: 'wrong' })
        return isLame || !fields ? [] : [withKey(kind, row, fields)]
      })
      await known.load(checked.map(({ key }) => key))
      for (const one of checked) {
        const earlier = seen.get(one.key)
        if (!earlier) seen.set(one.key, { sheet: sheet.name, row: one.row.row, text: one.text })
        const same = known.free(one.key).find(({ fields }) => holdsAll(fields, one.row.fields))
        if (same) {
          known.claim(same)
          planned.push({ row: one.row.row, fields: one.fields, state: 'same' })
        } else if (known.has(one.key)) waiting.push({ ...one, earlier })
        else planned.push(newOrRepeated(kind, sheet, { ...one, earlier }))
      }
      known.forget()
      return planned.map((row) => guard(sheet, row))
    },
    async *judgeWaiting(sheet) {
      const rows = waiting
      waiting = []
      for (let start = 0; start < rows.length; start += part)
        yield (await judgeAgain(kind, sheet, known, rows.slice(start, start + part))).map((row) => guard(sheet, row))
    },
  }
}

async function judgeAgain(
  kind: ImportKind,
  sheet: SheetReader,
  known: KnownRecords,
  rows: readonly Waiting[],
): Promise<PlannedRow[]> {
  await known.load(rows.map(({ key }) => key))
  const planned = rows.map((one) => {
    const [target] = known.free(one.key)
    if (!target) return newOrRepeated(kind, sheet, one)
    known.claim(target)
    return changeOf(kind, sheet, target, one.row)
  })
  known.forget()
  return planned
}

/** The text is what tells whether two rows with one key differ. */
function withKey(kind: ImportKind, row: SheetRow, fields: Fields): Checked {
  return { row, fields, key: keyOf(kind, fields), text: hash('sha1', JSON.stringify(fields), 'base64') }
}

function newOrRepeated(kind: ImportKind, sheet: SheetReader, { row, fields, text, earlier }: Waiting): PlannedRow {
  if (!earlier) return { row: row.row, fields, state: 'new' }
  const place = { row: row.row, column: 'A' }
  const first = `“${earlier.sheet}”第${earlier.row}行`
  if (earlier.text === text) {
    sheet.remarks.push({ ...place, code: 'ROW_REPEATED', message: `与${first}完全相同，只计一次` })
    return { row: row.row, fields, state: 'same' }
  }
  const message = `与${first}的${keyNames[kind]}都相同，别处不同；是同一条请合并，是两条请写明区别`
  sheet.problems.push({ ...place, code: 'DUPLICATE_ROW', message })
  return { row: row.row, fields, state: 'wrong' }
}

/** The record's fields; undefined, with problems noted, where a cell is wrong. */
function checkRow(kind: ImportKind, sheet: SheetReader, row: SheetRow): Fields | undefined {
  for (const { field, code, message } of row.problems)
    sheet.problems.push({ row: row.row, column: sheet.columnOf(field), code, message })
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
    sheet.problems.push({ row: row.row, column: sheet.columnOf(field), code: 'FIELD_INVALID', message })
  }
  return undefined
}

/** Does the record say already what the row says? A blank cell says nothing. */
function holdsAll(record: Fields, given: Fields): boolean {
  return Object.entries(given).every(([field, value]) => JSON.stringify(record[field]) === JSON.stringify(value))
}

function changeOf(kind: ImportKind, sheet: SheetReader, target: Known, row: SheetRow): PlannedRow {
  const fields = checkRow(kind, sheet, { ...row, fields: { ...target.fields, ...row.fields } })
  if (!fields) return { row: row.row, fields: row.fields, state: 'wrong' }
  return { row: row.row, fields, state: 'changed', target }
}
