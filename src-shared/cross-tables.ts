/**
 * Cross-tables (交叉表): what may stand in rows and columns and what may be counted, for each kind of record; plain
 * data, so that a window can offer it.
 */
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'
import type { RecordScope } from './record-scope.ts'

export type CrossDimension = {
  readonly key: string
  readonly label: string
  /** One record may stand under several of its values, so that they are never added up. */
  readonly overlaps?: true
}

const time = [
  { key: 'month', label: '月份' },
  { key: 'quarter', label: '季度' },
] as const

export const crossDimensions = {
  study: [
    ...time,
    { key: 'type', label: '学习类型' },
    { key: 'organiser', label: '组织单位' },
    { key: 'partyOrganisation', label: '党组织' },
    { key: 'delivery', label: '开展形式' },
    { key: 'stratum', label: '对象', overlaps: true },
    { key: 'host', label: '主持人' },
    { key: 'leadSpeaker', label: '主讲（领学）人' },
  ],
  lecture: [
    ...time,
    { key: 'mode', label: '宣讲方式', overlaps: true },
    { key: 'venueType', label: '场所类型' },
    { key: 'stratum', label: '对象', overlaps: true },
    { key: 'level', label: '层级' },
    { key: 'occasion', label: '宣讲场合' },
    { key: 'scale', label: '场次类别' },
    { key: 'delivery', label: '开展形式' },
    { key: 'organiser', label: '组织单位' },
    { key: 'team', label: '宣讲团' },
    { key: 'speaker', label: '宣讲人', overlaps: true },
    { key: 'speakerKind', label: '宣讲人类别', overlaps: true },
    { key: 'township', label: '覆盖单位所在乡镇（街道、园区）', overlaps: true },
    { key: 'union', label: '覆盖单位', overlaps: true },
  ],
  stay: [
    ...time,
    { key: 'cadre', label: '蹲点干部', overlaps: true },
    { key: 'unit', label: '蹲点单位' },
    { key: 'township', label: '乡镇（街道、园区）' },
    { key: 'form', label: '蹲点方式' },
  ],
  activity: [
    ...time,
    { key: 'kind', label: '类别' },
    { key: 'genre', label: '形式' },
    { key: 'organiser', label: '组织单位' },
    { key: 'medium', label: '媒体或场所' },
    { key: 'township', label: '参加单位所在乡镇（街道、园区）', overlaps: true },
    { key: 'union', label: '参加单位', overlaps: true },
  ],
} as const satisfies Readonly<Record<RecordKind, readonly CrossDimension[]>>

/** 报送单位: where the records of several offices lie together (下级上报), any kind of record. */
export const officeDimension = { key: 'office', label: '报送单位' } as const satisfies CrossDimension

/** What may stand in rows and columns. */
export function dimensionsOf(kind: RecordKind, scope: RecordScope): readonly CrossDimension[] {
  return scope === undefined ? crossDimensions[kind] : [officeDimension, ...crossDimensions[kind]]
}

export type CrossMeasure = {
  readonly key: string
  readonly label: string
  /** 计量单位; empty for a rate. */
  readonly unit: string
  readonly kind: 'count' | 'yuan' | 'rate'
}

export const crossMeasures = {
  study: [
    { key: 'sessions', label: '场次', unit: '场', kind: 'count' },
    { key: 'due', label: '应到人次', unit: '人次', kind: 'count' },
    { key: 'attended', label: '实到人次', unit: '人次', kind: 'count' },
    { key: 'attendanceRate', label: '到课率', unit: '', kind: 'rate' },
  ],
  lecture: [
    { key: 'sessions', label: '场次', unit: '场', kind: 'count' },
    { key: 'onSite', label: '现场人次', unit: '人次', kind: 'count' },
    { key: 'online', label: '线上人次', unit: '人次', kind: 'count' },
    { key: 'clicks', label: '点击次数', unit: '次', kind: 'count' },
    { key: 'questions', label: '解答问题数', unit: '个', kind: 'count' },
    { key: 'coveredUnions', label: '覆盖单位数（去重）', unit: '个', kind: 'count' },
    { key: 'minutes', label: '时长', unit: '分钟', kind: 'count' },
  ],
  stay: [
    { key: 'stays', label: '蹲点次数', unit: '次', kind: 'count' },
    { key: 'cadres', label: '蹲点干部人次', unit: '人次', kind: 'count' },
    { key: 'days', label: '在岗天数', unit: '天', kind: 'count' },
    { key: 'visits', label: '走访家数', unit: '家', kind: 'count' },
    { key: 'talks', label: '访谈人次', unit: '人次', kind: 'count' },
    { key: 'meetings', label: '座谈场次', unit: '场', kind: 'count' },
    { key: 'lectures', label: '宣讲场次', unit: '场', kind: 'count' },
    { key: 'suggestions', label: '意见建议', unit: '条', kind: 'count' },
    { key: 'problems', label: '问题数', unit: '个', kind: 'count' },
    { key: 'solved', label: '已办结', unit: '个', kind: 'count' },
    { key: 'solvedRate', label: '办结率', unit: '', kind: 'rate' },
    { key: 'deeds', label: '办实事', unit: '件', kind: 'count' },
    { key: 'unionsFounded', label: '新建工会', unit: '个', kind: 'count' },
    { key: 'membersJoined', label: '发展会员', unit: '人', kind: 'count' },
    { key: 'consolationPeople', label: '慰问人次', unit: '人次', kind: 'count' },
    { key: 'consolationYuan', label: '慰问金额', unit: '元', kind: 'yuan' },
  ],
  activity: [
    { key: 'records', label: '条数', unit: '条', kind: 'count' },
    { key: 'participants', label: '参加人次', unit: '人次', kind: 'count' },
    { key: 'coveredUnions', label: '参加单位数（去重）', unit: '个', kind: 'count' },
  ],
} as const satisfies Readonly<Record<RecordKind, readonly CrossMeasure[]>>

/** 上期: as many months (or days) just before; 去年同期: the same days a year earlier. */
export const comparisons = { last: '上期', year: '去年同期' } as const
export type ComparedWith = keyof typeof comparisons

export type CrossQuery = {
  readonly kind: RecordKind
  /** Keys of dimensions and of the measure of this kind. */
  readonly rows: string
  readonly columns: string | null
  readonly measure: string
  readonly period: Period
  readonly compare: ComparedWith | null
  /** Whose records are counted. */
  readonly scope?: RecordScope
}

/** `key` is empty where the records leave the value blank. */
export type CrossHead = { readonly key: string; readonly label: string }

/** null is 未统计 (or a rate without a base), not 0. */
export type CrossFigures = {
  /** By row, then column; no columns without a second dimension. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** Each record once, whatever overlaps: the figures of a table without a second dimension. */
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

export type CrossTable = {
  readonly query: CrossQuery
  /** e.g. 宣讲现场人次（按宣讲方式、月份） */
  readonly title: string
  readonly rowDimension: CrossDimension
  readonly columnDimension: CrossDimension | null
  readonly measure: CrossMeasure
  readonly rows: readonly CrossHead[]
  readonly columns: readonly CrossHead[]
  /** Rows (columns) that must not be added up: their total counts each record once and is called 合计（不重复）. */
  readonly rowsOverlap: boolean
  readonly columnsOverlap: boolean
  readonly figures: CrossFigures
  /** The same rows and columns by their keys; months and quarters stand beside those that they are compared with. */
  readonly compared: {
    readonly label: string
    readonly period: Period
    /** As they are called in the other period: its own months and quarters. */
    readonly rows: readonly CrossHead[]
    readonly columns: readonly CrossHead[]
    readonly figures: CrossFigures
    /** 增减: now less then; null where either is. */
    readonly difference: CrossFigures
    /** 增幅: difference ÷ then; null without a base; of rates none. */
    readonly growth: CrossFigures
  } | null
  readonly notes: readonly string[]
}

/** How a total is called. */
export const totalLabel = (overlaps: boolean) => (overlaps ? '合计（不重复）' : '合计')
/** What a value is called that the records leave blank. */
export const blankLabel = '未填写'
