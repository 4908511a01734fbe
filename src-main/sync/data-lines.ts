/** Lines of data in a bundle (数据行): NDJSON of strangers, each line the one text of its value. */
import { isUtf8 } from 'node:buffer'
import { damaged } from './invalid-bundle.ts'
import type { OpenedPart } from './open-bundle.ts'
import { refuseUnsafe } from './strict-json.ts'
import { volumeLimits } from './volume.ts'

const newline = 10
const maxDepth = 16
const maxMembers = 2000

export type DataLine = Readonly<Record<string, unknown>>

/**
 * The lines of a part, parsed as they are asked for. Members that this version does not know are kept.
 * @throws Problem BUNDLE_INVALID naming the part, at once or at the line that is wrong
 */
export async function linesOf({ entry, read }: OpenedPart): Promise<Generator<DataLine>> {
  const bytes = await read()
  const wrong = () => damaged(`数据“${entry.name}”`)
  if (!isUtf8(bytes) || (bytes.length > 0 && bytes.at(-1) !== newline)) throw wrong()
  return parseLines(bytes, entry.rows, wrong)
}

function* parseLines(bytes: Buffer, rows: number, wrong: () => Error): Generator<DataLine> {
  let count = 0
  for (let start = 0; start < bytes.length; count += 1) {
    const end = bytes.indexOf(newline, start)
    const line = end - start <= volumeLimits.line && count < rows ? parseLine(bytes.toString('utf8', start, end)) : null
    if (!line) throw wrong()
    yield line
    start = end + 1
  }
  if (count !== rows) throw wrong()
}

/**
 * Canonical JSON told without building it anew in script: a text that JSON.stringify gives back has no double members,
 * no other spelling and no spaces; that leaves the order of the members.
 */
function parseLine(text: string): DataLine | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    if (!isOrdered(value, 0) || JSON.stringify(value) !== text) return null
    // Only control characters and lone surrogates are written so; nearly no line has any.
    if (text.includes('\\u')) refuseUnsafe(value)
    return value as DataLine
  } catch {
    return null // no JSON, or nested more deeply than the stack
  }
}

function isOrdered(value: object, depth: number): boolean {
  if (depth > maxDepth) return false
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null && !isOrdered(item, depth + 1)) return false
    return true
  }
  const keys = Object.keys(value)
  if (keys.length > maxMembers) return false
  for (const [index, key] of keys.entries()) {
    if (key === '__proto__' || (index > 0 && key <= (keys[index - 1] ?? ''))) return false
    const member = (value as Record<string, unknown>)[key]
    if (typeof member === 'object' && member !== null && !isOrdered(member, depth + 1)) return false
  }
  return true
}
