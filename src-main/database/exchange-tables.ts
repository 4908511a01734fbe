/** Tables of the exchange of bundles (上报、接收): never stamped and never carried, each office has its own. */
import type { Generated } from 'kysely'
import type { BundleKind, PeerKeyState, PeerRole, RowResult } from '../../src-shared/bundle-manifest.ts'
import type { IntakeEntry } from '../../src-shared/intake.ts'
import type { ReceiptState } from '../../src-shared/receipts.ts'
import type { StampedTable } from './tables.ts'

export type ExchangeTables = {
  /** 往来单位 */
  peer: {
    readonly officeId: string
    readonly name: string
    readonly divisionCode: string
    readonly role: PeerRole
    /** The office between it and us; null when it stands directly under us. */
    readonly parentId: string | null
    readonly addedAt: string
    readonly removedAt: string | null
  }
  peerKey: {
    /** SHA-256 of the signing key, hex. */
    readonly keyId: string
    readonly officeId: string
    /** Ed25519 public key, hex. */
    readonly signingKey: string
    /** age recipient, `age1…`. */
    readonly recipient: string
    readonly card: string
    readonly state: PeerKeyState
    readonly acceptedAt: string
    readonly endedAt: string | null
    readonly reason: string
  }
  /** What was received; from those that are imported and not undone the received database is drawn. */
  archivedBundle: {
    readonly bundleId: string
    readonly kind: BundleKind
    readonly officeId: string
    readonly keyId: string
    /** Party[] as JSON. */
    readonly via: string
    readonly replica: string
    readonly epoch: number
    readonly seq: number
    readonly manifestHash: string
    /** Manifest as canonical JSON. */
    readonly manifest: string
    readonly isFork: 0 | 1
    readonly receivedAt: string
    readonly importedAt: string | null
    readonly importedBy: string
    readonly position: number | null
    readonly undoneAt: string | null
  }
  archivedVolume: {
    /** Of the file, which lies under it in the content store. */
    readonly sha256: string
    readonly bundleId: string
    readonly number: number
    readonly volumes: number
    readonly fileName: string
    readonly bytes: number
    readonly receivedAt: string
  }
  /** 接收日志 */
  intakeEntry: IntakeEntry
  /** 退回 */
  rowReturn: {
    readonly id: string
    readonly officeId: string
    readonly tableName: StampedTable
    readonly rowId: string
    readonly version: number
    readonly field: string
    readonly words: string
    readonly at: string
    readonly by: string
    readonly withdrawnAt: string | null
  }
  /** 已验 */
  approval: {
    readonly officeId: string
    /** Empty when it is for the period alone. */
    readonly noticeId: string
    readonly periodFrom: string
    readonly periodTo: string
    readonly root: string
    /** PeriodFigures as JSON. */
    readonly figures: string
    readonly position: number
    readonly at: string
    readonly by: string
  }
  issuedReceipt: {
    readonly receiptId: string
    readonly officeId: string
    readonly bundleId: string
    readonly seq: number
    readonly content: string
    readonly checkCode: string
    /** Counts of what it answered: when they differ another one is due. */
    readonly answered: string
    readonly issuedAt: string
  }
  acceptedReceipt: {
    readonly receiptId: string
    readonly officeId: string
    readonly bundleId: string
    readonly replica: string
    readonly epoch: number
    /** The last change of ours that the sender of the receipt has. */
    readonly toChange: number
    readonly issuerReplica: string
    readonly issuerEpoch: number
    readonly number: number
    /** Receipt as JSON. */
    readonly content: string
    readonly checkCode: string
    /** SHA-256 of the file in the content store. */
    readonly file: string
    readonly issuedAt: string
    readonly acceptedAt: string
    readonly pulledAt: string | null
  }
  /** Receipts of the level above for offices below us. */
  passingReceipt: {
    readonly receiptId: string
    readonly issuerId: string
    readonly toOfficeId: string
    /** The bundle that it answers. */
    readonly bundleId: string
    readonly state: ReceiptState
    readonly checkCode: string
    /** SHA-256 of the file in the content store. */
    readonly file: string
    readonly arrivedAt: string
    readonly passedAt: string | null
  }
  /** Bundles of offices below us that were passed on to one above. */
  passedBundle: { readonly bundleId: string; readonly recipientId: string; readonly passedAt: string }
  /** What the level above has said about a row, at the version that it saw. */
  acknowledgement: {
    readonly officeId: string
    readonly tableName: StampedTable
    readonly rowId: string
    readonly version: number
    readonly result: RowResult
    readonly rule: string
    readonly field: string
    readonly words: string
    readonly receiptId: string
    readonly at: string
  }
  /** Values are JSON; the stamps are those of the two changes (merge/row-state.ts). */
  conflict: {
    readonly id: string
    readonly tableName: StampedTable
    readonly rowId: string
    readonly field: string
    readonly kept: string
    readonly other: string
    readonly keptStamp: string
    readonly otherStamp: string
    readonly bundleId: string
    readonly foundAt: string
    readonly settledAt: string | null
    readonly settledBy: string
    /** Of two rows with one name or number the one that kept it; empty otherwise. */
    readonly rivalId: Generated<string>
  }
  /** Another PC of this office whose bundles were taken in. */
  otherPc: {
    readonly replica: string
    readonly epoch: number
    readonly seq: number
    readonly bundleId: string
    readonly createdAt: string
    readonly takenAt: string
    /** SHA-256 of the files that it has, as JSON. */
    readonly contents: string
  }
  /** What only a newer program knows of a row: `{values, more}` as JSON, see merge/row-state.ts. */
  unknownField: { readonly tableName: StampedTable; readonly rowId: string; readonly fields: string }
  exportedBundle: {
    readonly bundleId: string
    readonly kind: Generated<BundleKind>
    readonly recipientId: Generated<string>
    readonly noticeId: Generated<string>
    readonly replica: string
    readonly epoch: number
    readonly seq: number
    readonly fileName: string
    readonly periodFrom: string
    readonly periodTo: string
    /** CarriedCounts as JSON; BundleCounts for a bundle of format 1. */
    readonly counts: string
    readonly bytes: number
    /** Of the manifest; of the file for a bundle of format 1. */
    readonly sha256: string
    /** Changes behind the first, up to the last. */
    readonly fromChange: Generated<number>
    readonly toChange: Generated<number>
    readonly root: Generated<string>
    /** WrittenFile[] as JSON, one for each volume. */
    readonly volumes: Generated<string>
    /** Manifest as canonical JSON; empty for a bundle of format 1. */
    readonly manifest: Generated<string>
    readonly createdAt: string
  }
}
