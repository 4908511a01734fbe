/**
 * Bundle files (上报包文件) as people look at them. Format 1, which is only inspected: src-main/sync/container.ts; format 2:
 * src-main/sync/volume.ts.
 */
import type { Envelope, Manifest } from './bundle-manifest.ts'
import type { Period } from './period.ts'
import type { PeriodFigures } from './statistics.ts'

/** Number of rows carried, by table. */
export type BundleCounts = {
  readonly study: number
  readonly lecture: number
  readonly stay: number
  /** Absent in a bundle of format 1.0. */
  readonly activity?: number
  readonly grassrootsUnion: number
}

/** Tables that a bundle carries rows of: the counted ones and the sender's particulars. */
export type BundleTable = keyof BundleCounts | 'office'

/** One data segment of the bundle: newline-delimited canonical JSON, rows sorted by id. */
export type BundleSegment = {
  readonly name: string
  readonly table: BundleTable
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the segment's uncompressed bytes, lower-case hex. */
  readonly sha256: string
}

export type BundleManifest = {
  readonly format: { readonly major: 1; readonly minor: number }
  readonly bundleId: string
  readonly kind: 'report'
  readonly sender: { readonly officeId: string; readonly name: string; readonly divisionCode: string }
  readonly recipient: { readonly name: string }
  readonly replica: string
  readonly epoch: number
  /** Gapless per replica and epoch, from 1. */
  readonly seq: number
  /** SHA-256 of the whole previous bundle file of this replica; null for the first. */
  readonly previousHash: string | null
  readonly schema: string
  readonly app: string
  readonly createdAt: string
  readonly period: Period
  readonly counts: BundleCounts
  readonly figures: PeriodFigures
  /** 取数指纹 of the records, as report and sheets print it; absent in a bundle before format 1.2. */
  readonly recordFingerprint?: string
  readonly segments: readonly BundleSegment[]
  /** SHA-256 of the sender's public key, lower-case hex. */
  readonly keyId: string
  /** SHA-256 of preamble and routing header, lower-case hex: nobody can re-address a signed bundle. */
  readonly routingHash: string
}

/** What stands in clear at the head of the file, for whoever passes it on. */
export type BundleRouting = Pick<BundleManifest, 'format' | 'bundleId' | 'kind' | 'sender' | 'recipient' | 'keyId'> & {
  /** A later minor version encrypts; this one does not yet. */
  readonly encryption: 'none'
  readonly volume: { readonly number: 1; readonly of: 1 }
}

/** Of a bundle of format 1. */
export type BundleInspection = {
  readonly manifest: BundleManifest
  /** Whether the file is whole and its signature fits the key in it. A damaged file is a Problem instead. */
  readonly isSignatureValid: true
  /** Read aloud over the phone: eight groups of four characters. */
  readonly fingerprint: string
  /** The key in the bundle is this office's own. */
  readonly isOwnKey: boolean
  readonly bytes: number
}

/** Of one volume of a bundle of format 2. A damaged file is a Problem instead. */
export type VolumeInspection = {
  readonly envelope: Envelope
  /** Null when it cannot be opened here; then `closedReason` says why. */
  readonly manifest: Manifest | null
  readonly closedReason: string
  /** Of the key that sealed the file: eight groups of four characters. */
  readonly fingerprint: string
  /** The office whose key that is, as it was accepted here; empty when the key is not known. */
  readonly sealedBy: string
  /** Why the signature, valid as it is, need not be that of the office that it names; empty when there is no doubt. */
  readonly doubt: string
  /** The file was sealed here. */
  readonly isOwnKey: boolean
  readonly bytes: number
}

/** A bundle as its files on a stick show it, without opening it. */
export type ScannedBundle = {
  readonly envelope: Envelope
  /** Absolute paths, by number. */
  readonly volumes: readonly { readonly number: number; readonly path: string }[]
  /** `缺第2卷，共5卷`; empty when it is complete. */
  readonly missing: string
}

/** What lies on a stick or in a folder (归卷); `words` say what to do. */
export type ScannedBundles = {
  readonly bundles: readonly ScannedBundle[]
  readonly duplicates: readonly { readonly path: string; readonly of: string }[]
  /** For other offices. */
  readonly foreign: readonly { readonly path: string; readonly words: string }[]
  readonly refused: readonly { readonly path: string; readonly words: string }[]
  /** 修复卷: they bring a volume back when they are taken in beside the others. */
  readonly repairs: readonly { readonly path: string }[]
  /** More files are there than were looked at. */
  readonly isCut: boolean
}

export type Inspection = BundleInspection | VolumeInspection
