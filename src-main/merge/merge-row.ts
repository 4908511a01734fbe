/**
 * Merges two states of one row (合并). Pure, and a least upper bound: in any order, any number of times, with anything
 * lost in between, whoever has the same changes has the same row. A field that both sides set without knowing of each
 * other has the value of the greater change, and both values are told.
 */
import {
  type ChangeStamp,
  compareStamps,
  lastChange,
  type RowChange,
  type RowState,
  type SqlValue,
  setterOf,
  stampKey,
  stampOf,
} from './row-state.ts'

export type MergeOutcome = 'new' | 'changed' | 'same' | 'older' | 'merged' | 'conflict'

/** `kept` stands in the row now. A value that is the column's default is undefined here as in the state. */
export type FieldConflict = {
  readonly field: string
  readonly kept: SqlValue | undefined
  readonly other: SqlValue | undefined
  readonly keptStamp: ChangeStamp
  readonly otherStamp: ChangeStamp
  /** Whether the value that stands is the one that was here before. */
  readonly isOwnKept: boolean
}

export type Merged = {
  readonly state: RowState
  readonly outcome: MergeOutcome
  readonly conflicts: readonly FieldConflict[]
}

export function mergeRow(own: RowState | undefined, other: RowState): Merged {
  if (!own) return { state: other, outcome: 'new', conflicts: [] }
  const fromOther = unknownTo(own, other)
  const fromOwn = unknownTo(other, own)
  if (fromOther.length === 0) return { state: own, outcome: fromOwn.length === 0 ? 'same' : 'older', conflicts: [] }
  if (fromOwn.length === 0) return { state: other, outcome: 'changed', conflicts: [] }
  return mergeBranches({ state: own, alone: fromOwn }, { state: other, alone: fromOther })
}

/** One side, and its changes that the other side does not know. */
type Branch = { readonly state: RowState; readonly alone: readonly RowChange[] }

function mergeBranches(own: Branch, other: Branch): Merged {
  const values: Record<string, SqlValue> = {}
  const conflicts: FieldConflict[] = []
  for (const field of new Set([...Object.keys(own.state.values), ...Object.keys(other.state.values)])) {
    const isOwnKept = isGreater(setterOf(own.state.changes, field), setterOf(other.state.changes, field))
    const kept = (isOwnKept ? own : other).state.values[field]
    if (kept !== undefined) values[field] = kept
    const conflict = conflictOf(field, isOwnKept, own, other)
    if (conflict) conflicts.push(conflict)
  }
  const changes = [...own.state.changes, ...other.alone].sort(compareStamps)
  const [lesser, greater] = isGreater(lastChange(own.state), lastChange(other.state)) ? [other, own] : [own, other]
  const more = { ...lesser.state.more, ...greater.state.more }
  const state = { ...own.state, values, changes, ...(Object.keys(more).length > 0 && { more }) }
  const removal = conflicts.some(({ field }) => field === 'removedAt') ? null : editOfRemoved(state, own, other)
  if (removal) conflicts.push(removal)
  return { state, outcome: conflicts.length > 0 ? 'conflict' : 'merged', conflicts }
}

/** Both sides set the field without knowing of each other, to different values. Two removals are one. */
function conflictOf(field: string, isOwnKept: boolean, own: Branch, other: Branch): FieldConflict | null {
  const ownSetter = setterAlone(own, field)
  const otherSetter = setterAlone(other, field)
  if (!ownSetter || !otherSetter || field === 'createdAt') return null
  const [ownValue, otherValue] = [own.state.values[field], other.state.values[field]]
  if (ownValue === otherValue) return null
  if (field === 'removedAt' && (ownValue ?? null) !== null && (otherValue ?? null) !== null) return null
  const [kept, lost] = isOwnKept ? [ownValue, otherValue] : [otherValue, ownValue]
  const [keptStamp, otherStamp] = isOwnKept ? [ownSetter, otherSetter] : [otherSetter, ownSetter]
  return { field, kept, other: lost, keptStamp: stampOf(keptStamp), otherStamp: stampOf(otherStamp), isOwnKept }
}

/** The change that gave the side's value, when the other side does not know it. */
function setterAlone({ state, alone }: Branch, field: string): RowChange | undefined {
  const setter = setterOf(state.changes, field)
  return setter && alone.includes(setter) ? setter : undefined
}

/** One side removed the row, the other went on editing it: disjoint fields, but not what either of them meant. */
function editOfRemoved(merged: RowState, own: Branch, other: Branch): FieldConflict | null {
  if ((merged.values.removedAt ?? null) === null) return null
  const isOwnKept = (own.state.values.removedAt ?? null) !== null
  if (isOwnKept === ((other.state.values.removedAt ?? null) !== null)) return null
  const [remover, editor] = isOwnKept ? [own, other] : [other, own]
  const removal = setterOf(remover.alone, 'removedAt')
  const edit = editor.alone.findLast(({ op }) => op === 'update')
  if (!removal || !edit) return null
  return {
    field: 'removedAt',
    kept: merged.values.removedAt,
    other: undefined,
    keptStamp: stampOf(removal),
    otherStamp: stampOf(edit),
    isOwnKept,
  }
}

function unknownTo(knower: RowState, { changes }: RowState): RowChange[] {
  const known = new Set(knower.changes.map(stampKey))
  return changes.filter((change) => !known.has(stampKey(change)))
}

/** Equal stamps: one change, either side will do. */
function isGreater(one: ChangeStamp | undefined, other: ChangeStamp | undefined): boolean {
  return one !== undefined && (other === undefined || compareStamps(one, other) >= 0)
}
