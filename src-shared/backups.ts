/** Backups of the ledger (备份): what one holds, where they lie, and what putting one back would change. Plain data. */

/** Rows that are present, by table. */
export type LedgerCounts = Readonly<Record<string, number>>

/** The tables that are counted, and their words, in the order in which the clerk reads them. */
export const ledgerWords: readonly (readonly [
  table: 'study' | 'lecture' | 'stay' | 'activity' | 'grassrootsUnion' | 'notice' | 'document' | 'outgoing',
  word: string,
])[] = [
  ['study', '学习'],
  ['lecture', '宣讲'],
  ['stay', '蹲点'],
  ['activity', '宣传文化'],
  ['grassrootsUnion', '单位'],
  ['notice', '通知'],
  ['document', '公文'],
  ['outgoing', '发文'],
]

/** 学习12　宣讲3…; a table that a ledger of an older version has not is left out. */
export function countsWords(counts: LedgerCounts): string {
  return ledgerWords.flatMap(([table, word]) => (table in counts ? [`${word}${counts[table]}`] : [])).join('　')
}

/** What is noted beside the copy, in a file of its own that is written last: a copy without it is not finished. */
export type BackupNote = {
  readonly format: 1
  /** ISO 8601, UTC. */
  readonly at: string
  readonly app: string
  /** Name of the newest migration. */
  readonly schema: string
  readonly officeName: string
  /** Hex; the same for all backups of one installation. */
  readonly publicKey: string
  /** Of this computer: two of one office may share a key, and a stick. '' in notes of before it was kept. */
  readonly replica: string
  /** The last change that the copy knows; 0 for an empty ledger. */
  readonly lastChange: number
  /** When it was made, ISO 8601; '' for an empty ledger, and in notes of before it was kept. */
  readonly lastChangeAt: string
  /** Digest of what the change log does not tell; '' for none, and in notes of before it was kept. */
  readonly unlogged: string
  readonly counts: LedgerCounts
  readonly bytes: number
  /** Of the copy, lower-case hex. */
  readonly sha256: string
  /** Files of the content store that the ledger of then could refer to. */
  readonly contents: readonly string[]
}

export type Backup = Pick<
  BackupNote,
  'at' | 'officeName' | 'counts' | 'bytes' | 'lastChange' | 'lastChangeAt' | 'unlogged'
> & {
  /** Path of the copy. */
  readonly path: string
  /** Kept before a restore took its place. */
  readonly isAside: boolean
}

export type BackupSettings = {
  /** Another disk or a stick, beside the folder next to the data; null for none. */
  readonly secondFolder: string | null
  readonly isAutomatic: boolean
}

export type Backups = {
  readonly settings: BackupSettings
  readonly folder: string
  /** Newest first, from both folders. */
  readonly backups: readonly Backup[]
  /** Why the second folder could not be read; null when it could, or there is none. */
  readonly secondFault: string | null
}

/** Rows of one kind, under their word, that the change log does not tell of. */
export type UnloggedCount = { readonly word: string; readonly count: number }

export type RestorePreview = {
  readonly backup: Backup
  readonly now: { readonly officeName: string; readonly counts: LedgerCounts }
  /** Changes made since the backup, which a restore would put aside. */
  readonly changesSince: number
  /** What else came since or stands otherwise: enrolments, intake, approvals, receipts. */
  readonly unloggedSince: readonly UnloggedCount[]
  /** The backup is another installation's. */
  readonly isForeign: boolean
}

/** What came since the backup, in one sentence; null when nothing did. */
export function sinceWords({ changesSince, unloggedSince }: RestorePreview): string | null {
  const changes = changesSince === 0 ? [] : [`${changesSince}处改动`]
  const others = unloggedSince.map(({ word, count }) => `${word}${count}项`).join('、')
  const all = [...changes, ...(others === '' ? [] : [`${others}变动`])]
  return all.length === 0 ? null : `备份之后有${all.join('，另有')}，恢复后不在台账里。`
}

/** `path` is the ledger as it was before, kept aside. */
export type Restored = { readonly aside: string; readonly counts: LedgerCounts }

/** What is wrong with the ledger, a sentence each; none when all is sound. */
export type LedgerVerification = {
  readonly faults: readonly string[]
  readonly tables: number
  readonly rows: number
  readonly contents: number
}
