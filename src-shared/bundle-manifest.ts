/** What a bundle of format 2 says about itself (上报包第2版): envelope and manifest, see src-main/sync/volume.ts. */
import type { Period } from './period.ts'
import type { PeriodFigures } from './statistics.ts'

/** Upward report, exchange between two PCs of one office, tasks sent down, receipt, change of a key. */
export const bundleKinds = ['report', 'exchange', 'down', 'receipt', 'keyChange'] as const
export type BundleKind = (typeof bundleKinds)[number]

export const bundleKindNames = {
  report: '上报包',
  exchange: '同步包',
  down: '下发包',
  receipt: '回执',
  keyChange: '密钥变更',
} as const satisfies Record<BundleKind, string>

export type PeerRole = '上级' | '下级'
export type PeerKeyState = '使用中' | '已更换' | '已吊销'
/** What the level above says about a row. */
export type RowResult = '已收' | '退回' | '冲突' | '暂存'

/** An office as bundles name it. */
export type Party = { readonly officeId: string; readonly name: string; readonly divisionCode: string }

export type BundleFormat = { readonly major: 2; readonly minor: number }

/** What stands in clear, signed by who sealed the file: enough to sort a hundred files without a key. */
export type Envelope = {
  readonly format: BundleFormat
  readonly bundleId: string
  readonly kind: BundleKind
  readonly sender: Party
  readonly recipient: Party
  /** Offices that passed the bundle on, in order; the last one sealed this file. Empty when it comes from its sender. */
  readonly via: readonly Party[]
  /** SHA-256 of the signing key of who sealed the file, hex. */
  readonly keyId: string
  /** age recipients that can open it. */
  readonly recipients: readonly string[]
  readonly encryption: 'age'
  readonly volume: { readonly number: number; readonly of: number }
  /** The encrypted bytes, so that no others can be put behind this envelope. */
  readonly payload: { readonly bytes: number; readonly sha256: string }
  readonly seq: number
  readonly createdAt: string
}

/** One piece of content: rows, the state index, tasks; or the bytes of one attachment. */
export type ManifestPart = {
  /** `data/001.ndjson`, `state/index.ndjson`, `tasks/notices.json`, `att/<sha256>` … */
  readonly name: string
  readonly volume: number
  /** Lines of NDJSON; 1 for anything else. */
  readonly rows: number
  /** Uncompressed. */
  readonly bytes: number
  readonly sha256: string
}

/** Rows carried, by table and by what happened to them since the base. */
export type CarriedCounts = Readonly<Record<string, { readonly present: number; readonly removed: number }>>

/** Of every reported row of the sender, not only of those carried. */
export type StateRoot = {
  readonly root: string
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly root: string }>>
}

/** 零报告 */
export type DeclaredEmpty = { readonly what: string; readonly reason: string }

/** The notice that a report answers. */
export type AnsweredNotice = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly issuer: string
}

/** A paper that was made of the same records. */
export type BoundPaper = {
  readonly title: string
  readonly number: string
  readonly sha256: string
  /** 取数指纹 */
  readonly fingerprint: string
}

export type Manifest = {
  readonly format: BundleFormat
  /** Signed, so that nobody can turn it down to a weaker one. */
  readonly suite: 1
  readonly bundleId: string
  readonly kind: BundleKind
  readonly sender: Party
  readonly recipient: Party
  readonly keyId: string
  readonly replica: string
  readonly epoch: number
  /** Gapless per replica and epoch, from 1. */
  readonly seq: number
  /** SHA-256 of the manifest of the bundle before, of the same replica and epoch; null for the first. */
  readonly previousHash: string | null
  /**
   * Number of the report before this one to the same recipient, of the same replica and epoch; 0 for the first. Numbers
   * between went to others. Older programs do not state it.
   */
  readonly previousReport?: number
  /** What the recipient is known to have: rows changed behind `change` are carried; null when everything is. */
  readonly base: { readonly receiptId: string; readonly change: number; readonly root: string } | null
  /** The sender's last change that is carried. */
  readonly toChange: number
  readonly schema: string
  readonly app: string
  /** The lowest minor version that reads this without misunderstanding it. */
  readonly minReader: number
  readonly createdAt: string
  /** Null, like figures and state, in a bundle that reports nothing: a receipt, a change of a key … */
  readonly period: Period | null
  readonly counts: CarriedCounts
  /** The sender's own totals of the period, as its cover page prints them. */
  readonly figures: PeriodFigures | null
  /** 取数指纹 of the period; empty without one. */
  readonly fingerprint: string
  readonly state: StateRoot | null
  readonly declaredEmpty: readonly DeclaredEmpty[]
  readonly notice: AnsweredNotice | null
  readonly papers: readonly BoundPaper[]
  /** 填报人, 审核人 as in the foot of the sheets. */
  readonly people: { readonly preparedBy: string; readonly reviewedBy: string; readonly phone: string }
  /** 更正: why records of a period are changed that was reported before; empty otherwise. */
  readonly correction: string
  readonly volumes: number
  readonly parts: readonly ManifestPart[]
  readonly attachments: { readonly count: number; readonly bytes: number }
}

/** What the sealing of a bundle adds to what its maker knows. */
export type UnsealedManifest = Omit<Manifest, 'format' | 'suite' | 'keyId' | 'volumes' | 'parts' | 'attachments'>

export type ReportManifest = Manifest & {
  readonly kind: 'report'
  readonly period: Period
  readonly figures: PeriodFigures
  readonly state: StateRoot
}

/** The reader has made sure that a report has all that a report has. */
export function isReport(manifest: Manifest): manifest is ReportManifest {
  return manifest.kind === 'report' && manifest.period !== null && manifest.figures !== null && manifest.state !== null
}

/** An older program states no number: every one before went to us as far as it knew. */
export function previousReportOf({ previousReport, seq }: Pick<Manifest, 'previousReport' | 'seq'>): number {
  return previousReport ?? seq - 1
}
