import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, parseCanonicalJson } from '../../../src-main/sync/canonical-json.ts'

test('keys are sorted by code units at every depth and numbers are printed as in RFC 8785', () => {
  expect(canonicalJson({ b: [{ z: 1, a: 2 }], a: null, 甲: '\u20ac$\u000f\n', '\ud83d\ude00': 1e21, n: 4.5 })).toBe(
    '{"a":null,"b":[{"a":2,"z":1}],"n":4.5,"甲":"€$\\u000f\\n","😀":1e+21}',
  )
})

test('what is written is read back, and written again it is the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(parseCanonicalJson(Buffer.from(text, 'utf8')))).toBe(text)
    }),
  )
})

test('a number that is not finite and endless nesting are refused', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
  expect(() => parseCanonicalJson(Buffer.from(`${'['.repeat(50)}${']'.repeat(50)}`))).toThrow(RangeError)
})
