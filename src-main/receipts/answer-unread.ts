/**
 * Answers a bundle of a later format that we cannot read (读不了的回执): who sent it and which it is stand in its envelope
 * in every format, so that its sender learns that we must be upgraded first.
 */
import { z } from 'zod'
import { Problem } from '../../src-shared/problems.ts'
import type { IssuedReceipts, Receipt } from '../../src-shared/receipts.ts'
import { appVersion } from '../app-version.ts'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import { partySchema } from '../keys/key-card.ts'
import { isInScope } from '../keys/peers.ts'
import { officeLayout } from '../settings.ts'
import { formatWritten } from '../sync/bundle-schemas.ts'
import { isWholeFile } from '../sync/file-frame.ts'
import { containerVersionOf, readVolumeHead } from '../sync/volume.ts'
import { checkCodeOf } from './check-code.ts'
import { ownParty } from './exchange-parties.ts'
import { describeIssued, noteIssued, type ReadyReceipt, sealReceipt } from './issue-receipts.ts'
import { receiptDocx } from './receipt-docx.ts'
import { receiptFileName } from './receipt-file-name.ts'

const lasting = z.looseObject({
  format: z.looseObject({ major: z.int().min(1) }),
  bundleId: z.string().min(1).max(64),
  sender: partySchema,
  seq: z.int().min(0).catch(0),
  createdAt: z.string().max(40).catch(''),
})

/** @throws Problem INVALID_INPUT for one that can be read, BUNDLE_INVALID, KEY_REFUSED, KEY_LOCKED */
export async function answerUnread(context: CoreContext, file: Uint8Array): Promise<IssuedReceipts> {
  const receipt = await unreadReceipt(context, file)
  const ready: ReadyReceipt = { receipt, held: [], hop: receipt.to, isAgain: false }
  const delivery = await deliverSet(context.host, {
    title: '签发回执，选择U盘或文件夹',
    make: async () => ({ files: filesOf(context, ready), atLeast: 0 }),
    beforeNaming: () => noteIssued(context, [ready]),
  })
  return { delivery, receipts: delivery.state === 'cancelled' ? [] : [describeIssued(ready)], leftOut: [] }
}

async function* filesOf(context: CoreContext, ready: ReadyReceipt): AsyncGenerator<NamedBytes> {
  const { receipt } = ready
  const code = checkCodeOf(receipt)
  const name = (suffix: 'ghb' | 'docx') => receiptFileName(receipt.issuer.name, receipt.to.name, code, suffix)
  yield { name: name('ghb'), bytes: await sealReceipt(context, ready) }
  yield { name: name('docx'), bytes: receiptDocx(receipt, code, await officeLayout(context.db)) }
}

async function unreadReceipt(context: CoreContext, file: Uint8Array): Promise<Receipt> {
  const { bundleId, sender, seq, createdAt, format } = headOf(file)
  if (!(await isInScope(context.db, sender.officeId)))
    throw new Problem('KEY_REFUSED', `“${sender.name}”不是本单位登记的下级单位，不发回执，请核对。`)
  const last = await context.db
    .selectFrom('issuedReceipt')
    .select((eb) => eb.fn.max('seq').as('number'))
    .where('officeId', '=', sender.officeId)
    .executeTakeFirst()
  const { officeId, name, divisionCode } = sender
  return {
    format: { major: 1, minor: 0 },
    receiptId: context.newId(),
    number: Number(last?.number ?? 0) + 1,
    replica: context.replica,
    epoch: context.epoch,
    issuer: await ownParty(context),
    to: { officeId, name, divisionCode },
    issuedAt: context.now(),
    bundle: {
      bundleId,
      kind: 'report',
      replica: '',
      epoch: 0,
      seq,
      manifestHash: '',
      period: null,
      createdAt,
      receivedAt: context.now(),
      via: [],
    },
    technical: {
      state: '读不了',
      volumes: { of: 0, here: [], missing: [] },
      keyId: '',
      isFork: false,
      gaps: [],
      reader: { app: appVersion, schema: schemaName, format: formatWritten.major },
      upgradeTo: format.major,
      known: { epoch: 0, seq: 0 },
      toChange: 0,
      newEpoch: false,
    },
    business: null,
  }
}

/** What the envelope says in every format, of a whole file that we cannot read. */
function headOf(file: Uint8Array): z.output<typeof lasting> {
  const damaged = () => new Problem('BUNDLE_INVALID', '这个文件不完整或不是上报包，请重新拷贝后再试。')
  if (!isWholeFile(file)) throw damaged()
  const { envelope } = readVolumeHead(file)
  let value: unknown
  try {
    value = JSON.parse(envelope.toString('utf8'))
  } catch {
    throw damaged()
  }
  const head = lasting.safeParse(value)
  if (!head.success) throw damaged()
  if (containerVersionOf(file) <= 2 && head.data.format.major <= formatWritten.major)
    throw new Problem('INVALID_INPUT', '这个上报包本程序读得了，请直接接收，不必发“读不了”的回执。')
  return head.data
}
