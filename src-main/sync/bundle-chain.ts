/**
 * The chain of bundles of this replica and epoch (上报包序号): numbers without a gap, each naming the manifest before
 * it, whatever they carry.
 */
import type { Insertable, Kysely } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import type { WrittenFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { canonicalJson } from './canonical-json.ts'

export type ChainPlace = { readonly seq: number; readonly previousHash: string | null }

/** What the next bundle is to say of itself. */
export async function nextInChain(
  db: Kysely<Tables>,
  { replica, epoch }: { readonly replica: string; readonly epoch: number },
): Promise<ChainPlace> {
  const last = await db
    .selectFrom('exportedBundle')
    .select(['seq', 'sha256'])
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { seq: (last?.seq ?? 0) + 1, previousHash: last?.sha256 ?? null }
}

/** Number of the last report to a recipient; 0 without one. The numbers behind it went to others, or are no reports. */
export async function lastReportTo(
  db: Kysely<Tables>,
  { replica, epoch }: { readonly replica: string; readonly epoch: number },
  recipientId: string,
): Promise<number> {
  const last = await db
    .selectFrom('exportedBundle')
    .select('seq')
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .where('kind', '=', 'report')
    .where('recipientId', '=', recipientId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.seq ?? 0
}

export type DeliveredBundle = {
  readonly manifest: Manifest
  readonly manifestHash: string
  /** Of volumes only, in their order. */
  readonly files: readonly WrittenFile[]
  readonly noticeId?: string
}

/**
 * Notes a bundle, also outside the data, before its files take their names: a number that is missing above does less
 * harm than one that two bundles bear.
 */
export async function noteInChain(
  { db, keepMark }: Pick<CoreContext, 'db' | 'keepMark'>,
  bundle: DeliveredBundle,
): Promise<void> {
  await db.insertInto('exportedBundle').values(chainRow(bundle)).execute()
  await keepMark()
}

export function chainRow({
  manifest,
  manifestHash,
  files,
  noticeId = '',
}: DeliveredBundle): Insertable<Tables['exportedBundle']> {
  const { bundleId, kind, recipient, replica, epoch, seq, period, counts, base, toChange, state, createdAt } = manifest
  return {
    bundleId,
    kind,
    recipientId: recipient.officeId,
    noticeId,
    replica,
    epoch,
    seq,
    fileName: files[0]?.name ?? '',
    periodFrom: period?.from ?? '',
    periodTo: period?.to ?? '',
    counts: JSON.stringify(counts),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: manifestHash,
    fromChange: base?.change ?? 0,
    toChange,
    root: state?.root ?? '',
    volumes: JSON.stringify(files),
    manifest: canonicalJson(manifest),
    createdAt,
  }
}

/** Databases of which a bundle is being made. */
const busy = new WeakSet<Kysely<Tables>>()

/**
 * Does what takes a number of the chain while nothing else does.
 * @throws Problem CONFLICT while another bundle is being made
 */
export async function inTurn<Result>(db: Kysely<Tables>, work: () => Promise<Result>): Promise<Result> {
  if (busy.has(db)) throw new Problem('CONFLICT', '正在导出另一个上报包，请等它完成后再导出。')
  busy.add(db)
  try {
    return await work()
  } finally {
    busy.delete(db)
  }
}
