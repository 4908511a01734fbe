/** What is printed below a cross-table (说明): how its records count and what must not be added up. */
import { chineseDate } from '../../src-shared/chinese.ts'
import type { CrossQuery } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'

const counting: Readonly<Record<RecordKind, string>> = {
  study: '学习按日期计入统计期；人次按场累计，不是人数。',
  lecture: '宣讲按日期计入统计期；人次按场累计，不是人数；现场人次、线上人次、点击次数互不相加。',
  stay: '蹲点按截止日期计入统计期；人次按次累计，不是人数。',
  activity: '宣传文化按日期计入统计期；人次累计，不是人数。',
}

export function crossNotes(
  { kind, measure }: CrossQuery,
  {
    rowsOverlap,
    columnsOverlap,
    then,
  }: { readonly rowsOverlap: boolean; readonly columnsOverlap: boolean; readonly then: Period | null },
): string[] {
  return [
    counting[kind],
    ...(measure === 'coveredUnions' ? ['单位只算单位名册内的，每个单位只算一次。'] : []),
    ...(measure === 'attendanceRate' ? ['到课率＝实到人次÷应到人次，只算应到、实到都已填写的场次。'] : []),
    ...(rowsOverlap || columnsOverlap
      ? [
          `${rowsOverlap && columnsOverlap ? '各行、各列' : rowsOverlap ? '各行' : '各列'}有重叠，不能相加；“合计（不重复）”中每条记录（每个单位）只算一次。`,
        ]
      : []),
    ...(then === null ? [] : [`对比期：${chineseDate(then.from)}至${chineseDate(then.to)}。`]),
    '空白表示未统计，不等于0。',
  ]
}
