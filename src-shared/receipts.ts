/** Receipts (回执): what the level above says about a bundle, technically and row by row. Plain data. */
import type { AnsweredNotice, BundleKind, Party, RowResult } from './bundle-manifest.ts'
import type { SetDelivery } from './delivery.ts'
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'

/** What the list of records shows and filters by; 已改 = changed here since the level above spoke of it. */
export const upperMarks = ['退回', '冲突', '暂存', '已改', '已收'] as const
export type UpperMark = (typeof upperMarks)[number]

export const upperMarkNames = {
  退回: '退回',
  冲突: '冲突',
  暂存: '暂存',
  已改: '已改，待报',
  已收: '上级已收',
} as const satisfies Record<UpperMark, string>

/** What became of the bundle as a whole. */
export const receiptStates = ['已导入', '缺分卷', '待处理', '已撤销', '读不了'] as const
export type ReceiptState = (typeof receiptStates)[number]

/** What rows of a table are called. */
export const tableWords: Readonly<Record<string, string>> = {
  office: '本单位信息',
  grassrootsUnion: '基层工会',
  unionAct: '单位沿革',
  stay: '蹲点',
  study: '学习',
  lecture: '宣讲',
  activity: '宣传文化',
  attachment: '佐证材料',
  answer: '要求的印证',
}

/** The bundle that a receipt answers, as its manifest names it. */
export type AnsweredBundle = {
  readonly bundleId: string
  readonly kind: BundleKind
  readonly replica: string
  readonly epoch: number
  readonly seq: number
  /** SHA-256 of the manifest; empty when it could not be read. */
  readonly manifestHash: string
  readonly period: Period | null
  readonly createdAt: string
  readonly receivedAt: string
  /** Offices that passed it on, in order. */
  readonly via: readonly Party[]
}

/** 技术回执 */
export type TechnicalReceipt = {
  readonly state: ReceiptState
  readonly volumes: {
    readonly of: number
    readonly here: readonly { readonly number: number; readonly sha256: string; readonly bytes: number }[]
    readonly missing: readonly number[]
  }
  /** SHA-256 of the sender's signing key; the signature was checked with it. */
  readonly keyId: string
  /** Two bundles with one number, or one that does not continue the chain that we know. */
  readonly isFork: boolean
  /** Numbers of bundles that have not come: cumulative ones make up for them. */
  readonly gaps: readonly number[]
  /** What we read with. */
  readonly reader: { readonly app: string; readonly schema: string; readonly format: number }
  /** The format that reading it would take; null when it can be read. */
  readonly upgradeTo: number | null
  /** The highest number that we know of this replica: a sender that is behind it was restored from a backup. */
  readonly known: { readonly epoch: number; readonly seq: number }
  /** The sender's last change, of this replica and epoch, up to which we have every one; later bundles begin behind it. */
  readonly toChange: number
  /** The sender must go on under a new epoch. */
  readonly newEpoch: boolean
}

/** A row that is not simply accepted; the list is whole, of every bundle of the sender. */
export type RowRemark = {
  readonly table: string
  readonly id: string
  /** Of the row, as we saw it. */
  readonly version: number
  readonly result: Exclude<RowResult, '已收'>
  /** Rule that refused it; empty when a clerk returned it. */
  readonly rule: string
  readonly field: string
  readonly words: string
  /** What the row is called, for a list. */
  readonly title: string
  /** 冲突: the value that stands here for now, and the other one. */
  readonly values: { readonly kept: unknown; readonly other: unknown } | null
}

export type RowCounts = {
  readonly received: number
  readonly unchanged: number
  readonly returned: number
  readonly conflict: number
  readonly parked: number
}

/** Records that come back, however much is said about each; of one table when asked for one. */
export function returnedRecords(remarks: readonly RowRemark[], table?: string): number {
  const returned = remarks.filter((one) => one.result === '退回' && (table === undefined || one.table === table))
  return new Set(returned.map((one) => `${one.table} ${one.id}`)).size
}

/** 业务回执 */
export type BusinessReceipt = {
  /** Rows of this bundle, by table; `returned` those that a rule refused when it was taken in. */
  readonly counts: Readonly<Record<string, RowCounts>>
  readonly remarks: readonly RowRemark[]
  /** Over every row that we hold of the sender, computed here. */
  readonly root: { readonly value: string; readonly isSame: boolean }
  /** Rows of the sender that we hold and it did not know of, or not as new; they lie in the file. */
  readonly held: { readonly rows: number; readonly sha256: string }
  /** Present rows that we now hold of the sender, by table. */
  readonly holding: Readonly<Record<string, number>>
  readonly notice: AnsweredNotice | null
  readonly due: { readonly day: string | null; readonly receivedOn: string; readonly isLate: boolean }
  readonly next: { readonly title: string; readonly day: string } | null
  readonly by: string
}

export type Receipt = {
  readonly format: { readonly major: 1; readonly minor: number }
  readonly receiptId: string
  /** Of this issuer to this office, from 1; with replica and epoch of the issuer it tells which of two is newer. */
  readonly number: number
  readonly replica: string
  readonly epoch: number
  readonly issuer: Party
  readonly to: Party
  readonly issuedAt: string
  readonly bundle: AnsweredBundle
  readonly technical: TechnicalReceipt
  /** null while the bundle waits or could not be read. */
  readonly business: BusinessReceipt | null
}

/** A bundle for which a receipt is due. */
export type DueReceipt = {
  readonly bundleId: string
  readonly officeId: string
  readonly officeName: string
  readonly seq: number
  readonly receivedAt: string
  /** null: no receipt was issued yet; else the number of the one that no longer says what holds. */
  readonly replaces: number | null
}

/** A receipt that was made here. */
export type IssuedReceipt = {
  readonly receiptId: string
  readonly bundleId: string
  readonly officeId: string
  readonly officeName: string
  readonly number: number
  readonly issuedAt: string
  readonly checkCode: string
  readonly state: ReceiptState
  /** It was issued before and is handed out again: nothing has changed since. */
  readonly isAgain: boolean
}

/** An office that cannot be reached and gets nothing this time, and why. */
export type LeftOut = { readonly officeName: string; readonly why: string }

/** 清河县总工会（没有可用的密钥，请先登记它的新名片）、…; '' for none. */
export function leftOutWords(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ officeName, why }) => `${officeName}（${why}）`).join('、')
}

export type IssuedReceipts = {
  readonly delivery: SetDelivery
  readonly receipts: readonly IssuedReceipt[]
  readonly leftOut: readonly LeftOut[]
}

export type PassedDown = { readonly delivery: SetDelivery; readonly leftOut: readonly LeftOut[] }

/** What accepting a receipt did. */
export type AcceptedReceipt = {
  readonly receiptId: string
  readonly issuer: string
  readonly bundleId: string
  readonly seq: number
  readonly checkCode: string
  /** 已在册: accepted before. 较旧: a newer one of this office is here. 别机: of another PC of this office. 不识: of a bundle that this ledger does not know. 待转: for an office below us. */
  readonly standing: '新收' | '已在册' | '较旧' | '别机' | '不识' | '待转'
  readonly state: ReceiptState
  readonly received: number
  readonly returned: number
  readonly conflict: number
  readonly parked: number
  /** Rows that the issuer holds and this ledger does not. */
  readonly held: number
  /** The epoch was raised because of it. */
  readonly epochRaised: boolean
  /** In one Chinese sentence, what the clerk should know. */
  readonly sentence: string
}

/** A received receipt in the list of 回执. */
export type ReceivedReceipt = {
  readonly receiptId: string
  readonly issuer: string
  readonly seq: number
  readonly issuedAt: string
  readonly acceptedAt: string
  readonly checkCode: string
  readonly state: ReceiptState
  readonly received: number
  readonly returned: number
  readonly conflict: number
  readonly parked: number
  readonly held: number
  readonly isLate: boolean
  /** No newer one of this issuer is here: what it says holds. */
  readonly isNewest: boolean
  readonly pulledAt: string | null
}

export type ReceivedReceiptDetail = ReceivedReceipt & {
  readonly receipt: Receipt
  /** As they stand now: a record that was changed since is no longer to be answered. */
  readonly remarks: readonly (RowRemark & { readonly mark: UpperMark | null })[]
}

export type PulledBack = { readonly rows: number; readonly conflicts: number; readonly refused: number }

/** Records that are returned and not changed since, by kind. */
export type ReturnedCounts = Readonly<Record<RecordKind, number>>

/** Receipts from above that wait for an office below us. */
export type WaitingReceipt = { readonly officeId: string; readonly officeName: string; readonly count: number }

/** What the level above said about one record. */
export type UpperRemark = {
  readonly rowId: string
  readonly mark: UpperMark
  readonly issuer: string
  readonly rule: string
  readonly field: string
  readonly words: string
  readonly version: number
  readonly at: string
}

/** 退回: a record that our clerk sends back to the office below. */
export type RowReturn = {
  readonly id: string
  readonly officeId: string
  readonly officeName: string
  readonly table: string
  readonly rowId: string
  readonly version: number
  readonly field: string
  readonly words: string
  readonly at: string
  readonly by: string
  readonly withdrawnAt: string | null
}

/** 转报: a bundle of an office below us that can be passed on to the level above. */
export type PassableBundle = {
  readonly bundleId: string
  readonly officeId: string
  readonly officeName: string
  readonly seq: number
  /** When it was last passed on to that office; null when it was not. */
  readonly passedAt: string | null
}
