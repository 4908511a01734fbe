/** Bundles of format 2 out of made-up offices, for tests of reading. */
import { encryptFor, makeAgeIdentity, recipientOf } from '../../../src-main/sync/age.ts'
import { makeKeyPair, sha256, signFor } from '../../../src-main/sync/ed25519.ts'
import {
  envelopePurpose,
  type SealedVolume,
  type SealingKeys,
  sealBundle,
  type UnsealedAttachment,
  type UnsealedPart,
} from '../../../src-main/sync/seal-bundle.ts'
import { canonicalBytes } from '../../../src-main/sync/strict-json.ts'
import { signedPartOf, writeVolume } from '../../../src-main/sync/volume.ts'
import type { Party, UnsealedManifest } from '../../../src-shared/bundle-manifest.ts'

export const county: Party = { officeId: 'office-county', name: '云山县总工会', divisionCode: '530124' }
export const city: Party = { officeId: 'office-city', name: '南湖市总工会', divisionCode: '530100' }
export const province: Party = { officeId: 'office-province', name: '江东省总工会', divisionCode: '530000' }

export type TestKeys = SealingKeys & { readonly identity: string; readonly recipient: string }

export async function makeKeys(): Promise<TestKeys> {
  const { secretKey, publicKey } = makeKeyPair()
  return await keysFrom(Buffer.from(secretKey), Buffer.from(publicKey), await makeAgeIdentity())
}

export async function keysFrom(secretKey: Buffer, publicKey: Buffer, identity: string): Promise<TestKeys> {
  return {
    keyId: sha256(publicKey),
    signingPublicKey: publicKey,
    sign: (purpose, bytes) => signFor(purpose, bytes, secretKey),
    identity,
    recipient: await recipientOf(identity),
  }
}

/** A quarter's report of nothing yet; `counts` has to fit the parts. */
export function report(changes: Partial<UnsealedManifest> = {}): UnsealedManifest {
  return {
    bundleId: 'bundle-1',
    kind: 'report',
    sender: county,
    recipient: city,
    replica: 'replica-1',
    epoch: 1,
    seq: 1,
    previousHash: null,
    base: null,
    toChange: 0,
    schema: '2026-11-21-exchange',
    app: '0.6.0',
    minReader: 0,
    createdAt: '2026-11-21T08:00:00.000Z',
    period: { from: '2026-10-01', to: '2026-12-31' },
    counts: {},
    figures: { study: { sessions: 0, attended: null } } as never,
    fingerprint: '',
    state: { root: '', tables: {} },
    declaredEmpty: [],
    notice: null,
    papers: [],
    people: { preparedBy: '李敏', reviewedBy: '王强', phone: '' },
    correction: '',
    ...changes,
  }
}

/** `count` rows of lectures as NDJSON. */
export function rowsPart(count: number, number = 1): UnsealedPart {
  const rows = Array.from({ length: count }, (_, index) => ({
    t: 'lecture',
    id: `lecture-${number}-${String(index).padStart(6, '0')}`,
    v: { date: '2026-11-02', place: '云山县职工之家', removedAt: null, title: `学习宣传第${index}讲` },
    c: [['insert', index + 1, 'replica-1', 1, '2026-11-02T01:00:00.000Z', null]],
  }))
  const bytes = Buffer.concat(rows.map((row) => Buffer.concat([canonicalBytes(row), Buffer.from('\n')])))
  return { name: `data/${String(number).padStart(3, '0')}.ndjson`, rows: count, bytes }
}

/** A photo that does not compress. */
export function photo(seed: string, bytes: number): UnsealedAttachment {
  const content = Buffer.alloc(bytes)
  for (let at = 0, block = sha256(Buffer.from(seed)); at < bytes; at += 32, block = sha256(Buffer.from(block)))
    content.write(block, at, 'hex')
  return { sha256: sha256(content), bytes, read: async () => content }
}

export async function sealed(
  keys: SealingKeys,
  recipients: readonly string[],
  content: {
    manifest?: Partial<UnsealedManifest>
    parts?: readonly UnsealedPart[]
    attachments?: readonly UnsealedAttachment[]
    volumeBytes?: number
  } = {},
): Promise<readonly SealedVolume[]> {
  const parts = content.parts ?? [rowsPart(20)]
  const present = parts.reduce((sum, { rows }) => sum + rows, 0)
  const bundle = await sealBundle({
    manifest: report({ counts: { lecture: { present, removed: 0 } }, ...content.manifest }),
    parts,
    attachments: content.attachments ?? [],
    keys,
    recipients,
    volumeBytes: content.volumeBytes ?? Number.POSITIVE_INFINITY,
  })
  const volumes: SealedVolume[] = []
  for await (const volume of bundle.volumes()) volumes.push(volume)
  return volumes
}

/** An envelope and sections that the writer would not make, signed and encrypted all the same: a hostile sender. */
export async function wrapped(
  plain: Uint8Array,
  envelope: object,
  { keys, recipients }: { keys: SealingKeys; recipients: readonly string[] },
): Promise<Buffer> {
  const payload = await encryptFor(plain, recipients)
  const described = { ...envelope, payload: { bytes: payload.length, sha256: sha256(payload) } }
  const signed = signedPartOf(canonicalBytes(described))
  const signature = keys.sign(envelopePurpose, signed)
  return writeVolume({ signed, publicKey: keys.signingPublicKey, signature, payload })
}
