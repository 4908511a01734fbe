/** 宣传文化统计表: publicity, culture, research and model cases by kind, by month and by genre with its unit. */
import { type GroupedColumn, groupedBlock } from './grouped-block.ts'
import type { SheetMaker } from './sheet-maker.ts'
import { timedBlock } from './timed-block.ts'

const byKind: readonly GroupedColumn[] = [
  { title: '类别', width: 26, kind: 'text' },
  { title: '条数', width: 16, kind: 'count', count: 'records' },
  { title: '参加人次', width: 16, kind: 'count', count: 'participants' },
  { title: '参加单位数（去重）', width: 18, kind: 'count', count: 'coveredUnions' },
]

const byGenre: readonly GroupedColumn[] = [
  { title: '类别、形式、计量单位', width: 34, kind: 'text' },
  { title: '条数', width: 16, kind: 'count', count: 'records' },
  { title: '数量', width: 16, kind: 'count', count: 'amount', total: 'none' },
  { title: '参加人次', width: 16, kind: 'count', count: 'participants' },
]

export const activitySheet: SheetMaker = {
  blocks: [
    groupedBlock({ caption: '一、按类别', kind: 'activity', rows: 'kind', columns: byKind }),
    timedBlock({ caption: '二、各类别分月条数', kind: 'activity', rows: 'kind', rowTitle: '类别', count: 'records' }),
    groupedBlock({ caption: '三、按形式', kind: 'activity', rows: 'genreUnit', columns: byGenre }),
  ],
  notes: () => [
    '按日期计入统计期；条数是登记的条数，数量是各条所填数量之和，计量单位不同的不能相加，所以不设合计。',
    '参加人次累计计算，不是人数；参加单位只算单位名册内的，每个单位只算一次。',
    '空白表示未统计，不等于0。',
  ],
}
