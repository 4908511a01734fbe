/** Two PCs of one office (两台电脑同步): what a bundle of the other PC brings, and the conflicts that people decide. */
import type { SetDelivery } from './delivery.ts'

/** What each stamped table is called. Plain data. */
export const tableNames: Readonly<Record<string, string>> = {
  office: '本单位信息',
  grassrootsUnion: '基层工会',
  unionAct: '沿革',
  stay: '蹲点',
  study: '学习',
  lecture: '宣讲',
  activity: '宣传文化',
  cadre: '干部',
  lecturer: '宣讲员',
  lectureTeam: '宣讲团',
  studyGroup: '学习小组',
  venue: '阵地场所',
  material: '学习材料',
  incoming: '收文',
  notice: '通知',
  requirement: '要求',
  answer: '印证',
  arrangement: '安排',
  document: '公文',
  noticeDocument: '通知与公文的对应',
  explanation: '检查说明',
  numberSeries: '起始文号',
  outgoing: '发文登记',
  attachment: '佐证材料',
  setting: '设置',
  savedView: '常用查询',
}

/** 字段: one field, two values. 删改: removed on one PC, edited on the other. 重名: two rows for one name or number. 未并入: could not go in. */
export const conflictKinds = ['字段', '删改', '重名', '未并入'] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** One of the two values, in words; `at` is empty where nobody knows. */
export type ConflictSide = { readonly text: string; readonly pc: '本机' | '另一台' | ''; readonly at: string }

export type Conflict = {
  readonly id: string
  readonly kind: ConflictKind
  readonly table: string
  readonly rowId: string
  /** Of the record, e.g. its topic. */
  readonly title: string
  readonly field: string
  /** `field` as forms call it; empty for a whole row. */
  readonly label: string
  /** What stands now. */
  readonly kept: ConflictSide
  readonly other: ConflictSide
  /** What to do, in one sentence. */
  readonly hint: string
  readonly foundAt: string
  readonly settledAt: string | null
  readonly settledBy: string
}

export type ExchangeTally = {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Both PCs changed different fields. */
  readonly merged: number
  readonly conflict: number
  /** Did not go in; listed among the conflicts. */
  readonly parked: number
}

/** What a bundle of the other PC would do, or did. */
export type ExchangeTaken = {
  readonly isApplied: boolean
  readonly bundles: readonly {
    readonly bundleId: string
    readonly createdAt: string
    readonly seq: number
    readonly fileNames: readonly string[]
  }[]
  /** Tables in which anything happens. */
  readonly tables: readonly { readonly table: string; readonly name: string; readonly tally: ExchangeTally }[]
  readonly total: ExchangeTally
  /** Files of evidence and pictures that are new here, and those that no bundle holds. */
  readonly files: { readonly added: number; readonly missing: number }
  /** That this take found; settled ones of before are not among them. */
  readonly conflicts: readonly Conflict[]
}

export type ExchangeDone = {
  readonly delivery: SetDelivery
  readonly rows: number
  readonly files: number
  readonly seq: number
}

/** The other PCs whose bundles were taken in. */
export type OtherPc = { readonly replica: string; readonly takenAt: string; readonly createdAt: string }

export type ExchangeState = {
  readonly others: readonly OtherPc[]
  /** Of this PC's last bundle for the other one; null when there was none. */
  readonly exportedAt: string | null
  readonly openConflicts: number
}
