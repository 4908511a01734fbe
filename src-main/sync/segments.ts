/** Data segments (数据段) of a bundle of format 1: rows as newline-delimited canonical JSON. */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { BundleCounts, BundleSegment, BundleTable } from '../../src-shared/bundles.ts'
import type { Stored } from './container.ts'
import { sha256 } from './ed25519.ts'
import { damaged } from './invalid-bundle.ts'

const inflate = promisify(inflateRaw)

const utf8 = new TextDecoder('utf-8', { fatal: true })

export function countRows(segments: readonly BundleSegment[]): BundleCounts {
  const rowsOf = (table: BundleTable) =>
    segments.filter((segment) => segment.table === table).reduce((sum, segment) => sum + segment.rows, 0)
  return {
    study: rowsOf('study'),
    lecture: rowsOf('lecture'),
    stay: rowsOf('stay'),
    activity: rowsOf('activity'),
    grassrootsUnion: rowsOf('grassrootsUnion'),
  }
}

/**
 * Decodes one segment, never beyond its declared size, and holds it against its entry in the manifest.
 * @throws Problem BUNDLE_INVALID naming the segment
 */
export async function checkSegment(stored: Stored, entry: BundleSegment): Promise<void> {
  const wrong = damaged(`数据“${entry.name}”`)
  if (stored.plainBytes !== entry.bytes) throw wrong
  // zlib wants a limit of at least one byte; an empty segment is refused by its length below.
  const plain = await inflate(stored.stored, { maxOutputLength: Math.max(entry.bytes, 1) }).catch(() => null)
  if (plain === null || plain.length !== entry.bytes || sha256(plain) !== entry.sha256) throw wrong
  if (countLines(plain) !== entry.rows) throw wrong
}

/** Rows of NDJSON whose ids ascend; -1 when a line is not such a row. */
function countLines(plain: Buffer): number {
  let last = ''
  let count = 0
  for (let start = 0; start < plain.length; count += 1) {
    const end = plain.indexOf(10, start)
    const id = end < 0 ? null : idOfLine(plain.subarray(start, end))
    if (id === null || id <= last) return -1
    last = id
    start = end + 1
  }
  return count
}

function idOfLine(line: Uint8Array): string | null {
  try {
    const row: unknown = JSON.parse(utf8.decode(line))
    return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : null
  } catch {
    return null
  }
}
