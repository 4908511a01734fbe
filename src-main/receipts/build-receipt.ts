/** Builds the receipt for a bundle (编制回执) from what was verified and taken in: nothing of it is the sender's word. */
import { type Kysely, sql } from 'kysely'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { BundleEffect, RowTally } from '../../src-shared/intake.ts'
import type { BusinessReceipt, Receipt, ReceiptState, RowCounts, TechnicalReceipt } from '../../src-shared/receipts.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import type { Tables } from '../database/tables.ts'
import { type ArchivedBundle, archivedBundle, missingOf, volumesHere } from '../intake/archive.ts'
import { ofReceived } from '../intake/received-database.ts'
import { statedContents } from '../intake/stated-content.ts'
import { findOffice } from '../office.ts'
import { formatWritten } from '../sync/bundle-schemas.ts'
import { sha256 } from '../sync/ed25519.ts'
import { wholeTables } from '../sync/reported-tables.ts'
import type { UnsealedPart } from '../sync/seal-bundle.ts'
import { dueOf, nextDue } from './due-days.ts'
import { gatherHeld } from './gather-held.ts'
import { gatherRemarks } from './gather-remarks.ts'
import { gapsOf, reachOf } from './reach.ts'

/** Without what is given when it is issued. */
export type BuiltReceipt = {
  readonly content: Omit<Receipt, 'receiptId' | 'number' | 'replica' | 'epoch' | 'issuer' | 'issuedAt'>
  /** Rows for the sender to take back. */
  readonly held: readonly UnsealedPart[]
  /** Whom the file goes to: the sender, or the last office that passed its bundle on. */
  readonly hop: Party
}

/** @throws Problem NOT_FOUND for a bundle that was not received; KEY_LOCKED */
export async function buildReceipt(
  context: CoreContext,
  received: Kysely<Tables>,
  bundleId: string,
): Promise<BuiltReceipt> {
  const bundle = await archivedBundle(context.db, bundleId)
  const { manifest } = bundle
  const via = JSON.parse(bundle.via) as readonly Party[]
  const volumes = await volumesHere(context.db, bundleId)
  const missing = missingOf(
    manifest,
    volumes.map(({ number }) => number),
  )
  const state = stateOf(bundle, missing.isUsable)
  const chain = await chainOf(context.db, bundle)
  const told = state === '已导入' ? await business(context, received, bundle) : null
  return {
    content: {
      format: { major: 1, minor: 0 },
      to: manifest.sender,
      bundle: {
        bundleId,
        kind: manifest.kind,
        replica: bundle.replica,
        epoch: bundle.epoch,
        seq: bundle.seq,
        manifestHash: bundle.manifestHash,
        period: manifest.period,
        createdAt: manifest.createdAt,
        receivedAt: bundle.receivedAt,
        via,
      },
      technical: {
        state,
        volumes: {
          of: manifest.volumes,
          here: volumes.map(({ number, sha256, bytes }) => ({ number, sha256, bytes })),
          missing: missing.volumes,
        },
        keyId: bundle.keyId,
        isFork: bundle.isFork === 1,
        reader: { app: appVersion, schema: schemaName, format: formatWritten.major },
        upgradeTo: null,
        ...chain,
      },
      business: told?.business ?? null,
    },
    held: told?.held ?? [],
    hop: via.at(-1) ?? manifest.sender,
  }
}

function stateOf({ importedAt, undoneAt }: ArchivedBundle, isUsable: boolean): ReceiptState {
  if (undoneAt !== null) return '已撤销'
  if (importedAt !== null) return '已导入'
  return isUsable ? '待处理' : '缺分卷'
}

type Chain = Pick<TechnicalReceipt, 'gaps' | 'known' | 'toChange' | 'newEpoch'>

/** Of this replica of the sender: its numbers, and how far its changes have come. */
async function chainOf(db: Kysely<Tables>, { officeId, replica, epoch }: ArchivedBundle): Promise<Chain> {
  const bundles = await db
    .selectFrom('archivedBundle')
    .select(['epoch', 'seq', 'isFork', 'importedAt', 'undoneAt'])
    .select([
      sql<number | null>`manifest ->> '$.base.change'`.as('from'),
      sql<number>`manifest ->> '$.toChange'`.as('to'),
      sql<number | null>`manifest ->> '$.previousReport'`.as('previous'),
    ])
    .where('officeId', '=', officeId)
    .where('replica', '=', replica)
    .where('kind', '=', 'report')
    .execute()
  const last = Math.max(...bundles.map((one) => one.epoch))
  const seqs = (of: number) => bundles.filter((one) => one.epoch === of).map(({ seq }) => seq)
  const ofEpoch = bundles.filter((one) => one.epoch === epoch)
  // Two branches count their changes apart: nothing of them is confirmed, so that both come whole.
  const newEpoch = ofEpoch.some(({ isFork }) => isFork === 1)
  const counted = ofEpoch.filter(({ importedAt, undoneAt }) => importedAt !== null && undoneAt === null)
  return {
    gaps: gapsOf(ofEpoch),
    known: { epoch: last, seq: Math.max(...seqs(last)) },
    toChange: newEpoch ? 0 : reachOf(counted.map(({ from, to }) => ({ from: from ?? 0, to }))),
    newEpoch,
  }
}

async function business(
  context: CoreContext,
  received: Kysely<Tables>,
  bundle: ArchivedBundle,
): Promise<{ readonly business: BusinessReceipt; readonly held: readonly UnsealedPart[] }> {
  const { officeId, manifest } = bundle
  const effect = await effectOf(received, bundle.bundleId)
  const remarks = await gatherRemarks(received, officeId)
  const refused = remarks.filter(({ result, values }) => values === null && result !== '冲突')
  const besides = new Set(refused.filter(({ rule }) => rule !== '').map(({ table, id }) => `${table} ${id}`))
  const held = await gatherHeld(context, { received, bundle: await newestOfReplica(context.db, bundle), besides })
  const rows = held.reduce((sum, part) => sum + part.rows, 0)
  const told: BusinessReceipt = {
    counts: Object.fromEntries(Object.entries(effect.tables).map(([table, tally]) => [table, countsOf(tally)])),
    remarks,
    root: await rootOf(received, officeId, effect),
    held: { rows, sha256: rows === 0 ? '' : sha256(...held.map(({ bytes }) => bytes)) },
    holding: await holdingOf(received, officeId),
    notice: manifest.notice,
    due: await dueOf(context.db, bundle),
    next: await nextDue(context.db, context.today()),
    by: await preparerOf(context),
  }
  return { business: told, held }
}

/** Who fills in what the office sends (填表人), as on its sheets; the account of the computer names nobody to call. */
async function preparerOf({ db, operator }: CoreContext): Promise<string> {
  return (await findOffice(db))?.contact || operator
}

async function effectOf(received: Kysely<Tables>, bundleId: string): Promise<BundleEffect> {
  const row = await ofReceived(received)
    .selectFrom('appliedBundle')
    .select('effect')
    .where('bundleId', '=', bundleId)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.effect) as BundleEffect
}

/** An older bundle that came behind a newer one finds more than it states: then what the newer one states tells. */
async function rootOf(
  received: Kysely<Tables>,
  officeId: string,
  { root }: BundleEffect,
): Promise<BusinessReceipt['root']> {
  const present = root.isSame ? undefined : (await statedContents(received, officeId)).get(officeId)
  return present?.isSame ? { value: present.root, isSame: true } : { value: root.value, isSame: root.isSame }
}

/** What the sender knows now its newest bundle says, whichever one is answered. */
async function newestOfReplica(db: Kysely<Tables>, { officeId, replica, epoch }: ArchivedBundle) {
  const { bundleId } = await db
    .selectFrom('archivedBundle')
    .select('bundleId')
    .where('officeId', '=', officeId)
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .where('kind', '=', 'report')
    .where('importedAt', 'is not', null)
    .where('undoneAt', 'is', null)
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return await archivedBundle(db, bundleId)
}

function countsOf(tally: RowTally): RowCounts {
  return {
    received: tally.新增 + tally.修改 + tally.合并,
    unchanged: tally.未变 + tally.旧,
    returned: tally.拒收,
    conflict: tally.冲突,
    parked: tally.暂存,
  }
}

async function holdingOf(received: Kysely<Tables>, officeId: string): Promise<Record<string, number>> {
  const holding: Record<string, number> = {}
  for (const table of wholeTables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from main.${sql.table(table)} where officeId = ${officeId} and removedAt is null
    `.execute(received)
    holding[table] = rows[0]?.count ?? 0
  }
  return holding
}
