/**
 * JSON of a stranger (严格的JSON): one text for one value, and nothing in it that two programs could take differently
 * or that does harm further on.
 */
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts'

/**
 * The value of canonical JSON. Beyond that form it refuses keys named `__proto__`, NUL and lone surrogates.
 * @throws SyntaxError, RangeError (nested too deeply), TypeError (ill-formed UTF-8)
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const value = parseCanonicalJson(bytes)
  // Canonical JSON writes \u only for control characters and lone surrogates.
  refuseUnsafe(value)
  return value
}

/** Canonical JSON as bytes. */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8')
}

/** @throws SyntaxError */
export function refuseUnsafe(value: unknown): void {
  if (typeof value === 'string') refuseUnsafeText(value)
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) refuseUnsafe(item)
    return
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') throw new SyntaxError('key that names a prototype')
    refuseUnsafeText(key)
    refuseUnsafe((value as Record<string, unknown>)[key])
  }
}

function refuseUnsafeText(text: string): void {
  if (/[\p{Cs}\0]/u.test(text)) throw new SyntaxError('text that is none')
}
