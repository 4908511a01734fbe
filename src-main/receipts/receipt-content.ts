/** The content of a receipt (回执内容) as it lies in its bundle: canonical JSON, parsed strictly because it comes from outside. */
import { z } from 'zod'
import { bundleKinds } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type Receipt, receiptStates } from '../../src-shared/receipts.ts'
import { canonicalJson, parseCanonicalJson } from '../sync/canonical-json.ts'

/** Parts of the bundle: the content, and the rows that the receiver holds and the sender does not know. */
export const contentPart = 'receipt/content.json'
export const heldFolder = 'held/'

const text = (max: number) => z.string().max(max)
const count = z.number().int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const moment = text(40)
const party = z.object({ officeId: text(64).min(1), name: text(200), divisionCode: text(20) })
const named = <Value extends z.ZodType>(value: Value) => z.record(text(40), value)
const volume = z.object({ number: count, sha256: hash, bytes: count })

const technical = z.object({
  state: z.enum(receiptStates),
  volumes: z.object({ of: count, here: z.array(volume).max(10_000), missing: z.array(count).max(10_000) }),
  keyId: z.union([hash, z.literal('')]),
  isFork: z.boolean(),
  gaps: z.array(count).max(10_000),
  reader: z.object({ app: text(40), schema: text(80), format: count }),
  upgradeTo: count.nullable(),
  known: z.object({ epoch: count, seq: count }),
  toChange: count,
  newEpoch: z.boolean(),
})

const remark = z.object({
  table: text(40),
  id: text(64).min(1),
  version: count,
  result: z.enum(['退回', '冲突', '暂存']),
  rule: text(40),
  field: text(100),
  words: text(2000),
  title: text(400),
  values: z.object({ kept: z.unknown(), other: z.unknown() }).nullable(),
})

const business = z.object({
  counts: named(z.object({ received: count, unchanged: count, returned: count, conflict: count, parked: count })),
  remarks: z.array(remark).max(200_000),
  root: z.object({ value: hash, isSame: z.boolean() }),
  held: z.object({ rows: count, sha256: z.union([hash, z.literal('')]) }),
  holding: named(count),
  notice: z.object({ id: text(64), number: text(100), title: text(400), issuer: text(200) }).nullable(),
  due: z.object({ day: text(10).nullable(), receivedOn: text(10), isLate: z.boolean() }),
  next: z.object({ title: text(400), day: text(10) }).nullable(),
  by: text(100),
})

const schema = z.object({
  format: z.object({ major: z.literal(1), minor: count }),
  receiptId: text(64).min(1),
  number: z.number().int().min(1),
  replica: text(64).min(1),
  epoch: count,
  issuer: party,
  to: party,
  issuedAt: moment,
  bundle: z.object({
    bundleId: text(64).min(1),
    kind: z.enum(bundleKinds),
    replica: text(64),
    epoch: count,
    seq: count,
    manifestHash: z.union([hash, z.literal('')]),
    period: z.object({ from: text(10), to: text(10) }).nullable(),
    createdAt: moment,
    receivedAt: moment,
    via: z.array(party).max(8),
  }),
  technical,
  business: business.nullable(),
})

export function writeReceipt(receipt: Receipt): Uint8Array {
  return Buffer.from(canonicalJson(receipt), 'utf8')
}

/** Fields of a later minor version are kept. @throws Problem BUNDLE_INVALID */
export function readReceipt(bytes: Uint8Array): Receipt {
  let value: unknown
  try {
    value = parseCanonicalJson(bytes)
  } catch (cause) {
    throw new Problem('BUNDLE_INVALID', '这份回执的内容已损坏，请上级重新导出。', { cause })
  }
  const stated = z.looseObject({ format: z.looseObject({ major: z.number() }) }).safeParse(value)
  if (stated.success && stated.data.format.major !== 1)
    throw new Problem('BUNDLE_INVALID', '这份回执由更新版本的学宣台账导出，本程序还读不了，请先升级程序。')
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Problem('BUNDLE_INVALID', '这份回执的内容不合格式，请上级重新导出。')
  return value as Receipt
}
