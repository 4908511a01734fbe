/** Bundles as a hostile sender with a good key would make them: changed inside, signed and encrypted all the same. */
import { parseCanonicalJson } from '../../../src-main/sync/canonical-json.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { readSections, type Section, writeSections } from '../../../src-main/sync/payload-sections.ts'
import { manifestPurpose, type SealingKeys } from '../../../src-main/sync/seal-bundle.ts'
import { canonicalBytes } from '../../../src-main/sync/strict-json.ts'
import { type TestKeys, wrapped } from './sealed-bundle.ts'

// biome-ignore lint/suspicious/noExplicitAny: these tests change manifests in ways that their type forbids
type Changeable = any
export type Change = {
  readonly envelope?: (envelope: Changeable) => void
  readonly manifest?: (manifest: Changeable) => void
  /** The manifest's bytes, when they are no JSON that could be changed. */
  readonly manifestBytes?: (text: string) => Uint8Array
  readonly sections?: (sections: readonly Section[]) => readonly Section[]
  /** Both at once, before either is changed otherwise. */
  readonly beforeManifest?: (sections: readonly Section[], manifest: Changeable) => void
  /** The sections as bytes, after everything else. */
  readonly plain?: (plain: Buffer) => Uint8Array
  /** Who signs the manifest; the sender unless told. */
  readonly signer?: SealingKeys
}

export async function forged(
  file: Uint8Array,
  { from, to }: { from: TestKeys; to: TestKeys },
  change: Change,
): Promise<Buffer> {
  const opened = await openedOnce(file, to)
  const envelope = structuredClone(opened.envelope) as Changeable
  const signer = change.signer ?? from
  const manifest = parseCanonicalJson(opened.manifestBytes) as Changeable
  const rest: readonly Section[] = readSections(opened.plain, '').slice(2)
  change.beforeManifest?.(rest, manifest)
  change.manifest?.(manifest)
  const text = canonicalBytes(manifest)
  const bytes = change.manifestBytes?.(text.toString()) ?? text
  const signature = Buffer.concat([signer.signingPublicKey, signer.sign(manifestPurpose, bytes)])
  const head: Section[] = [
    { kind: 'manifest', stored: bytes, plainBytes: bytes.length },
    { kind: 'signature', stored: signature, plainBytes: 96 },
  ]
  const plain = writeSections([...head, ...(change.sections?.(rest) ?? rest)])
  change.envelope?.(envelope)
  return await wrapped(change.plain?.(plain) ?? plain, envelope, { keys: from, recipients: [to.recipient] })
}

/** Fuzzing changes one file thousands of times. */
const openedFiles = new WeakMap<Uint8Array, ReturnType<typeof openVolume>>()

function openedOnce(file: Uint8Array, to: TestKeys): ReturnType<typeof openVolume> {
  const opened = openedFiles.get(file) ?? openVolume(file, [to.identity])
  openedFiles.set(file, opened)
  return opened
}

export function flipped(bytes: Uint8Array, at: number, bit = 0): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

/** The footer as whoever changes a file on purpose would write it. */
export function withFooter(bytes: Uint8Array, hash: (bytes: Uint8Array) => string): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeBigUInt64BE(BigInt(copy.length), copy.length - 40)
  Buffer.from(hash(copy.subarray(0, -32)), 'hex').copy(copy, copy.length - 32)
  return copy
}
