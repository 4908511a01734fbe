/** Exports the sync bundle (上报包) of a period: gathers rows and figures at one moment, signs them, delivers one file. */
import type { Kysely } from 'kysely'
import type { BundleCounts, BundleManifest, BundleRouting, ExportedBundle } from '../../src-shared/bundles.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Office } from '../../src-shared/office.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import type { Tables } from '../database/tables.ts'
import { deliver } from '../files/deliver.ts'
import type { Job } from '../jobs.ts'
import { requireOffice } from '../office.ts'
import { computeFigures } from '../statistics/figures.ts'
import { periodFingerprint } from '../statistics/record-set.ts'
import { bundleFileName } from './bundle-file-name.ts'
import { canonicalJson } from './canonical-json.ts'
import { routingOf, writeContainer } from './container.ts'
import { sha256 } from './ed25519.ts'
import { compressSegment, countRows, gatherSegments, type Segment } from './segments.ts'

/** Databases of which a bundle is being exported: two at once would take the same number. */
const busy = new WeakSet<Kysely<Tables>>()

type Place = { readonly bundleId: string; readonly seq: number; readonly previousHash: string | null }
type Content = {
  readonly office: Office
  readonly figures: PeriodFigures
  readonly recordFingerprint: string
  readonly segments: readonly Segment[]
}

/**
 * The number is taken in memory and noted only when the file has been delivered, so that a cancelled dialog leaves no
 * gap. Should the machine stop between the two, the next bundle has the same number and another hash; the receiver
 * sees that as two branches of one sender, and as every bundle holds its whole period nothing is lost by it.
 * @throws Problem OFFICE_MISSING, CONFLICT while another export runs, CANCELLED, DISK_FULL, FILE_UNWRITABLE
 */
export async function exportBundle(
  context: CoreContext,
  input: { period: Period; jobId?: string | undefined },
): Promise<{ delivery: Delivery; counts: BundleCounts; bundleId: string }> {
  const { db, jobs } = context
  if (busy.has(db)) throw new Problem('CONFLICT', '正在导出另一个上报包，请等它完成后再导出。')
  busy.add(db)
  try {
    return await jobs.run(input.jobId, '正在导出上报包', (job) => exportAlone(context, input.period, job))
  } finally {
    busy.delete(db)
  }
}

/** Delivered bundles, newest first. */
export async function listBundles(db: Kysely<Tables>): Promise<readonly ExportedBundle[]> {
  const rows = await db
    .selectFrom('exportedBundle')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ bundleId, seq, fileName, periodFrom, periodTo, counts, bytes, sha256, createdAt }) => ({
    bundleId,
    seq,
    fileName,
    period: { from: periodFrom, to: periodTo },
    counts: JSON.parse(counts) as BundleCounts,
    bytes,
    sha256,
    createdAt,
  }))
}

async function exportAlone(context: CoreContext, period: Period, job: Job) {
  const { db, host } = context
  const place = await nextPlace(context)
  const fileName = bundleFileName((await requireOffice(db)).name, period, place.seq)
  let made: { manifest: BundleManifest; file: Uint8Array } | undefined
  const delivery = await deliver(host, { name: fileName, type: 'application/octet-stream' }, async () => {
    await job.step(0, 0)
    const content = await gather(db, period)
    made = await makeFile(context, period, { place, content, job })
    return made.file
  })
  const counts = made?.manifest.counts ?? { study: 0, lecture: 0, stay: 0, activity: 0, grassrootsUnion: 0 }
  // A cancelled dialog makes no file.
  if (made) await note(context, fileName, made)
  return { delivery, counts, bundleId: place.bundleId }
}

/** One transaction, so that figures and rows are of the same moment. */
function gather(db: Kysely<Tables>, period: Period): Promise<Content> {
  return db.transaction().execute(async (trx) => ({
    office: await requireOffice(trx),
    figures: await computeFigures(trx, period),
    recordFingerprint: await periodFingerprint(trx, period),
    segments: await gatherSegments(trx, period),
  }))
}

async function makeFile(
  context: CoreContext,
  period: Period,
  { place, content, job }: { place: Place; content: Content; job: Job },
) {
  const { office, figures, recordFingerprint, segments } = content
  const keyId = sha256(context.signer.publicKey)
  const shared = {
    format: { major: 1, minor: 2 },
    bundleId: place.bundleId,
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
    seq: place.seq,
    previousHash: place.previousHash,
    schema: schemaName,
    app: appVersion,
    createdAt: context.now(),
    period,
    counts: countRows(entries),
    figures,
    recordFingerprint,
    segments: entries,
    routingHash: sha256(routing),
  }
  const stored = []
  for (const segment of segments) {
    await job.step(stored.length, segments.length)
    stored.push(await compressSegment(segment))
  }
  await job.step(segments.length, segments.length)
  const bytes = encode(manifest)
  const { publicKey, sign } = context.signer
  return {
    manifest,
    file: writeContainer({ routing, manifest: bytes, publicKey, signature: sign(bytes), segments: stored }),
  }
}

async function nextPlace({ db, replica, epoch, newId }: CoreContext): Promise<Place> {
  const last = await db
    .selectFrom('exportedBundle')
    .select(['seq', 'sha256'])
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return { bundleId: newId(), seq: (last?.seq ?? 0) + 1, previousHash: last?.sha256 ?? null }
}

async function note(
  context: CoreContext,
  fileName: string,
  { manifest, file }: { manifest: BundleManifest; file: Uint8Array },
): Promise<void> {
  const { bundleId, replica, epoch, seq, period, counts, createdAt } = manifest
  await context.db
    .insertInto('exportedBundle')
    .values({
      bundleId,
      replica,
      epoch,
      seq,
      fileName,
      periodFrom: period.from,
      periodTo: period.to,
      counts: JSON.stringify(counts),
      bytes: file.length,
      sha256: sha256(file),
      createdAt,
    })
    .execute()
  await context.keepMark()
}

function encode(value: unknown): Uint8Array {
  return Buffer.from(canonicalJson(value), 'utf8')
}
