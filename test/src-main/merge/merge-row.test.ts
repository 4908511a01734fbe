import { describe, expect, test } from 'vitest'
import { mergeRow } from '../../../src-main/merge/merge-row.ts'
import { compareStamps, type RowChange, type RowState, type Values } from '../../../src-main/merge/row-state.ts'

const stampFor = (version: number, replica: string) => ({
  version,
  replica,
  epoch: 1,
  at: `2026-11-21T06:30:0${version}.000Z`,
})
const insert: RowChange = { op: 'insert', ...stampFor(1, 'p'), old: null }
const update = (version: number, replica: string, old: Values): RowChange => ({
  op: 'update',
  ...stampFor(version, replica),
  old,
})
const remove = (version: number, replica: string): RowChange => ({
  op: 'remove',
  ...stampFor(version, replica),
  old: null,
})
const state = (values: Values, ...changes: RowChange[]): RowState => ({
  table: 'study',
  id: '1',
  values,
  changes: [insert, ...changes].sort(compareStamps),
})

const base = state({ topic: '旧', note: '' })

describe('one side knows all of the other', () => {
  const later = state({ topic: '新', note: '' }, update(2, 'p', { topic: '旧' }))

  test('what is unknown here is new', () => {
    expect(mergeRow(undefined, base)).toEqual({ state: base, outcome: 'new', conflicts: [] })
  })
  test('the same changes are the same, fewer are older, more are a change', () => {
    expect(mergeRow(base, base)).toEqual({ state: base, outcome: 'same', conflicts: [] })
    expect(mergeRow(later, base)).toEqual({ state: later, outcome: 'older', conflicts: [] })
    expect(mergeRow(base, later)).toEqual({ state: later, outcome: 'changed', conflicts: [] })
  })
})

describe('T26 both sides went on', () => {
  const p = state({ topic: '甲', note: '' }, update(2, 'p', { topic: '旧' }))
  const q = state({ topic: '旧', note: '乙' }, update(2, 'q', { note: '' }))
  const q2 = state({ topic: '乙', note: '' }, update(2, 'q', { topic: '旧' }))

  test('disjoint fields merge', () => {
    const merged = mergeRow(p, q)
    expect(merged.outcome).toBe('merged')
    expect(merged.state.values).toEqual({ topic: '甲', note: '乙' })
    expect(mergeRow(q, p).state).toEqual(merged.state)
  })

  test('the same field has the value of the greater change, and both are told', () => {
    const conflict = {
      field: 'topic',
      kept: '乙',
      other: '甲',
      keptStamp: stampFor(2, 'q'),
      otherStamp: stampFor(2, 'p'),
    }
    expect(mergeRow(p, q2).conflicts).toEqual([{ ...conflict, isOwnKept: false }])
    expect(mergeRow(q2, p).conflicts).toEqual([{ ...conflict, isOwnKept: true }])
    expect(mergeRow(p, q2).state).toEqual(mergeRow(q2, p).state)
    expect(mergeRow(p, q2).state.values.topic).toBe('乙')
  })

  test('the same value from both sides is no conflict', () => {
    const same = state({ topic: '甲', note: '' }, update(2, 'q', { topic: '旧' }))
    expect(mergeRow(p, same)).toMatchObject({ outcome: 'merged', conflicts: [] })
  })

  test('a field that one side set again on top of what both know is no conflict', () => {
    const both = mergeRow(p, q2).state
    const decided: RowState = {
      ...both,
      values: { ...both.values, topic: '丙' },
      changes: [...both.changes, update(4, 'p', { topic: '乙' })],
    }
    const meanwhile: RowState = {
      ...both,
      values: { ...both.values, note: '丁' },
      changes: [...both.changes, update(4, 'q', { note: '' })],
    }
    expect(mergeRow(meanwhile, decided)).toMatchObject({ outcome: 'merged', conflicts: [] })
    expect(mergeRow(q2, decided)).toMatchObject({ outcome: 'changed', state: { values: { topic: '丙' } } })
  })

  test('an edit beside a removal is told', () => {
    const removedAt = '2026-11-21T06:30:02.000Z'
    const gone = state({ topic: '旧', note: '', removedAt }, remove(2, 'q'))
    const told = { field: 'removedAt', kept: removedAt, other: undefined }
    expect(mergeRow(p, gone)).toMatchObject({ outcome: 'conflict', conflicts: [{ ...told, isOwnKept: false }] })
    expect(mergeRow(gone, p)).toMatchObject({ outcome: 'conflict', conflicts: [{ ...told, isOwnKept: true }] })
    expect(mergeRow(gone, p).state.values).toEqual({ topic: '甲', note: '', removedAt })
  })

  test('two removals are one', () => {
    const goneHere = state({ topic: '旧', removedAt: '2026-11-21T06:30:02.000Z' }, remove(2, 'p'))
    const goneThere = state({ topic: '旧', removedAt: '2026-11-21T06:30:03.000Z' }, remove(2, 'q'))
    expect(mergeRow(goneHere, goneThere)).toMatchObject({ outcome: 'merged', conflicts: [] })
    expect(mergeRow(goneHere, goneThere).state).toEqual(mergeRow(goneThere, goneHere).state)
  })

  test('T7 T8 two changes of one PC that was copied are told apart by their moments', () => {
    const copy = state(
      { topic: '丙', note: '' },
      { ...update(2, 'p', { topic: '旧' }), at: '2026-11-21T06:31:00.000Z' },
    )
    const merged = mergeRow(p, copy)
    expect(merged).toMatchObject({ outcome: 'conflict', conflicts: [{ kept: '丙', other: '甲' }] })
    expect(merged.state.changes).toHaveLength(3)
  })
})
