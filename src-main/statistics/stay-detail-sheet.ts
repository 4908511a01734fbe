/** 蹲点成效统计表: days and results by cadre, by unit, by township and by form. */
import { type GroupedColumn, groupedBlock } from './grouped-block.ts'
import type { BlockMaker, SheetMaker } from './sheet-maker.ts'

const results = (title: string): readonly GroupedColumn[] => [
  { title, width: 26, kind: 'text' },
  { title: '蹲点次数', width: 7, kind: 'count', count: 'stays' },
  { title: '在岗天数', width: 7, kind: 'count', count: 'days' },
  { title: '走访家数', width: 7, kind: 'count', count: 'visits' },
  { title: '访谈人次', width: 7, kind: 'count', count: 'talks' },
  { title: '座谈场次', width: 7, kind: 'count', count: 'meetings' },
  { title: '宣讲场次', width: 7, kind: 'count', count: 'lectures' },
  { title: '意见建议', width: 7, kind: 'count', count: 'suggestions' },
  { title: '问题数', width: 7, kind: 'count', count: 'problems' },
  { title: '已办结', width: 7, kind: 'count', count: 'solved' },
  { title: '办结率', width: 8, kind: 'rate', ratioOf: [9, 8] },
  { title: '办实事', width: 7, kind: 'count', count: 'deeds' },
  { title: '新建工会', width: 7, kind: 'count', count: 'unionsFounded' },
  { title: '发展会员', width: 7, kind: 'count', count: 'membersJoined' },
  { title: '慰问人次', width: 7, kind: 'count', count: 'consolationPeople' },
  { title: '慰问金额（元）', width: 12, kind: 'yuan', count: 'consolationYuan' },
]

const by = (caption: string, rows: string, title: string): BlockMaker =>
  groupedBlock({ caption, kind: 'stay', rows, columns: results(title) })

export const stayDetailSheet: SheetMaker = {
  blocks: [
    by('一、按蹲点干部', 'cadre', '蹲点干部'),
    by('二、按蹲点单位', 'unit', '蹲点单位'),
    by('三、按乡镇（街道、园区）', 'township', '乡镇（街道、园区）'),
    by('四、按蹲点方式', 'form', '蹲点方式'),
  ],
  notes: () => [
    '蹲点按截止日期计入统计期；宣讲场次是关联到该次蹲点的宣讲；已办结含“跟踪回访”；人次按次累计，不是人数。',
    '几名干部同组蹲点的，在“按蹲点干部”中每人各计一次，各行有重叠，不能相加；“合计（不重复）”中每次蹲点只算一次。',
    '办结率＝已办结÷问题数。空白表示未统计，不等于0。',
  ],
}
