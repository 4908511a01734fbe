/**
 * Figures (指标) and sheets (统计表) of a period. A sheet is one model for the screen, the XLSX and the annex
 * table of a document, so that they cannot differ.
 */
import type { CrossQuery } from './cross-tables.ts'
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'

/**
 * All figures of a period. null means that no record states the number (未统计), which is not 0: print a dash or leave
 * the words out. Where some records state it, those that do not add nothing.
 */
export type PeriodFigures = {
  readonly study: {
    /** 场次: records whose date lies in the period. */
    readonly sessions: number
    /** 实到人次 */
    readonly attended: number | null
    /** 应到人次 and 实到人次 of the sessions that state both: base of the rate. */
    readonly ratedDue: number
    readonly ratedAttended: number
    /** 到课率 = ratedAttended ÷ ratedDue, 0 to 1 and above; null without a base. */
    readonly attendanceRate: number | null
    /** 理论学习中心组集体学习 and 主题党日, 场次 */
    readonly coreGroupSessions: number
    readonly partyDaySessions: number
  }
  readonly lecture: {
    readonly sessions: number
    readonly audienceOnSite: number | null
    readonly audienceOnline: number | null
    readonly clicks: number | null
    readonly questionsAnswered: number | null
    /** 覆盖基层工会数: distinct unions of the register reached at least once. */
    readonly coveredUnions: number
    /** 应覆盖基层工会数: unions in the register when counted. */
    readonly baseUnions: number
    /** 覆盖率 = coveredUnions ÷ baseUnions; null for an empty register. */
    readonly coverageRate: number | null
  }
  readonly stay: {
    /** 蹲点 whose last day lies in the period, and those that go on beyond it (not counted). */
    readonly stays: number
    readonly continuing: number
    /** 蹲点干部人次: cadres summed over stays. */
    readonly cadres: number
    readonly daysOnSite: number | null
    readonly visits: number | null
    readonly talks: number | null
    readonly meetings: number | null
    /** Lectures linked to these stays, whatever their own date: all results of one stay are in one period. */
    readonly lectures: number
    readonly suggestions: number | null
    readonly problems: number
    /** Problems in state 已办结 or 跟踪回访. */
    readonly problemsSolved: number
    readonly deeds: number
    readonly unionsFounded: number | null
    readonly membersJoined: number | null
    readonly consolationPeople: number | null
    /** Yuan, two decimals. */
    readonly consolationYuan: number | null
  }
  /** Records of each kind of 宣传文化; their own numbers differ in unit and are not added up. */
  readonly activity: {
    readonly publicity: number
    readonly culture: number
    readonly research: number
    readonly models: number
    /** 参加人次 */
    readonly participants: number | null
  }
}

/** A figure's name, as runs of a document and the manifest of a bundle use it: `study.sessions`. */
export type PeriodFigureKey = {
  [Group in keyof PeriodFigures]: `${Group}.${keyof PeriodFigures[Group] & string}`
}[keyof PeriodFigures]

/** What a document can hold: a figure of its period, or how far a requirement (by its id) was met in it. */
export type FigureKey = PeriodFigureKey | `requirement.${string}`

/** `requirement`: in the unit of its minimum, by the requirement's id; absent in a document that answers no notice. */
export type DocumentFigures = PeriodFigures & { readonly requirement?: Readonly<Record<string, number>> }

/** In the order in which an office hands them in. */
export const sheetKinds = [
  'summary',
  'study',
  'studyMonths',
  'lecture',
  'lectureDetail',
  'coverage',
  'stay',
  'stayDetail',
  'problems',
  'deeds',
  'activity',
] as const
export type SheetKind = (typeof sheetKinds)[number]
/** 分单位汇总表 there is only where the records of several offices lie together. */
export type AnySheetKind = SheetKind | 'offices'

/** What a report takes as its annexes without being told. */
export const annexKinds = ['study', 'lecture', 'stay'] as const satisfies readonly SheetKind[]

export const sheetTitles = {
  summary: '工作情况汇总表',
  study: '学习活动统计表',
  studyMonths: '学习活动分月统计表',
  lecture: '宣讲覆盖统计表',
  lectureDetail: '宣讲活动分类统计表',
  coverage: '基层工会宣讲覆盖情况表',
  stay: '蹲点工作统计表',
  stayDetail: '蹲点成效统计表',
  problems: '蹲点问题台账',
  deeds: '蹲点办实事清单',
  activity: '宣传文化统计表',
  offices: '分单位汇总表',
} as const satisfies Record<AnySheetKind, string>

export type SheetColumn = {
  readonly title: string
  /** Width in characters of the Excel default font. */
  readonly width: number
  readonly kind: 'text' | 'count' | 'yuan' | 'rate'
  /** A rate is the quotient of two columns of the same row, by their indexes; it is never summed. */
  readonly ratioOf?: readonly [numerator: number, denominator: number]
  /** The sum of the columns from the first to the last of these indexes. */
  readonly sumOf?: readonly [first: number, last: number]
  /** One column less another. */
  readonly differenceOf?: readonly [from: number, less: number]
  /**
   * What the total is when it is not the sum of the rows: `apart` counts what the rows have in common once, `none`
   * because the rows are in different units or of different times.
   */
  readonly total?: 'apart' | 'none'
}
/** null is an empty cell: not stated, or no base for a rate. */
export type SheetCell = string | number | null

/** Shown instead of a table for a block without rows, on the screen, in the XLSX and in the annex alike. */
export const noRecords = '本期无记录'

export type SheetBlock = {
  /** Empty where the sheet has one block only. */
  readonly caption: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** 合计 row; null where the rows overlap and must not be added. 合计（不重复） counts what overlaps once. */
  readonly total: readonly SheetCell[] | null
  /** The total counts each record once although it may stand in several rows: no column of it is the sum of the rows. */
  readonly isOverlapping?: true
  /**
   * One for each row, to ask for the records behind it; absent where the first cell names the row. An annex of a
   * document has none.
   */
  readonly rowKeys?: readonly string[]
}

/** 取数指纹 as it is printed below a sheet. */
export const fingerprintLabel = '取数指纹'
/** What it is good for, said wherever it is shown at length. */
export const fingerprintMeaning = '报告、统计表、上报包取自同一批记录的，指纹相同；记录有改动的，指纹不同。'

export type Sheet = {
  readonly kind: AnySheetKind | 'cross'
  /** What a cross-table asks, so that a document can draw it again; of other sheets absent. */
  readonly cross?: CrossQuery
  readonly title: string
  /** 填报单位 */
  readonly office: string
  readonly period: Period
  readonly blocks: readonly SheetBlock[]
  /**
   * 取数指纹 of all records of the period: eight groups of four, the same in report, XLSX and bundle. Absent in a
   * document that was drawn before sheets carried it.
   */
  readonly fingerprint?: string
  /** 说明: definitions of the figures, printed below the table. */
  readonly notes: readonly string[]
  /** 单位负责人, 审核人, 填表人, 联系电话, 报出日期 in the order in which they are printed. */
  readonly signatures: readonly { readonly label: string; readonly value: string }[]
}

/** What stands below a sheet in a document: its notes and, as the last of them, the fingerprint. */
export function annexNotes({ notes, fingerprint }: Sheet): readonly string[] {
  return fingerprint === undefined ? notes : [...notes, `${fingerprintLabel}：${fingerprint}`]
}

/** The rows of a register from which a number was counted. */
export type RecordsBehind = {
  readonly kind: RecordKind | 'grassrootsUnion'
  readonly ids: readonly string[]
  /** What each of them adds, in their order; absent where the number is not a sum over them. */
  readonly values?: readonly (number | null)[]
}
