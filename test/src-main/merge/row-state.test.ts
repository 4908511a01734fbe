import { describe, expect, test } from 'vitest'
import {
  compareStamps,
  parseRowLine,
  type RowState,
  rowHash,
  rowLine,
  rowVersion,
  setterOf,
  tableOrder,
} from '../../../src-main/merge/row-state.ts'
import { Problem } from '../../../src-shared/problems.ts'

const at = '2026-11-21T06:30:00.000Z'
const stamp = (version: number, replica = 'p', epoch = 1) => ({ version, replica, epoch, at })

const state: RowState = {
  table: 'lecture',
  id: '019d-1',
  values: { topic: '宣讲“二十大”', modes: '["劳模宣讲"]', audienceOnSite: 45 },
  changes: [
    { op: 'insert', ...stamp(1), old: null },
    { op: 'update', ...stamp(2, 'q'), old: { topic: '宣讲', clicks: null } },
  ],
}
const line = rowLine(state)

function refusalOf(text: string): string {
  try {
    parseRowLine(text)
    return '（收下了）'
  } catch (error) {
    return error instanceof Problem ? `${error.code} ${error.message}` : `${error}`
  }
}

test('a line is canonical JSON and gives the state back', () => {
  expect(line).toBe(
    `{"c":[["insert",1,"p",1,"${at}",null],["update",2,"q",1,"${at}",{"clicks":null,"topic":"宣讲"}]],` +
      '"id":"019d-1","t":"lecture","v":{"audienceOnSite":45,"modes":"[\\"劳模宣讲\\"]","topic":"宣讲“二十大”"}}',
  )
  expect(parseRowLine(line)).toEqual(state)
  expect(rowHash(parseRowLine(line))).toBe(rowHash(state))
})

test('T10 fields and members that only a newer program knows are kept in the line', () => {
  const newer = line.replace('{"audience', '{"aNewerField":"保留","audience').replace('"t":', '"seal":{"n":[1]},"t":')
  const parsed = parseRowLine(newer)
  expect(parsed.values.aNewerField).toBe('保留')
  expect(parsed.more).toEqual({ seal: { n: [1] } })
  expect(rowLine(parsed)).toBe(newer)
})

describe('T16 a line is refused', () => {
  const cases: Record<string, string> = {
    'that is no JSON': line.slice(0, -1),
    'with a double key': line.replace('"id":', '"id":"x","id":'),
    'with white space': line.replace('"id":', '"id": '),
    'with another spelling of a number': line.replace(':45', ':45.0'),
    'with a number that is not finite': line.replace(':45', ':1e999'),
    'of an unknown table': line.replace('lecture', 'sqlite_schema'),
    'without id': line.replace('019d-1', ''),
    'with a list where a text is due': line.replace(':45', ':[45]'),
    'with a truth value': line.replace(':45', ':true'),
    'with NUL': line.replace('“二', '\\u0000'),
    'with half a character': line.replace('“二', '\\ud800'),
    'that reaches for the prototype': line.replace('{"audience', '{"__proto__":null,"audience'),
    'without changes': line.replace(/"c":.*,"id"/, '"c":[],"id"'),
    'with changes out of order': line.replace('["update",2', '["update",1').replace('"q"', '"o"'),
    'with an unknown operation': line.replace('insert', 'rename'),
    'with a version below 1': line.replace('["insert",1', '["insert",0'),
    'with a moment that is none': line.replace(at, '2026-11-21'),
    'with an update that does not say what it changed': line.replace(/\{"clicks".*?\}/, 'null'),
  }
  test.each(Object.entries(cases))('%s', (_, text) => {
    expect(text).not.toBe(line)
    expect(refusalOf(text)).toMatch(/^BUNDLE_INVALID 包中有一行数据.+。$/)
  })

  test('that nests beyond all measure, without exhausting the stack', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},${line.slice(1)}`
    expect(refusalOf(deep)).toMatch(/^BUNDLE_INVALID/)
  })
})

test('changes are ordered by version, then replica, epoch and time', () => {
  const sorted = [
    stamp(1, 'z', 9),
    stamp(2, 'a', 2),
    { ...stamp(2, 'a', 2), at: '2026-11-21T06:30:00.001Z' },
    stamp(2, 'b', 1),
    stamp(10, 'a', 1),
  ]
  expect(sorted.toReversed().sort(compareStamps)).toEqual(sorted)
})

test('an insert sets every field, an update those it names, a removal whether the row is there', () => {
  const removed: RowState = { ...state, changes: [...state.changes, { op: 'remove', ...stamp(3), old: null }] }
  const setters = ['topic', 'modes', 'removedAt'].map((field) => setterOf(removed.changes, field))
  expect(setters).toMatchObject([stamp(2, 'q'), stamp(1), stamp(3)])
})

test('the version of a row rises with every change that it gains, also by one that is not its greatest', () => {
  expect(rowVersion(state)).toBe(2)
  const merged = { changes: [...state.changes, { op: 'update', ...stamp(2, 'a'), old: {} } as const] }
  expect(rowVersion(merged)).toBe(3)
})

test('every table that is stamped has its place in the order', () => {
  expect(new Set(tableOrder).size).toBe(26)
})
