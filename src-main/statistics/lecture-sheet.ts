/** 宣讲覆盖统计表: coverage by township, lectures by venue type and by mode. */
import { type Kysely, sql } from 'kysely'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Period } from '../../src-shared/period.ts'
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { lectureModes, venueTypes } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { coveredUnions, lecturesIn, unionsOf } from './in-period.ts'
import { inOrderOf, makeBlock, type SheetTable } from './make-block.ts'

const coverageColumns: readonly SheetColumn[] = [
  { title: '乡镇（街道、园区）', width: 30, kind: 'text' },
  { title: '应覆盖单位数', width: 21, kind: 'count' },
  { title: '已覆盖单位数（去重）', width: 21, kind: 'count' },
  { title: '未覆盖单位数', width: 21, kind: 'count' },
  { title: '覆盖率', width: 21, kind: 'rate', ratioOf: [2, 1] },
]

const audienceColumns = (title: string): readonly SheetColumn[] => [
  { title, width: 30, kind: 'text' },
  { title: '场次', width: 21, kind: 'count' },
  { title: '现场人次', width: 21, kind: 'count' },
  { title: '线上人次', width: 21, kind: 'count' },
  { title: '点击次数', width: 21, kind: 'count' },
  { title: '解答问题数', width: 21, kind: 'count' },
]

export async function lectureTable(db: Kysely<Tables>, period: Period, today: string): Promise<SheetTable> {
  return {
    blocks: [await coverageBlock(db, period), await venueBlock(db, period), await modeBlock(db, period)],
    notes: [
      `覆盖率＝已覆盖单位数÷应覆盖单位数。应覆盖单位数是单位名册截至${chineseDate(period.to < today ? period.to : today)}的基层工会数；一个单位听过多场宣讲也只算一个。`,
      '场次按宣讲日期计入统计期；人次按场累计，同一人听多场的分别计算，不是人数；现场人次、线上人次、点击次数互不相加。',
      '一场宣讲可有几种方式，在“按宣讲方式”中每种方式各计一次，各行有重叠，不能相加，所以不设合计。',
      '空白表示未统计，不等于0。',
    ],
  }
}

async function coverageBlock(db: Kysely<Tables>, period: Period): Promise<SheetBlock> {
  const rows = await unionsOf(db, period)
    .leftJoin(coveredUnions(db, period).select('grassrootsUnion.id').as('covered'), 'covered.id', 'grassrootsUnion.id')
    .groupBy('grassrootsUnion.township')
    .orderBy('grassrootsUnion.township')
    .select(({ fn }) => [
      'grassrootsUnion.township',
      fn.countAll<number>().as('base'),
      fn.count<number>('covered.id').as('covered'),
    ])
    .execute()
  return makeBlock(
    coverageColumns,
    rows.map(({ township, base, covered }): SheetCell[] => [township, base, covered, base - covered, null]),
    { caption: '一、按乡镇（街道、园区）' },
  )
}

async function venueBlock(db: Kysely<Tables>, period: Period): Promise<SheetBlock> {
  const rows = await lecturesIn(db, period)
    .groupBy('lecture.venueType')
    .select('lecture.venueType as name')
    .select(audience)
    .execute()
  return makeBlock(audienceColumns('场所类型'), inOrderOf(venueTypes, rows.map(asCells)), {
    caption: '二、按场所类型',
  })
}

async function modeBlock(db: Kysely<Tables>, period: Period): Promise<SheetBlock> {
  // Kysely has no word for json_each; joined without a condition it gives a row for each mode of each lecture.
  const mode = sql<{ value: string }>`json_each(lecture.modes)`.as<'mode'>('mode')
  const rows = await lecturesIn(db, period)
    .crossJoin(mode)
    .groupBy('mode.value')
    .select('mode.value as name')
    .select(audience)
    .execute()
  return makeBlock(audienceColumns('宣讲方式'), inOrderOf(lectureModes, rows.map(asCells)), {
    caption: '三、按宣讲方式（各行有重叠，不合计）',
    isOverlapping: true,
  })
}

/** The measures of both tables of lectures; Kysely cannot type one list for two queries with different joins. */
const audience = [
  sql<number>`count(*)`.as('sessions'),
  sql<number | null>`sum(lecture.audienceOnSite)`.as('onSite'),
  sql<number | null>`sum(lecture.audienceOnline)`.as('online'),
  sql<number | null>`sum(lecture.clicks)`.as('clicks'),
  sql<number | null>`sum(lecture.questionsAnswered)`.as('questions'),
] as const

type AudienceRow = {
  readonly name: string
  readonly sessions: number
  readonly onSite: number | null
  readonly online: number | null
  readonly clicks: number | null
  readonly questions: number | null
}

function asCells({ name, sessions, onSite, online, clicks, questions }: AudienceRow): SheetCell[] {
  return [name, sessions, onSite, online, clicks, questions]
}
