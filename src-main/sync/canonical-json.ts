/** Canonical JSON (规范JSON, RFC 8785): one value has one text, so that hash and signature mean the value. */

/** Deeper than anything we write; a hostile file must not exhaust the stack. */
const maxDepth = 40

/**
 * Keys sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them. `undefined` members are left out.
 * @throws RangeError for numbers that are not finite and for nesting deeper than 40
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > maxDepth) throw new RangeError('nested too deeply')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('number is not finite')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join()}]`
  let members = ''
  // The default order of sort() is that of UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member === undefined) continue
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`
  }
  return `{${members}}`
}

/**
 * The value of canonical JSON bytes. Exact: white space, double keys, a byte order mark or ill-formed UTF-8 are refused,
 * because two readers could take them for two values.
 * @throws SyntaxError, RangeError, TypeError
 */
export function parseCanonicalJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const value: unknown = JSON.parse(text)
  if (canonicalJson(value) !== text) throw new SyntaxError('not canonical JSON')
  return value
}
