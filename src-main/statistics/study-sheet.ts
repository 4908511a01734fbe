/** 学习活动统计表: sessions and attendances by type of study. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { studyTypes } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { studiesIn } from './in-period.ts'
import { inOrderOf, makeBlock, type SheetTable } from './make-block.ts'

const columns: readonly SheetColumn[] = [
  { title: '学习类型', width: 26, kind: 'text' },
  { title: '场次', width: 10, kind: 'count' },
  { title: '线下场次', width: 11, kind: 'count' },
  { title: '线上场次', width: 11, kind: 'count' },
  { title: '线上线下结合场次', width: 13, kind: 'count' },
  { title: '实到人次', width: 12, kind: 'count' },
  { title: '计率应到人次', width: 13, kind: 'count' },
  { title: '计率实到人次', width: 13, kind: 'count' },
  { title: '到课率', width: 11, kind: 'rate', ratioOf: [7, 6] },
]

export async function studyTable(db: Kysely<Tables>, period: Period): Promise<SheetTable> {
  const found = await countByType(db, period)
  const rows = found.map((row): SheetCell[] => [
    row.type,
    row.sessions,
    row.onSite,
    row.online,
    row.mixed,
    row.attended,
    row.ratedDue,
    row.ratedAttended,
    null,
  ])
  const unrated = found.reduce((sum, row) => sum + row.sessions - row.rated, 0)
  return {
    blocks: [makeBlock(columns, inOrderOf(studyTypes, rows))],
    notes: [
      '场次按学习日期计入统计期；人次按场累计，同一人参加多场的分别计算，不是人数。',
      `到课率＝计率实到人次÷计率应到人次；“计率”只含应到、实到都已填写的场次，另有${unrated}场未填全，不参加计算。`,
      '空白表示未统计，不等于0。',
    ],
  }
}

function countByType(db: Kysely<Tables>, period: Period) {
  return studiesIn(db, period)
    .groupBy('type')
    .select(({ fn, eb }) => {
      const isRated = eb.and([eb('dueCount', 'is not', null), eb('attendedCount', 'is not', null)])
      return [
        'type',
        fn.countAll<number>().as('sessions'),
        fn.countAll<number>().filterWhere('delivery', '=', '线下').as('onSite'),
        fn.countAll<number>().filterWhere('delivery', '=', '线上').as('online'),
        fn.countAll<number>().filterWhere('delivery', '=', '线上线下结合').as('mixed'),
        fn.sum<number | null>('attendedCount').as('attended'),
        fn.countAll<number>().filterWhere(isRated).as('rated'),
        fn.sum<number | null>('dueCount').filterWhere(isRated).as('ratedDue'),
        fn.sum<number | null>('attendedCount').filterWhere(isRated).as('ratedAttended'),
      ]
    })
    .execute()
}
