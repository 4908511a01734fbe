/** 宣讲覆盖统计表: coverage by township, lectures by venue type and by mode; in a second sheet by all that tells them apart. */
import { chineseDate } from '../../src-shared/chinese.ts'
import { coverageBlock } from './coverage-block.ts'
import { type GroupedColumn, groupedBlock } from './grouped-block.ts'
import type { BlockMaker, SheetMaker, SheetScope } from './sheet-maker.ts'

const audience = (title: string): readonly GroupedColumn[] => [
  { title, width: 30, kind: 'text' },
  { title: '场次', width: 21, kind: 'count', count: 'sessions' },
  { title: '现场人次', width: 21, kind: 'count', count: 'onSite' },
  { title: '线上人次', width: 21, kind: 'count', count: 'online' },
  { title: '点击次数', width: 21, kind: 'count', count: 'clicks' },
  { title: '解答问题数', width: 21, kind: 'count', count: 'questions' },
]

/** The same with the unions reached, against all that should be. */
const reach = (title: string): readonly GroupedColumn[] => [
  ...audience(title).map((column, index) => ({ ...column, width: index === 0 ? 26 : 13 })),
  { title: '覆盖单位数（去重）', width: 14, kind: 'count', count: 'coveredUnions' },
  { title: '应覆盖单位数', width: 13, kind: 'count', isBase: true },
  { title: '覆盖率', width: 11, kind: 'rate', ratioOf: [6, 7] },
]

const perLecture =
  '场次按宣讲日期计入统计期；人次按场累计，同一人听多场的分别计算，不是人数；现场人次、线上人次、点击次数互不相加。'
const blankIsNotNought = '空白表示未统计，不等于0。'
export const coverageMeaning = ({ period, today }: SheetScope) =>
  `覆盖率＝已覆盖单位数÷应覆盖单位数。应覆盖单位数是单位名册截至${chineseDate(period.to < today ? period.to : today)}的基层工会数；一个单位听过多场宣讲也只算一个。`

export const lectureSheet: SheetMaker = {
  blocks: [
    coverageBlock({ caption: '一、按乡镇（街道、园区）', rows: 'township', rowTitle: '乡镇（街道、园区）' }),
    groupedBlock({ caption: '二、按场所类型', kind: 'lecture', rows: 'venueType', columns: audience('场所类型') }),
    groupedBlock({
      caption: '三、按宣讲方式（各行有重叠，不合计）',
      kind: 'lecture',
      rows: 'mode',
      columns: audience('宣讲方式'),
      hasNoTotal: true,
    }),
  ],
  notes: (_db, scope) => [
    coverageMeaning(scope),
    perLecture,
    '一场宣讲可有几种方式，在“按宣讲方式”中每种方式各计一次，各行有重叠，不能相加，所以不设合计。',
    blankIsNotNought,
  ],
}

const by = (caption: string, rows: string, title: string): BlockMaker =>
  groupedBlock({ caption, kind: 'lecture', rows, columns: reach(title) })

export const lectureDetailSheet: SheetMaker = {
  blocks: [
    by('一、按宣讲方式', 'mode', '宣讲方式'),
    by('二、按场所类型', 'venueType', '场所类型'),
    by('三、按对象', 'stratum', '对象'),
    by('四、按层级', 'level', '宣讲层级'),
    by('五、按宣讲场合', 'occasion', '宣讲场合'),
    by('六、班前会和小型学习单列', 'scale', '场次类别'),
  ],
  notes: (_db, scope) => [
    perLecture,
    '一场宣讲可有几种方式、几类对象，每种各计一次，各行有重叠，不能相加；“合计（不重复）”中每场只算一次。按对象的人次是有该类对象参加的场次的全部人次。',
    coverageMeaning(scope),
    '同一单位可由几种方式、在几种场所覆盖，覆盖单位数各行有重叠，合计中每个单位只算一次。',
    blankIsNotNought,
  ],
}
