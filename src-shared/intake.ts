/** Taking in what the offices below us report (接收): files, bundles, what they would change and did change. Plain data. */
import type { BundleKind, CarriedCounts, DeclaredEmpty, Party } from './bundle-manifest.ts'
import type { Period } from './period.ts'
import type { ProblemCode } from './problems.ts'
import type { PeriodFigureKey } from './statistics.ts'

/** What became of a file. 警报: another bundle under a number that is taken. */
export const fileOutcomes = ['已收', '已有', '拒收', '警报'] as const
export type FileOutcome = (typeof fileOutcomes)[number]

export type StagedFile = {
  readonly fileName: string
  readonly outcome: FileOutcome
  /** Empty while it is not known whose the file is. */
  readonly sender: string
  readonly bundleId: string | null
  /** One sentence: why it was not taken, or what it is. */
  readonly words: string
  readonly code: ProblemCode | null
}

/** 缺分卷: volumes with data are missing. 待导入: waits for the clerk. */
export const intakeStates = ['缺分卷', '待导入', '已导入', '已撤销'] as const
export type IntakeState = (typeof intakeStates)[number]

export type ReceivedBundle = {
  readonly bundleId: string
  readonly officeId: string
  readonly officeName: string
  readonly kind: BundleKind
  readonly replica: string
  readonly epoch: number
  readonly seq: number
  readonly period: Period | null
  readonly state: IntakeState
  /** By the sender's clock, and by ours. */
  readonly createdAt: string
  readonly receivedAt: string
  readonly importedAt: string | null
  readonly importedBy: string
  readonly undoneAt: string | null
  readonly isFork: boolean
  readonly correction: string
  readonly notice: string
  /** Offices that passed it on. */
  readonly via: readonly Party[]
  readonly volumes: number
  readonly missingVolumes: readonly number[]
  /** 待补: photos that lie in volumes that have not come. */
  readonly missingPhotos: number
  readonly bytes: number
  readonly counts: CarriedCounts
  readonly declaredEmpty: readonly DeclaredEmpty[]
}

/** Rows of a bundle, by what became of them. 旧: we know more of the row. 合并: both sides had changed it. */
export const rowFates = ['新增', '修改', '未变', '旧', '合并', '冲突', '拒收', '暂存'] as const
export type RowFate = (typeof rowFates)[number]
export type RowTally = Readonly<Record<RowFate, number>>

/** 隔离 or 暂存: a row that did not go in. */
export type HeldRow = {
  readonly bundleId: string
  readonly officeId: string
  readonly table: string
  readonly rowId: string
  readonly version: number
  readonly result: '退回' | '暂存'
  readonly rule: string
  readonly field: string
  readonly words: string
  /** What the record is called and on which day it is, as it came. */
  readonly title: string
  readonly settledBy: string | null
}

/** A figure before and after; null where no record states it. */
export type FigureEffect = {
  readonly key: PeriodFigureKey
  readonly before: number | null
  readonly after: number | null
}
/** A figure on the sender's stamped cover and the one that its records give here. */
export type CoverDifference = {
  readonly key: PeriodFigureKey
  readonly stated: number | null
  readonly found: number | null
}

/** 红 must be accepted by a person before the bundle is taken in; 黄 is to be known. */
export type IntakeFlag = { readonly level: '红' | '黄'; readonly code: FlagCode; readonly words: string }
export const flagCodes = [
  '汇总不符',
  '序号异常',
  '内容不一致',
  '分叉',
  '断号',
  '缺底',
  '隔离',
  '暂存',
  '冲突',
  '更正',
  '缺照片',
  '时钟',
  '改名',
  '较新版本',
] as const
export type FlagCode = (typeof flagCodes)[number]

/** What taking a bundle in does. */
export type BundleEffect = {
  readonly rows: RowTally
  readonly tables: Readonly<Record<string, RowTally>>
  /** Of this office in the bundle's period; those that change. */
  readonly figures: readonly FigureEffect[]
  readonly cover: readonly CoverDifference[]
  /** Over all rows of the office, computed here. */
  readonly root: { readonly value: string; readonly stated: string; readonly isSame: boolean }
  /** Rows of tables in which sender and receiver differ. */
  readonly differences: readonly { readonly table: string; readonly stated: number; readonly found: number }[]
  readonly flags: readonly IntakeFlag[]
}

export type FieldDispute = {
  readonly table: string
  readonly rowId: string
  readonly field: string
  readonly kept: unknown
  readonly other: unknown
}

export type BundlePreview = {
  readonly bundle: ReceivedBundle
  /** null while volumes with data are missing, or when it cannot be read. */
  readonly effect: BundleEffect | null
  /** Why there is none. */
  readonly words: string
  readonly held: readonly HeldRow[]
  readonly disputes: readonly FieldDispute[]
}

/** The totals of all offices below us in a period that one of the bundles is of. */
export type TotalsEffect = { readonly period: Period; readonly figures: readonly FigureEffect[] }

export type IntakePreview = {
  readonly bundles: readonly BundlePreview[]
  readonly totals: readonly TotalsEffect[]
}

/** What became of a bundle that was to be taken in. 已在库: it counts already. 待确认: a red flag was not accepted. */
export type BundleImport = {
  readonly bundleId: string
  readonly officeName: string
  readonly seq: number
  readonly outcome: '已导入' | '已在库' | '缺分卷' | '待确认' | '未导入'
  readonly words: string
  readonly effect: BundleEffect | null
}

export type IntakeSummary = {
  readonly bundles: readonly BundleImport[]
  readonly totals: readonly TotalsEffect[]
}

/** Rows that every preview and list names at most, of each bundle. */
export const namedRows = 200

/** A line of the journal (接收日志): what was done, and what was refused. */
export type IntakeEntry = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly action: '收下' | '拒收' | '警报' | '导入' | '撤销' | '移出'
  readonly officeId: string
  readonly bundleId: string
  readonly fileName: string
  readonly words: string
}

/** Whether a database drawn anew from archived files holds the same as the one in use. */
export type Rebuilt = {
  readonly bundles: number
  readonly root: string
  readonly isSame: boolean
  readonly offices: readonly {
    readonly officeId: string
    readonly name: string
    readonly rows: number
    readonly root: string
    readonly isSame: boolean
  }[]
  /** Files that were left out, each with its reason. */
  readonly leftOut: readonly { readonly fileName: string; readonly words: string }[]
}

/** What the registers of a bundle are called. */
export const reportedTableNames: Readonly<Record<string, string>> = {
  office: '本单位信息',
  grassrootsUnion: '单位名册',
  unionAct: '单位沿革',
  stay: '蹲点',
  study: '学习',
  lecture: '宣讲',
  activity: '宣传文化',
  attachment: '佐证材料',
  answer: '印证',
}
