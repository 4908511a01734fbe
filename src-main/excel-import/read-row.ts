/** Reads one row of a sheet (一行) into the fields of a record; blank cells give no field. */
import type { ImportProblemCode, ImportRemarkCode } from '../../src-shared/excel-import.ts'
import { activityUnits } from '../../src-shared/vocabulary.ts'
import type { GridRow, GridValue } from '../files/grid.ts'
import {
  isBlank,
  isFormulaError,
  personName,
  plainText,
  type Read,
  readAmount,
  readDay,
  readNumber,
  readSessions,
  readSpan,
  readTime,
  textOf,
} from './cell-values.ts'
import { readDuties } from './duties.ts'
import type { FoundColumn } from './find-header.ts'
import { readCadres, readDeeds, readProblems, readShares, readSpeakers } from './lists.ts'
import { partsOf, readWord, readWords } from './words.ts'

/** What cells refer to by name: registers as they are, with what this workbook adds to them. */
export type Names = { readonly unions: ReadonlyMap<string, string>; readonly stays: ReadonlyMap<string, string> }
export type RowContext = {
  readonly names: Names
  readonly year: number | null
  /** What was read from a text of a column: tables repeat themselves. One for each sheet. */
  readonly memory: Map<FoundColumn, Map<string, Read<Fields>>>
}

export type CellProblem = { readonly field: string; readonly code: ImportProblemCode; readonly message: string }
export type CellRemark = { readonly field: string; readonly code: ImportRemarkCode; readonly message: string }
export type ReadRow = {
  readonly fields: Record<string, unknown>
  readonly problems: readonly CellProblem[]
  readonly remarks: readonly CellRemark[]
}

export function readRow(row: GridRow, columns: readonly FoundColumn[], context: RowContext): ReadRow {
  const fields: Record<string, unknown> = {}
  const problems: CellProblem[] = []
  const remarks: CellRemark[] = []
  for (const found of columns) {
    const { field, read } = found.column
    const value = row.cells[found.index] ?? null
    const merged = row.merged.get(found.index)
    if (merged === 'across' || (read === 'text' ? textOf(value) === '' : isBlank(value))) continue
    // A number over several rows is one number; words over several rows hold for each of them.
    if (merged === 'down' && (read === 'count' || read === 'yuan' || read === 'amount')) {
      remarks.push({ field, code: 'NUMBER_MERGED', message: '合并单元格中的数字只计在第一行' })
      continue
    }
    const outcome = isFormulaError(value) ? formulaError(value) : rememberedCell(value, found, context)
    if ('wrong' in outcome) {
      problems.push({ field, code: outcome.wrong, message: outcome.message })
      continue
    }
    if (outcome.remark) remarks.push({ field, ...outcome.remark })
    Object.assign(fields, outcome.value)
  }
  joinParts(fields)
  return { fields, problems, remarks }
}

type Fields = Record<string, unknown>

function formulaError(value: GridValue): Read<never> {
  return { wrong: 'FIELD_INVALID', message: `“${textOf(value)}”是公式出错的结果，请改正公式，或直接填写` }
}

/** Texts that are remembered of one column. */
const remembered = 2000

function rememberedCell(value: GridValue, found: FoundColumn, context: RowContext): Read<Fields> {
  if (typeof value !== 'string' || found.column.read === 'text') return readCell(value, found, context)
  const memory = context.memory.get(found) ?? new Map<string, Read<Fields>>()
  context.memory.set(found, memory)
  const known = memory.get(value)
  if (known) return known
  const outcome = readCell(value, found, context)
  // A name that is unknown may be known some rows later.
  if (memory.size < remembered && !('wrong' in outcome)) memory.set(value, outcome)
  return outcome
}

/** Written in one way, however they were typed. */
const codes: ReadonlySet<string> = new Set(['code', 'statisticsCode'])

function readCell(value: GridValue, { column, scale }: FoundColumn, { names, year }: RowContext): Read<Fields> {
  const { field, words = [] } = column
  const as = <Value>(read: Read<Value>): Read<Fields> =>
    'wrong' in read ? read : { ...read, value: { [field]: read.value } }
  switch (column.read) {
    case 'text':
      return as({ value: codes.has(field) ? plainText(value).toUpperCase() : textOf(value) })
    case 'person':
      return as({ value: personName(textOf(value)) })
    case 'day':
      return as(readDay(value, year))
    case 'time':
      return as(readTime(value))
    case 'count':
      return as(readCount(value))
    case 'yuan':
      return as(readNumber(value, scale))
    case 'word':
      return as(readWord(textOf(value), words))
    case 'words':
      return as(readWords(textOf(value), words))
    case 'speakers':
      return as({ value: readSpeakers(textOf(value)) })
    case 'cadres':
      return as({ value: readCadres(textOf(value)) })
    case 'shares':
      return as(readShares(textOf(value)))
    case 'problems':
      return as(readProblems(textOf(value), year))
    case 'deeds':
      return as({ value: readDeeds(textOf(value)) })
    case 'duties':
      return as(readDuties(textOf(value)))
    case 'unions':
      return as(readUnions(textOf(value), names.unions))
    case 'union':
      return as(readUnion(textOf(value), names.unions))
    case 'stay':
      return as(readStay(textOf(value), names.stays))
    case 'span':
      return readSpan(value, year)
    case 'amount':
      return readActivityAmount(value)
  }
}

function readCount(value: GridValue): Read<number> {
  const both = readSessions(value)
  if (both === null) return readNumber(value)
  if (both.sessions === 1) return { value: both.attendances }
  return {
    wrong: 'SEVERAL_SESSIONS',
    message: `一行写了${both.sessions}场，场次会少算，请一场一行分开填写`,
  }
}

function readActivityAmount(value: GridValue): Read<Fields> {
  const both = readSessions(value)
  if (both) return { value: { count: both.sessions, unit: '场', participants: both.attendances } }
  const { count, unit } = readAmount(value, activityUnits)
  const number = readNumber(count)
  return 'wrong' in number ? number : { ...number, value: { count: number.value, ...(unit ? { unit } : {}) } }
}

const unknownUnion = (name: string): Read<never> => ({
  wrong: 'UNION_UNKNOWN',
  message: `单位名册中没有“${name}”，请先登记这个单位，或核对名称`,
})

function readUnion(text: string, unions: Names['unions']): Read<string> {
  const id = unions.get(text)
  return id === undefined ? unknownUnion(text) : { value: id }
}

function readUnions(text: string, unions: Names['unions']): Read<string[]> {
  const ids = new Set<string>()
  const whole = text.split(/[\n；;]+/u).map((part) => part.trim())
  for (const part of whole.filter(Boolean)) {
    const own = unions.get(part)
    const names = own === undefined ? partsOf(part, []) : [part]
    for (const name of names) {
      const id = unions.get(name)
      if (id === undefined) return unknownUnion(name)
      ids.add(id)
    }
  }
  return { value: [...ids] }
}

function readStay(text: string, stays: Names['stays']): Read<string> {
  const id = stays.get(text)
  return id === undefined
    ? { wrong: 'STAY_UNKNOWN', message: `没有“${text}”这次蹲点，请写成“单位（起始日期至截止日期）”，并先登记蹲点` }
    : { value: id }
}

/** Posts and kinds in columns of their own belong to the one person of the row. */
function joinParts(fields: Fields): void {
  const { speakerPost, speakerKind, cadrePost, cadreIsLeader } = fields
  const isYes = /^(?:是|√|✓|有|y|yes|1)$/iu.test(String(cadreIsLeader ?? ''))
  fields.speakers = withOnePerson(fields.speakers, { post: speakerPost, kind: speakerKind })
  fields.cadres = withOnePerson(fields.cadres, { post: cadrePost, isLeader: isYes || undefined })
  for (const part of ['speakerPost', 'speakerKind', 'cadrePost', 'cadreIsLeader']) delete fields[part]
  for (const list of ['speakers', 'cadres']) if (fields[list] === undefined) delete fields[list]
}

function withOnePerson(people: unknown, parts: Fields): unknown {
  if (!Array.isArray(people) || people.length !== 1) return people
  const given = Object.entries(parts).filter(([, value]) => value !== undefined)
  return [{ ...people[0], ...Object.fromEntries(given) }]
}
