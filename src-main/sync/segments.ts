/** Data segments (数据段) of a bundle: rows as newline-delimited canonical JSON, the same rows giving the same bytes. */
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { BundleCounts, BundleSegment, BundleTable } from '../../src-shared/bundles.ts'
import type { Period } from '../../src-shared/period.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { activitiesIn, lecturesIn, staysIn, studiesIn } from '../statistics/in-period.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Stored } from './container.ts'
import { sha256 } from './ed25519.ts'
import { damaged } from './invalid-bundle.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Rows of one segment: about 10 MB of long records, so that reading never holds more than one such piece. */
const rowsPerSegment = 10_000

const utf8 = new TextDecoder('utf-8', { fatal: true })

export type Segment = { readonly entry: BundleSegment; readonly bytes: Uint8Array }

// biome-ignore lint/suspicious/noExplicitAny: six tables of different columns, read in one way
type Rows = SelectQueryBuilder<any, any, Record<string, unknown>>
type Source = { readonly table: BundleTable; readonly rows: (trx: Kysely<Tables>, period: Period) => Rows }

/** In an order in which every reference points backwards; which records count is the figures' rule. */
const sources: readonly Source[] = [
  { table: 'office', rows: (trx) => presentRows(trx, 'office') },
  { table: 'grassrootsUnion', rows: (trx) => presentRows(trx, 'grassrootsUnion') },
  { table: 'stay', rows: (trx, period) => staysIn(trx, period).selectAll('stay') },
  { table: 'study', rows: (trx, period) => studiesIn(trx, period).selectAll('study') },
  { table: 'lecture', rows: (trx, period) => lecturesIn(trx, period).selectAll('lecture') },
  { table: 'activity', rows: (trx, period) => activitiesIn(trx, period).selectAll('activity') },
]

/** Present rows of the period, all unions and the office, as of the transaction. */
export async function gatherSegments(trx: Kysely<Tables>, period: Period): Promise<Segment[]> {
  const segments: Segment[] = []
  for (const { table, rows } of sources) {
    let page: Record<string, unknown>[] = []
    let number = 0
    const close = () => {
      number += 1
      segments.push(makeSegment(table, number, page))
      page = []
    }
    for await (const row of rows(trx, period).orderBy('id').stream()) {
      page.push(row)
      if (page.length === rowsPerSegment) close()
    }
    if (page.length > 0) close()
  }
  return segments
}

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

export async function compressSegment({ bytes }: Segment): Promise<Stored> {
  return { stored: await deflate(bytes), plainBytes: bytes.length }
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

function presentRows(trx: Kysely<Tables>, table: 'office' | 'grassrootsUnion'): Rows {
  return trx.selectFrom(table).where('removedAt', 'is', null).selectAll() as Rows
}

function makeSegment(table: BundleTable, number: number, rows: readonly Record<string, unknown>[]): Segment {
  const lines = rows.map((row) => canonicalJson({ ...fromRow<object>(table, row), replica: row.replica }))
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8')
  const name = `data/${table}-${String(number).padStart(3, '0')}.ndjson`
  return { entry: { name, table, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) }, bytes }
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
