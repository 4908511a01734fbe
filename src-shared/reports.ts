/** Reporting upward (上报) as the window and the command line see it. Plain data. */
import type { AnsweredNotice, CarriedCounts, DeclaredEmpty, Party } from './bundle-manifest.ts'
import type { SetDelivery, WrittenFile } from './delivery.ts'
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'

/** How large a file may become, in MB; null for as few files as possible. */
export const volumeSizes = [5, 15, 35] as const
export type VolumeSize = (typeof volumeSizes)[number] | null
export const usualVolumeSize: VolumeSize = 15

/** A kind of record that the period has none of; `reason` as the reply to the notice states it, else empty. */
export type EmptyKind = { readonly kind: RecordKind; readonly reason: string }

/** What the recipient has confirmed and the bundle begins behind. */
export type ReportBase = { readonly seq: number; readonly acceptedAt: string }

/**
 * The bundle that the level above confirmed and that is no longer what the period holds. 记录: records of the period were
 * changed. 名册: none was, but the register of unions was, and with it the period's figures (应覆盖单位数).
 */
export type Corrected = ReportBase & { readonly cause: '记录' | '名册' }

export const correctionCauses = {
  记录: '现在的记录与当时不同',
  名册: '记录没有变，但单位名册有变动，这一期的数字（如应覆盖单位数）与当时不同',
} as const satisfies Record<Corrected['cause'], string>

/** What an export would carry now. */
export type ReportPreview = {
  readonly recipient: Party
  /** null when everything is carried: nothing of this installation is confirmed, or everything was asked for. */
  readonly base: ReportBase | null
  readonly rows: CarriedCounts
  readonly files: { readonly count: number; readonly bytes: number; readonly missing: number }
  /** At most about so many files. */
  readonly volumes: number
  readonly emptyKinds: readonly EmptyKind[]
  /** The period has no record at all: a reason must be given. */
  readonly isZero: boolean
  /** The finished period was confirmed above and has changed since: a reason must be given. */
  readonly correctionOf: Corrected | null
}

export type ReportReceipt = '未收到回执' | '技术回执' | '业务回执'

/** A bundle that went out. */
export type ExportedReport = {
  readonly bundleId: string
  readonly seq: number
  readonly recipient: string
  readonly recipientId: string
  readonly period: Period
  readonly notice: AnsweredNotice | null
  readonly rows: CarriedCounts
  /** Everything, not only what was behind the last receipt. */
  readonly isFull: boolean
  readonly files: readonly WrittenFile[]
  readonly attachments: number
  readonly bytes: number
  readonly declaredEmpty: readonly DeclaredEmpty[]
  readonly correction: string
  /** Whether a cover page can be made of it: not of one that an older program wrote. */
  readonly hasCover: boolean
  readonly receipt: ReportReceipt
  readonly createdAt: string
}

/** What an export did. */
export type ReportDone = {
  readonly delivery: SetDelivery
  readonly bundleId: string
  readonly seq: number
  readonly recipient: Party
  readonly period: Period
  readonly rows: CarriedCounts
  /** Start of the SHA-256 of each file is in the delivery; these are of the whole. */
  readonly fingerprint: string
  readonly root: string
  readonly attachments: { readonly count: number; readonly bytes: number; readonly missing: number }
}

/** Records that the level above has not confirmed as they are now; null while none is enrolled. */
export type Unreported = { readonly rows: number; readonly recipient: string } | null
