/** Writes a bundle of format 1 as the program did before format 2: what such a file holds must stay readable. */
import { deflateRawSync } from 'node:zlib'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { schemaName } from '../../../src-main/database/migrate.ts'
import { fromRow } from '../../../src-main/database/rows.ts'
import type { Tables } from '../../../src-main/database/tables.ts'
import { requireOffice } from '../../../src-main/office.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { activitiesIn, lecturesIn, staysIn, studiesIn } from '../../../src-main/statistics/in-period.ts'
import { periodFingerprint } from '../../../src-main/statistics/record-set.ts'
import { canonicalJson } from '../../../src-main/sync/canonical-json.ts'
import type { Container, Stored } from '../../../src-main/sync/container.ts'
import { manifest1Purpose, sha256 } from '../../../src-main/sync/ed25519.ts'
import { endMark, footerBytes, magic, preambleBytes } from '../../../src-main/sync/file-frame.ts'
import { countRows } from '../../../src-main/sync/segments.ts'
import type { BundleManifest, BundleRouting, BundleSegment, BundleTable } from '../../../src-shared/bundles.ts'
import type { Period } from '../../../src-shared/period.ts'

const sectionHeadBytes = 12
const version = 1
const suite = 1
const sectionKinds = { manifest: 1, signature: 2, segment: 3 } as const
type SectionKind = keyof typeof sectionKinds
const rowsPerSegment = 10_000

type Segment = { readonly entry: BundleSegment; readonly bytes: Uint8Array }

/** A whole bundle of the period, the first of this installation. */
export async function format1Bytes(context: CoreContext, period: Period): Promise<Uint8Array> {
  return await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const segments = await gatherSegments(trx, period)
    const keyId = sha256(context.keys.signingPublicKey)
    const shared = {
      format: { major: 1, minor: 2 },
      bundleId: context.newId(),
      kind: 'report',
      sender: { officeId: context.officeId, name: office.name, divisionCode: office.divisionCode },
      recipient: { name: office.superior },
      keyId,
    } as const
    const header: BundleRouting = { ...shared, encryption: 'none', volume: { number: 1, of: 1 } }
    const routing = routingOf(encode(header))
    const entries = segments.map((segment) => segment.entry)
    const manifest: BundleManifest = {
      ...shared,
      replica: context.replica,
      epoch: context.epoch,
      seq: 1,
      previousHash: null,
      schema: schemaName,
      app: '0.1.0',
      createdAt: context.now(),
      period,
      counts: countRows(entries),
      figures: await computeFigures(trx, period),
      recordFingerprint: await periodFingerprint(trx, period),
      segments: entries,
      routingHash: sha256(routing),
    }
    const bytes = encode(manifest)
    const { signingPublicKey: publicKey, sign } = context.keys
    const stored = segments.map((segment) => ({
      stored: deflateRawSync(segment.bytes),
      plainBytes: segment.bytes.length,
    }))
    return writeContainer({
      routing,
      manifest: bytes,
      publicKey,
      signature: sign(manifest1Purpose, bytes),
      segments: stored,
    })
  })
}

/** Preamble and routing header. */
export function routingOf(header: Uint8Array): Uint8Array {
  const preamble = Buffer.alloc(preambleBytes)
  magic.copy(preamble)
  preamble.writeUInt16BE(version, 8)
  preamble.writeUInt16BE(suite, 10)
  preamble.writeUInt32BE(header.length, 12)
  return Buffer.concat([preamble, header])
}

/** The whole file. */
export function writeContainer(container: Omit<Container, 'header'>): Uint8Array {
  const { routing, manifest, publicKey, signature, segments } = container
  const signer = Buffer.concat([publicKey, signature])
  const body = Buffer.concat([
    routing,
    ...section('manifest', { stored: manifest, plainBytes: manifest.length }, 0),
    ...section('signature', { stored: signer, plainBytes: signer.length }, 0),
    ...segments.flatMap((segment) => section('segment', segment, 1)),
  ])
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(body.length + footerBytes))
  const hashed = Buffer.concat([body, endMark, length])
  return Buffer.concat([hashed, Buffer.from(sha256(hashed), 'hex')])
}

function section(kind: SectionKind, { stored, plainBytes }: Stored, encoding: 0 | 1): Uint8Array[] {
  const head = Buffer.alloc(sectionHeadBytes)
  head.writeUInt8(sectionKinds[kind], 0)
  head.writeUInt8(encoding, 1)
  head.writeUInt32BE(stored.length, 4)
  head.writeUInt32BE(plainBytes, 8)
  return [head, stored]
}

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
async function gatherSegments(trx: Kysely<Tables>, period: Period): Promise<Segment[]> {
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

function presentRows(trx: Kysely<Tables>, table: 'office' | 'grassrootsUnion'): Rows {
  return trx.selectFrom(table).where('removedAt', 'is', null).selectAll() as Rows
}

function makeSegment(table: BundleTable, number: number, rows: readonly Record<string, unknown>[]): Segment {
  const lines = rows.map((row) => canonicalJson({ ...fromRow<object>(table, row), replica: row.replica }))
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8')
  const name = `data/${table}-${String(number).padStart(3, '0')}.ndjson`
  return { entry: { name, table, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) }, bytes }
}

function encode(value: unknown): Uint8Array {
  return Buffer.from(canonicalJson(value), 'utf8')
}
