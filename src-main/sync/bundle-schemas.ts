/** Envelope and manifest of format 2 as they are read (信封与清单): known members are exact, unknown ones are kept. */
import { z } from 'zod'
import { bundleKinds, type Envelope, isReport, type Manifest } from '../../src-shared/bundle-manifest.ts'
import { isDay } from '../../src-shared/fields.ts'
import { damaged, invalid, newer } from './invalid-bundle.ts'
import { parseStrictJson } from './strict-json.ts'
import { volumeLimits } from './volume.ts'

/** What this program writes, and the highest `minReader` that it satisfies. */
export const formatWritten = { major: 2, minor: 0 } as const

const count = z.int().min(0)
const text = z.string().max(2000)
const id = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().refine(isDay)
const format = z.looseObject({ major: z.int(), minor: count })

/** Whoever reads a name must not be led astray: no controls, nothing invisible, nothing that turns the direction. */
export const unprintable =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const name = z
  .string()
  .max(200)
  .refine((words) => words.search(unprintable) < 0)

/** `data/001.ndjson`: never used as a path, and good for one on every system. */
const partName = z
  .string()
  .regex(/^[a-z]{2,16}\/[0-9A-Za-z][0-9A-Za-z-]{0,99}(\.(ndjson|json))?$/)
  .refine((words) => !/\/(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(words))

/** An office as envelopes and manifests name it. */
export const party = z.looseObject({ officeId: id, name, divisionCode: z.string().regex(/^\d{0,12}$/) })
const identity = {
  format,
  bundleId: id,
  kind: z.enum(bundleKinds),
  sender: party,
  recipient: party,
  keyId: hash,
  seq: count,
  createdAt: z.iso.datetime({ offset: true }),
}

const envelopeSchema = z.looseObject({
  ...identity,
  via: z.array(party).max(10),
  recipients: z
    .array(z.string().regex(/^age1[0-9a-z]{20,4000}$/))
    .min(1)
    .max(50),
  encryption: z.string(),
  volume: z
    .looseObject({ number: count.min(1), of: count.min(1).max(volumeLimits.volumes) })
    .refine(({ number, of }) => number <= of),
  payload: z.looseObject({ bytes: count.max(volumeLimits.file), sha256: hash }),
})

const part = z.looseObject({ name: partName, volume: count.min(1), rows: count, bytes: count, sha256: hash })
const root = z.looseObject({ rows: count, root: text })
const table = z.string().regex(/^[A-Za-z]{1,40}$/)

const manifestSchema = z
  .looseObject({
    ...identity,
    suite: z.literal(1),
    replica: id,
    epoch: count.min(1),
    previousHash: hash.nullable(),
    previousReport: count.optional(),
    base: z.looseObject({ receiptId: id, change: count, root: text }).nullable(),
    toChange: count,
    schema: text,
    app: text,
    minReader: count,
    period: z.looseObject({ from: day, to: day }).nullable(),
    counts: z.record(table, z.looseObject({ present: count, removed: count })),
    /** A later version may know more figures or fewer; none of them is anything but a number or 未统计. */
    figures: z.record(table, z.record(table, z.number().nullable())).nullable(),
    fingerprint: z.string().regex(/^(([0-9A-F]{4} ){7}[0-9A-F]{4})?$/),
    state: z.looseObject({ root: text, tables: z.record(table, root) }).nullable(),
    declaredEmpty: z.array(z.looseObject({ what: text, reason: text })).max(1000),
    notice: z.looseObject({ id, number: text, title: text, issuer: text }).nullable(),
    papers: z.array(z.looseObject({ title: text, number: text, sha256: hash, fingerprint: text })).max(1000),
    people: z.looseObject({ preparedBy: text, reviewedBy: text, phone: text }),
    correction: text,
    volumes: count.min(1).max(volumeLimits.volumes),
    parts: z.array(part).max(volumeLimits.parts),
    attachments: z.looseObject({ count, bytes: count }),
  })
  .refine((manifest) => isConsistent(manifest as unknown as Manifest))

/** @throws Problem BUNDLE_INVALID */
export function parseEnvelope(bytes: Uint8Array): Envelope {
  const envelope = parsed(envelopeSchema, bytes, { part: '文件头', what: '上报包' })
  if (envelope.encryption !== 'age') throw invalid('这个上报包没有按规定加密，不能采用，请报送单位重新导出。')
  return envelope as Envelope
}

/** @throws Problem BUNDLE_INVALID */
export function parseManifest(bytes: Uint8Array, what: string): Manifest {
  if (bytes.length > volumeLimits.manifest) throw damaged('清单', what)
  const manifest = parsed(manifestSchema, bytes, { part: '清单', what }) as unknown as Manifest
  if (manifest.minReader > formatWritten.minor) throw newer(`2.${manifest.minReader}`, what)
  return manifest
}

function parsed<Value>(schema: z.ZodType<Value>, bytes: Uint8Array, { part, what }: { part: string; what: string }) {
  let value: unknown
  try {
    value = parseStrictJson(bytes)
  } catch {
    throw damaged(part, what)
  }
  // A higher major version may have other members; say so before finding fault with them.
  const stated = z.looseObject({ format }).safeParse(value)
  if (stated.success && stated.data.format.major > formatWritten.major)
    throw newer(`${stated.data.format.major}.${stated.data.format.minor}`, what)
  const result = schema.safeParse(value)
  if (!result.success || stated.data?.format.major !== formatWritten.major) throw damaged(part, what)
  return result.data
}

/** What the members of a manifest say of each other. */
function isConsistent(manifest: Manifest): boolean {
  const { parts, volumes, attachments, counts, kind } = manifest
  const names = new Set(parts.map((part) => part.name.toLowerCase()))
  const inOrder = parts.every((part, index) => part.volume <= volumes && part.volume >= (parts[index - 1]?.volume ?? 1))
  const files = parts.filter(isAttachment)
  const rows = parts.reduce((sum, part) => sum + (part.name.startsWith('data/') ? part.rows : 0), 0)
  const counted = Object.values(counts).reduce((sum, { present, removed }) => sum + present + removed, 0)
  return (
    names.size === parts.length &&
    inOrder &&
    files.every((file) => file.name === `att/${file.sha256}`) &&
    parts.every((part) => isAttachment(part) || part.bytes <= volumeLimits.segment) &&
    files.length === attachments.count &&
    files.reduce((sum, file) => sum + file.bytes, 0) === attachments.bytes &&
    rows === counted &&
    (kind !== 'report' || isReport(manifest))
  )
}

export function isAttachment(part: { readonly name: string }): boolean {
  return part.name.startsWith('att/')
}
