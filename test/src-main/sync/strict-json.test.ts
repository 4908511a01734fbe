import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../src-main/sync/canonical-json.ts'
import { canonicalBytes, parseStrictJson, parseStrictLine } from '../../../src-main/sync/strict-json.ts'

/** Texts that two readers could take for two values, or that do harm further on. */
const hostile = {
  'a space': '{"a": 1}',
  'double members': '{"a":1,"a":2}',
  'members out of order': '{"b":1,"a":2}',
  'members out of order inside': '{"a":[{"d":1,"c":2}]}',
  'another spelling of a number': '{"a":1.0}',
  'a number beyond doubles': '{"a":12345678901234567890}',
  'minus zero': '{"a":-0}',
  'another spelling of a letter': '{"a":"\\u0041"}',
  'an escaped slash': '{"a":"\\/"}',
  NaN: '{"a":NaN}',
  'a prototype': '{"__proto__":{"isAdmin":true}}',
  'a prototype inside': '{"a":{"__proto__":1}}',
  NUL: '{"a":"b\\u0000"}',
  'NUL in a key': '{"a\\u0000":1}',
  'half a character': '{"a":"\\ud800"}',
  'half a character in a list': '{"a":["\\udc00"]}',
  'nested 100,000 deep': `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'nested 100,000 objects deep': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'a byte order mark': '\ufeff{}',
  'two values': '{}{}',
  'a comment': '{}//',
  nothing: '',
  'half a value': '{"a":',
}

test.each(Object.entries(hostile))('%s is refused, in a manifest and in a line', (_what, text) => {
  expect(() => parseStrictJson(Buffer.from(text))).toThrow()
  expect(() => parseStrictLine(text)).toThrow()
})

test('a line is an object, and has at most 2,000 members', () => {
  for (const text of ['[]', 'null', '1', '"a"']) expect(() => parseStrictLine(text)).toThrow()
  const members = (count: number) =>
    canonicalJson(Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1])))
  expect(Object.keys(parseStrictLine(members(2000)))).toHaveLength(2000)
  expect(() => parseStrictLine(members(2001))).toThrow(RangeError)
})

test('ill-formed UTF-8 is refused', () => {
  expect(() => parseStrictJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(TypeError)
})

test('what canonical JSON writes of honest values both readers give back', () => {
  const text = fc.string({ unit: 'binary' }).filter((words) => !words.includes('\0'))
  // Names that look like numbers come first in any object of JavaScript; no column has one.
  const name = text.filter((words) => words !== '__proto__' && !/^\d+$/.test(words))
  const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
  const row = fc.dictionary(name, fc.oneof(scalar, fc.array(fc.dictionary(name, scalar))))
  fc.assert(
    fc.property(row, (value) => {
      const bytes = canonicalBytes(value)
      expect(canonicalBytes(parseStrictJson(bytes))).toEqual(bytes)
      expect(canonicalBytes(parseStrictLine(bytes.toString()))).toEqual(bytes)
    }),
  )
})
