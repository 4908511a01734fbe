/** The manifest (清单) and routing header of a bundle as they are read: known fields are exact, unknown ones are kept. */
import { z } from 'zod'
import type { BundleManifest, BundleRouting } from '../../src-shared/bundles.ts'
import { isDay } from '../../src-shared/fields.ts'
import { parseCanonicalJson } from './canonical-json.ts'
import { damaged, invalid } from './invalid-bundle.ts'

const text = z.string().max(200)
const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().refine(isDay)
const format = z.looseObject({ major: z.number().int(), minor: count })
const sender = z.looseObject({ officeId: id, name: text, divisionCode: text })
const recipient = z.looseObject({ name: text })

const routingSchema = z.looseObject({
  format,
  bundleId: id,
  kind: z.literal('report'),
  sender,
  recipient,
  keyId: hash,
  encryption: z.string(),
  volume: z.looseObject({ number: z.literal(1), of: z.literal(1) }),
})

const manifestSchema = z.looseObject({
  format,
  bundleId: id,
  kind: z.literal('report'),
  sender,
  recipient,
  replica: id,
  epoch: z.number().int().min(1),
  seq: z.number().int().min(1),
  previousHash: hash.nullable(),
  schema: text,
  app: text,
  createdAt: z.iso.datetime(),
  period: z.looseObject({ from: day, to: day }),
  counts: z.looseObject({
    study: count,
    lecture: count,
    stay: count,
    activity: count.optional(),
    grassrootsUnion: count,
  }),
  /** A later version may know more figures or fewer; none of them is anything but a number or 未统计. */
  figures: z.record(text, z.record(text, z.number().nullable())),
  recordFingerprint: z
    .string()
    .regex(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    .optional(),
  /** Tables that a later version adds are checked by hash and count like the others. */
  segments: z
    .array(z.looseObject({ name: text, table: text, rows: count, bytes: count, sha256: hash }))
    .refine((segments) => new Set(segments.map((segment) => segment.name)).size === segments.length),
  keyId: hash,
  routingHash: hash,
})

/** @throws Problem BUNDLE_INVALID */
export function readRouting(header: Uint8Array): BundleRouting {
  const routing = parsed(routingSchema, header, '文件头')
  if (routing.encryption !== 'none') throw invalid('这个上报包已加密，本程序还不能打开，请先升级程序。')
  return routing as BundleRouting
}

/** @throws Problem BUNDLE_INVALID */
export function readManifest(bytes: Uint8Array): BundleManifest {
  return parsed(manifestSchema, bytes, '清单') as unknown as BundleManifest
}

function parsed<Value>(schema: z.ZodType<Value>, bytes: Uint8Array, part: string): Value {
  let value: unknown
  try {
    value = parseCanonicalJson(bytes)
  } catch {
    throw damaged(part)
  }
  // A higher major version may have other fields; say so before finding fault with them.
  const stated = z.looseObject({ format }).safeParse(value)
  if (stated.success) refuseNewer(stated.data.format)
  const result = schema.safeParse(value)
  if (!result.success) throw damaged(part)
  return result.data
}

function refuseNewer({ major, minor }: { readonly major: number; readonly minor: number }): void {
  if (major !== 1) throw invalid(`这个上报包的格式是第${major}.${minor}版，本程序只认得第1版，请先升级程序。`)
}
