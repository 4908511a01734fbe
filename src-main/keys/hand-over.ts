/**
 * Hands the office's keys to its second PC (移交密钥): one file, encrypted to a passphrase that is told apart from it, with
 * the office id, the keys and the offices that we know. The second PC then is the same office as a replica of its own.
 */
import { z } from 'zod'
import type { DeliveredFile, Delivery } from '../../src-shared/delivery.ts'
import type { HandOver, TakenOver, TakeOver } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { decryptWithPassphrase, encryptWithPassphrase } from '../sync/age.ts'
import { parseCanonicalJson } from '../sync/canonical-json.ts'
import { encode, hex32, ownParty } from './key-card.ts'
import { publicHalves, secretsSchema } from './key-file.ts'
import { peerRowsSchema, putPeers, readPeerRows } from './peer-rows.ts'
import { keyFileType } from './rotate-keys.ts'
import { typed, workFactor } from './sealed-keys.ts'
import { type SignedChange, signedChangeSchema } from './signed-change.ts'

/** Bytes of a file: 3,000 offices with three keys each take some ten million. */
const maxBytes = 64 * 1024 * 1024

const fileSchema = z.strictObject({ format: z.literal(1), kind: z.literal('keyHandOver'), sealed: z.base64() })
const contentSchema = z.object({
  officeId: z.string().min(1).max(64),
  secrets: secretsSchema,
  former: z.array(hex32),
  changes: z.array(signedChangeSchema),
  createdAt: z.string(),
  peers: peerRowsSchema,
})

/** Whether a `.ghk` file hands keys over. */
export function isHandOver(bytes: Uint8Array): boolean {
  return fileSchema.safeParse(parsedOrNull(bytes)).success
}

/** @throws Problem KEY_LOCKED, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE */
export async function handOverKeys(context: CoreContext, { passphrase }: HandOver): Promise<Delivery> {
  const { db, keys, officeId, host } = context
  const secrets = keys.secrets()
  const { name } = await ownParty(context)
  const { former, changes, createdAt } = keys.history
  return await deliver(host, { name: safeFileName(`${name}_密钥移交`, 'ghk'), type: keyFileType }, async () => {
    const content = { officeId, secrets, former, changes, createdAt, peers: await readPeerRows(db) }
    const sealed = await encryptWithPassphrase(encode(content), typed(passphrase), workFactor)
    return encode({ format: 1, kind: 'keyHandOver', sealed: sealed.toString('base64') })
  })
}

/**
 * Makes this PC one of the office whose keys the file holds. What was sealed to the keys that lay here stays readable. A
 * passphrase that protected them gives way to that of the file.
 * @throws Problem KEY_REFUSED, KEY_LOCKED for a wrong passphrase, CONFLICT when this PC already is of another office
 */
export async function takeOverKeys(context: CoreContext, { file, passphrase }: TakeOver): Promise<TakenOver> {
  const { keys } = context
  const { officeId, peers, secrets, ...history } = await opened(file, passphrase)
  await refuseOtherOffice(context, officeId)
  const { publicKey } = await publicHalves(secrets)
  const own = Buffer.from(keys.signingPublicKey).toString('hex')
  const former = without(publicKey, [...history.former, own, ...keys.history.former])
  const readable = [...secrets.formerIdentities, ...(keys.isLocked ? [] : keys.identities())]
  const kept = { ...secrets, formerIdentities: without(secrets.identity, readable) }
  const sealing = { system: true, passphrase: keys.protection.passphrase ? passphrase : null }
  const changes = history.changes as unknown as readonly SignedChange[]
  await context.db.transaction().execute(async (trx) => {
    await trx.updateTable('installation').set({ officeId, publicKey }).execute()
    await putPeers(trx, peers)
  })
  // The ledger is opened again, and with it the identity of this PC. Were the key file not written, the next start would
  // find another key beside the ledger and go on as a new replica, and the file can be taken over again.
  const next = { ...history, changes, former, revocation: null, secrets: kept }
  await context.replaceLedger(
    async () => undefined,
    () => keys.replace(next, sealing),
  )
  // The context of this call still holds the ledger that was closed.
  return { officeId, peers: peers.peers.length }
}

async function opened(file: DeliveredFile, passphrase: string) {
  if (file.size > maxBytes) throw noHandOver()
  const sealed = fileSchema.safeParse(parsedOrNull(new Uint8Array(await file.arrayBuffer())))
  if (!sealed.success) throw noHandOver()
  const bytes = await decryptWithPassphrase(Buffer.from(sealed.data.sealed, 'base64'), typed(passphrase))
  if (bytes === 'foreign') throw new Problem('KEY_LOCKED', '移交口令不对，请与导出移交文件的人核对后重新输入。')
  const content = contentSchema.safeParse(bytes === 'damaged' ? null : parsedOrNull(bytes))
  if (!content.success) throw noHandOver()
  return content.data
}

/** One ledger must not have reported as two offices. @throws Problem CONFLICT */
export async function refuseOtherOffice({ db, officeId }: CoreContext, handed: string): Promise<void> {
  if (handed === officeId) return
  const sent = await db.selectFrom('exportedBundle').select('bundleId').limit(1).executeTakeFirst()
  const known = await db.selectFrom('peer').select('officeId').limit(1).executeTakeFirst()
  if (sent || known)
    throw new Problem(
      'CONFLICT',
      '这台电脑的台账已作为另一个单位导出过上报包或登记过往来单位，不能再换成另一个单位；请在新的数据文件夹中操作。',
    )
}

function parsedOrNull(bytes: Uint8Array): unknown {
  try {
    return parseCanonicalJson(bytes)
  } catch {
    return null // no canonical JSON, no file of ours
  }
}

function without(one: string, all: readonly string[]): string[] {
  return [...new Set(all)].filter((other) => other !== one)
}

function noHandOver(): Problem {
  return new Problem('KEY_REFUSED', '这个文件不是密钥移交文件，或已经损坏，请在原来的电脑上重新导出。')
}
