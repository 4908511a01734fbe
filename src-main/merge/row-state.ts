/**
 * The state of a row (行状态): its present values and the list of all its changes. What a bundle carries of it is one
 * line of canonical JSON. The values follow from the set of changes: each field has what its greatest change gave.
 */
import { hash } from 'node:crypto'
import { Problem } from '../../src-shared/problems.ts'
import type { ChangeRow, StampedTable } from '../database/tables.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { parseStrictLine } from '../sync/strict-json.ts'

export type SqlValue = string | number | null
export type Values = Readonly<Record<string, SqlValue>>

/** Which change: ordered by version, then replica, epoch and time; the time only tells two copies of one PC apart. */
export type ChangeStamp = Pick<ChangeRow, 'version' | 'replica' | 'epoch' | 'at'>
/** `old`: the values before an update, changed fields only. */
export type RowChange = ChangeStamp & { readonly op: ChangeRow['op']; readonly old: Values | null }

export type RowState = {
  readonly table: StampedTable
  readonly id: string
  /**
   * As in the row, lists as JSON text; without what follows from the changes (id, version, replica, updatedAt) and
   * without fields that hold their column's default, so that a column added later changes no line. Fields of a newer
   * program are kept.
   */
  readonly values: Values
  /** In ascending order, each once; never empty. */
  readonly changes: readonly RowChange[]
  /** Members of the line that a newer program added. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Every stamped table, what is referred to before what refers. */
export const tableOrder = [
  'office',
  'grassrootsUnion',
  'unionAct',
  'stay',
  'study',
  'lecture',
  'activity',
  'cadre',
  'lecturer',
  'lectureTeam',
  'studyGroup',
  'venue',
  'material',
  'incoming',
  'notice',
  'requirement',
  'answer',
  'arrangement',
  'document',
  'noticeDocument',
  'explanation',
  'numberSeries',
  'outgoing',
  'attachment',
  'setting',
  'savedView',
] as const satisfies readonly StampedTable[]

/** Negative when `one` came before. */
export function compareStamps(one: ChangeStamp, other: ChangeStamp): number {
  return (
    one.version - other.version ||
    compareText(one.replica, other.replica) ||
    one.epoch - other.epoch ||
    compareText(one.at, other.at)
  )
}

export function stampOf({ version, replica, epoch, at }: ChangeStamp): ChangeStamp {
  return { version, replica, epoch, at }
}

/** One text per stamp, for sets of them. */
export function stampKey({ version, replica, epoch, at }: ChangeStamp): string {
  return `${version} ${replica} ${epoch} ${at}`
}

/** The greatest change of a row. */
export function lastChange({ changes }: Pick<RowState, 'changes'>): RowChange {
  return changes.at(-1) as RowChange
}

/**
 * The version of the row (版本) in these changes: their number, so that every merge raises it, also when the greatest
 * change was known. It is never below the greatest change's own version, and equal to it as long as nothing was merged.
 */
export function rowVersion({ changes }: Pick<RowState, 'changes'>): number {
  return Math.max(changes.length, changes.at(-1)?.version ?? 0)
}

/** The greatest change that set the field: an insert sets all of them. */
export function setterOf(changes: readonly RowChange[], field: string): RowChange | undefined {
  return changes.findLast(({ op, old }) =>
    op === 'insert' ? true : op === 'update' ? old !== null && Object.hasOwn(old, field) : field === 'removedAt',
  )
}

/** Canonical JSON of one line, without line break. @throws RangeError for what has no canonical JSON */
export function rowLine({ table, id, values, changes, more }: RowState): string {
  const carried = changes.map(({ op, version, replica, epoch, at, old }) => [op, version, replica, epoch, at, old])
  return canonical({ c: carried, id, t: table, v: values, ...more })
}

/** SHA-256 of the line, hex. */
export function rowHash(state: RowState): string {
  return hash('sha256', rowLine(state))
}

/**
 * The state of a line that came from elsewhere; two readers can take it for one value only.
 * @throws Problem BUNDLE_INVALID: not canonical, a table or operation that is unknown, anything but flat values, changes
 * out of order, NUL or half a character
 */
export function parseRowLine(line: string): RowState {
  const members = membersOf(line)
  const { t: table, id, v: values, c: carried } = members
  if (!tables.has(table as StampedTable)) throw wrong('登记表不认识')
  if (typeof id !== 'string' || id === '' || id.length > 64) throw wrong('编号不对')
  if (!isFlat(values)) throw wrong('字段不对')
  if (!Array.isArray(carried) || carried.length === 0) throw wrong('没有修改记录')
  const changes = carried.map(changeOf)
  for (let index = 1; index < changes.length; index += 1)
    if (compareStamps(changes[index - 1] as RowChange, changes[index] as RowChange) >= 0)
      throw wrong('修改记录次序不对')
  const state = { table: table as StampedTable, id, values, changes }
  return Object.keys(members).length > 4 ? { ...state, more: moreOf(members) } : state
}

function moreOf({ t, id, v, c, ...more }: Record<string, unknown>): Record<string, unknown> {
  return more
}

const tables = new Set<StampedTable>(tableOrder)
const ops = new Set(['insert', 'update', 'remove', 'restore'])
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

function membersOf(line: string): Record<string, unknown> {
  try {
    return parseStrictLine(line)
  } catch (cause) {
    throw wrong('不是规范写法', cause)
  }
}

/** Objects whose keys are in order already, as nearly all are, are written by the engine itself, five times as fast. */
function canonical(members: Record<string, unknown>): string {
  const { c: carried, v: values } = members
  const isPlain = Array.isArray(carried) && isInOrder(values) && carried.every((change) => isInOrder(change?.[5]))
  return isPlain && Object.keys(members).join() === 'c,id,t,v' ? JSON.stringify(members) : canonicalJson(members)
}

function isInOrder(value: unknown): boolean {
  let last = ''
  for (const key in value as object) {
    if (key <= last && last !== '') return false
    const member = (value as Record<string, unknown>)[key]
    if (typeof member === 'object' && member !== null) return false
    last = key
  }
  return true
}

function changeOf(carried: unknown): RowChange {
  if (!Array.isArray(carried) || carried.length !== 6) throw wrong('修改记录不对')
  const [op, version, replica, epoch, at, old] = carried
  const isStamp =
    isCount(version) && isCount(epoch) && typeof replica === 'string' && typeof at === 'string' && moment.test(at)
  if (!ops.has(op) || !isStamp || (op === 'update') !== (old !== null) || (old !== null && !isFlat(old)))
    throw wrong('修改记录不对')
  return { op, version, replica, epoch, at, old }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function isFlat(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const key in value) {
    const field = (value as Record<string, unknown>)[key]
    if (field !== null && typeof field !== 'string' && typeof field !== 'number') return false
  }
  return true
}

function wrong(what: string, cause?: unknown): Problem {
  return new Problem('BUNDLE_INVALID', `包中有一行数据${what}，请让对方重新导出。`, { cause })
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
