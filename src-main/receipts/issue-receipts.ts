/**
 * Issues receipts (签发回执): for each bundle a file sealed for its sender, or for who passed it on, and a page to be
 * stamped. A receipt that would say the same as the last one is handed out again, with its number and check code.
 */
import { sql } from 'kysely'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import {
  type IssuedReceipt,
  type IssuedReceipts,
  type LeftOut,
  leftOutWords,
  type Receipt,
} from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import { archivedBundle } from '../intake/archive.ts'
import { catchUp } from '../intake/catch-up.ts'
import { inTurn } from '../intake/received-turn.ts'
import type { Job } from '../jobs.ts'
import { officeLayout } from '../settings.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { reportsNothing, writtenBy } from '../sync/manifest-fields.ts'
import { sealBundle, type UnsealedPart } from '../sync/seal-bundle.ts'
import { type BuiltReceipt, buildReceipt } from './build-receipt.ts'
import { checkCodeOf } from './check-code.ts'
import { answeredBy, dueReceipts } from './due-receipts.ts'
import { firstUnreachable, ownParty, partyWithKey } from './exchange-parties.ts'
import { contentPart, writeReceipt } from './receipt-content.ts'
import { receiptDocx } from './receipt-docx.ts'
import { receiptFileName } from './receipt-file-name.ts'

/** A receipt with what its file takes besides. */
export type ReadyReceipt = {
  readonly receipt: Receipt
  readonly held: readonly UnsealedPart[]
  readonly hop: Party
  readonly isAgain: boolean
}

/**
 * @param bundleIds without them every one for which a receipt is due and whose office can be reached
 * @throws Problem NOT_FOUND when none is due, KEY_REFUSED when none can be sent, or one that was asked for; KEY_LOCKED,
 * OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE
 */
export async function issueReceipts(
  context: CoreContext,
  { bundleIds }: { readonly bundleIds?: readonly string[] | undefined },
  job: Job,
): Promise<IssuedReceipts> {
  const { wanted, leftOut } = bundleIds ? { wanted: bundleIds, leftOut: [] } : await reachableDue(context)
  context.keys.identities() // a locked key is told before a folder is asked for
  const issuer = await ownParty(context)
  const ready: ReadyReceipt[] = []
  const delivery = await deliverSet(context.host, {
    title: '签发回执，选择U盘或文件夹',
    make: async () => ({ files: receiptFiles(context, { wanted, issuer, ready, job }), atLeast: 0 }),
    beforeNaming: () => noteIssued(context, ready),
  })
  if (delivery.state === 'cancelled') return { delivery, receipts: [], leftOut }
  return { delivery, receipts: ready.map(describeIssued), leftOut }
}

/** One office without a usable key must not keep the others from their receipts. */
async function reachableDue(context: CoreContext): Promise<{ wanted: string[]; leftOut: LeftOut[] }> {
  const due = await dueReceipts(context.db)
  if (due.length === 0) throw new Problem('NOT_FOUND', '没有要发的回执：收下的上报包都已发过回执，之后也没有变化。')
  const wanted: string[] = []
  const leftOut = new Map<string, LeftOut>()
  for (const { bundleId, officeName } of due) {
    const { manifest, via } = await archivedBundle(context.db, bundleId)
    const hops = (JSON.parse(via) as readonly Party[]).slice(-1)
    const missing = await firstUnreachable(context, [...hops, manifest.sender])
    if (missing === null) wanted.push(bundleId)
    else leftOut.set(officeName, toldOf(officeName, missing))
  }
  const left = [...leftOut.values()]
  if (wanted.length === 0) throw new Problem('KEY_REFUSED', `待发的回执现在都发不出去：${leftOutWords(left)}。`)
  return { wanted, leftOut: left }
}

/** Of the office that gets no receipt, also where the one between us cannot be reached. */
function toldOf(officeName: string, missing: LeftOut): LeftOut {
  if (missing.officeName === officeName) return missing
  return { officeName, why: `经手转交的${missing.officeName}${missing.why}` }
}

type Issuing = {
  readonly wanted: readonly string[]
  readonly issuer: Party
  readonly ready: ReadyReceipt[]
  readonly job: Job
}

async function* receiptFiles(
  context: CoreContext,
  { wanted, issuer, ready, job }: Issuing,
): AsyncGenerator<NamedBytes> {
  const layout = await officeLayout(context.db)
  const numbers = new Map<string, number>()
  for (const [index, bundleId] of wanted.entries()) {
    await job.step(index, wanted.length)
    const built = await inTurn(context, async (received) => {
      await catchUp(received, context)
      return await buildReceipt(context, received, bundleId)
    })
    const one = await numbered(context, { built, issuer, numbers })
    ready.push(one)
    const code = checkCodeOf(one.receipt)
    const name = (suffix: 'ghb' | 'docx') => receiptFileName(issuer.name, one.receipt.to.name, code, suffix)
    yield { name: name('ghb'), bytes: await sealReceipt(context, one) }
    yield { name: name('docx'), bytes: receiptDocx(one.receipt, code, layout) }
  }
}

/** The last receipt for the bundle when nothing has changed, else a new one with the next number of its office. */
async function numbered(
  context: CoreContext,
  { built, issuer, numbers }: { built: BuiltReceipt; issuer: Party; numbers: Map<string, number> },
): Promise<ReadyReceipt> {
  const { content, held, hop } = built
  const issued = await context.db
    .selectFrom('issuedReceipt')
    .select(['content', 'seq', 'bundleId'])
    .where('officeId', '=', content.to.officeId)
    .orderBy('seq', 'desc')
    .execute()
  const last = issued.find(({ bundleId }) => bundleId === content.bundle.bundleId)
  const known = last ? (JSON.parse(last.content) as Receipt) : null
  if (known && saidBy(known) === saidBy(content)) return { receipt: known, held, hop, isAgain: true }
  const number = Math.max(numbers.get(content.to.officeId) ?? 0, issued[0]?.seq ?? 0) + 1
  numbers.set(content.to.officeId, number)
  const { replica, epoch } = context
  const receipt = { ...content, receiptId: context.newId(), number, replica, epoch, issuer, issuedAt: context.now() }
  return { receipt, held, hop, isAgain: false }
}

/** What it says of the bundle; by whom, with which program and what comes next may differ. */
function saidBy({ bundle, technical, business, to }: BuiltReceipt['content']): string {
  const { reader: _, ...checked } = technical
  const told = business && { ...business, by: '', next: null }
  return canonicalJson({ bundle, checked, told, to: to.officeId })
}

export async function sealReceipt(context: CoreContext, { receipt, held, hop }: ReadyReceipt): Promise<Uint8Array> {
  const first = await partyWithKey(context, hop.officeId)
  const last = await partyWithKey(context, receipt.to.officeId)
  const content = { name: contentPart, rows: 1, bytes: writeReceipt(receipt) }
  const sealed = await sealBundle({
    manifest: {
      bundleId: context.newId(),
      kind: 'receipt',
      sender: receipt.issuer,
      recipient: first.party,
      replica: receipt.replica,
      epoch: receipt.epoch,
      seq: receipt.number,
      previousHash: null,
      toChange: 0,
      ...writtenBy,
      createdAt: context.now(),
      ...reportsNothing,
      people: { preparedBy: receipt.business?.by ?? '', reviewedBy: '', phone: '' },
    },
    parts: [content, ...held],
    attachments: [],
    keys: context.keys,
    recipients: [...new Set([first.recipient, last.recipient])],
    volumeBytes: Number.POSITIVE_INFINITY,
  })
  for await (const { bytes, of } of sealed.volumes()) {
    if (of > 1) throw new Problem('INVALID_INPUT', '这份回执要带回的记录太多，一个文件装不下，请联系技术人员。')
    return bytes
  }
  throw new Error('a bundle has at least one volume')
}

export async function noteIssued(context: CoreContext, ready: readonly ReadyReceipt[]): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    for (const { receipt, isAgain } of ready) {
      const { receiptId, to, bundle, number: seq, issuedAt } = receipt
      const answered = answeredBy(sql.val(to.officeId))
      // Handed out again: it answers what has happened up to now.
      if (isAgain) {
        await trx.updateTable('issuedReceipt').set({ answered }).where('receiptId', '=', receiptId).execute()
        continue
      }
      const row = { receiptId, officeId: to.officeId, bundleId: bundle.bundleId, seq, issuedAt, answered }
      const content = canonicalJson(receipt)
      await trx
        .insertInto('issuedReceipt')
        .values({ ...row, content, checkCode: checkCodeOf(receipt) })
        .execute()
    }
  })
}

export function describeIssued({ receipt, isAgain }: ReadyReceipt): IssuedReceipt {
  const { receiptId, bundle, to, number, issuedAt, technical } = receipt
  return {
    receiptId,
    bundleId: bundle.bundleId,
    officeId: to.officeId,
    officeName: to.name,
    number,
    issuedAt,
    checkCode: checkCodeOf(receipt),
    state: technical.state,
    isAgain,
  }
}
