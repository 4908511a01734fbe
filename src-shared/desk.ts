/** The upper level's desk (下级上报): who reports to us and how far each office has reported. Plain data. */
import type { DeclaredEmpty, PeerKeyState } from './bundle-manifest.ts'
import type { SetDelivery } from './delivery.ts'
import type { FigureValues } from './office-totals.ts'
import type { Period } from './period.ts'
import { recordKinds } from './record-kinds.ts'
import type { TracedRecord } from './replies.ts'

/** 未报: nothing that counts has come. 部分报: something is lacking. 已报待验: nothing is, 已验: a person has said so. */
export const reportStates = ['未报', '部分报', '已报待验', '已验'] as const
export type ReportState = (typeof reportStates)[number]

/** By the day on which all that is asked had been received, to 24:00; 未到期 while it has not and the day is not over. */
export const timings = ['按时', '逾期', '未到期'] as const
export type Timing = (typeof timings)[number]

/** An office below us (下级单位), in the order of the tree. */
export type DeskOffice = {
  readonly officeId: string
  readonly name: string
  readonly divisionCode: string
  /** The office between it and us; null directly under us. */
  readonly parentId: string | null
  /** 0 directly under us. */
  readonly depth: number
}

/** What is asked of the offices: a notice, a period, or both. */
export type DeskQuestion = {
  readonly noticeId: string | null
  readonly period: Period
  /** Last day of reporting; null where none is set. */
  readonly due: string | null
}

/** One sentence; `must` stands in red. */
export type DeskRemark = {
  readonly level: 'must' | 'note'
  /** To our own clerk. */
  readonly words: string
  /** What a letter asks of the office for it; without it the matter is ours. */
  readonly asks?: string
}

/** How far one requirement of the notice is met by what an office sent; 凭材料 where records cannot show it. */
export type RequirementMet = {
  readonly requirementId: string
  readonly title: string
  readonly state: '已落实' | '未落实' | '凭材料' | '零报告'
  readonly done: number
  readonly gap: number | null
  readonly unit: string
}

export type OfficeStatus = DeskOffice & {
  readonly state: ReportState
  /** null without a last day. */
  readonly timing: Timing | null
  /** Of the first received bundle that answers: our clock, and the sender's. */
  readonly receivedAt: string | null
  readonly sentAt: string | null
  /** The newest bundle that answers, by when it was made; received on a day of its own. */
  readonly bundle: { readonly bundleId: string; readonly seq: number; readonly receivedAt: string } | null
  /** What is lacking, then what there is to know. */
  readonly remarks: readonly DeskRemark[]
  readonly zero: readonly DeclaredEmpty[]
  readonly requirements: readonly RequirementMet[]
  readonly records: number
  readonly missingPhotos: number
  readonly refused: number
  readonly approval: { readonly at: string; readonly by: string; readonly isStale: boolean } | null
}

export type DeskStatus = {
  readonly question: DeskQuestion
  readonly today: string
  /** In the order of the tree. */
  readonly offices: readonly OfficeStatus[]
}

/** Figures of one office; null of one that has not reported anything. `subtotal`: with everybody below it. */
export type TotalsRow = DeskOffice & { readonly values: FigureValues | null; readonly subtotal: FigureValues | null }
export type DeskTotals = {
  readonly period: Period
  /** Our own first where it is counted, then the tree. */
  readonly rows: readonly TotalsRow[]
  /** null when nobody has reported. */
  readonly total: FigureValues | null
}

export const deskRecordKinds = [...recordKinds, 'grassrootsUnion'] as const
export type DeskRecordKind = (typeof deskRecordKinds)[number]
export type OfficeRecords = {
  readonly kind: DeskRecordKind
  readonly count: number
  /** The first thousand. */
  readonly records: readonly TracedRecord[]
}

/** A received record, whose it is and how it came; `bundle` is null for our own. */
export type RecordOrigin = {
  readonly kind: DeskRecordKind
  readonly id: string
  readonly officeId: string
  readonly officeName: string
  readonly version: number
  /** Columns as they are stored. */
  readonly fields: Readonly<Record<string, string | number | null>>
  readonly bundle: {
    readonly bundleId: string
    readonly seq: number
    readonly createdAt: string
    readonly receivedAt: string
    readonly signer: BundleSigner
  } | null
}

/** Whose key signed a bundle, and what is known of that key here. */
export type BundleSigner = {
  readonly name: string
  /** As it was compared when its card was accepted: eight groups of four. */
  readonly fingerprint: string
  readonly acceptedAt: string
  readonly state: PeerKeyState
}

export type SentDown = {
  readonly delivery: SetDelivery
  readonly notices: number
  /** By name: who can open it, and who has no key that holds. */
  readonly recipients: readonly string[]
  readonly unreachable: readonly string[]
}
