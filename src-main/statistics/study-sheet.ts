/** 学习活动统计表: sessions and attendances by type of study; in a second sheet by month and by who holds them. */
import type { SheetColumn } from '../../src-shared/statistics.ts'
import { scales } from './dimension-sql.ts'
import { type GroupedColumn, groupedBlock } from './grouped-block.ts'
import { studiesIn } from './in-period.ts'
import type { SheetMaker } from './sheet-maker.ts'
import { timedBlock } from './timed-block.ts'

const attended = '实到人次'
const attendance = (ratedAt: number): readonly GroupedColumn[] => [
  { title: attended, width: 12, kind: 'count', count: 'attended' },
  { title: '计率应到人次', width: 13, kind: 'count', count: 'ratedDue' },
  { title: '计率实到人次', width: 13, kind: 'count', count: 'ratedAttended' },
  { title: '到课率', width: 11, kind: 'rate', ratioOf: [ratedAt + 1, ratedAt] },
]

const byType: readonly GroupedColumn[] = [
  { title: '学习类型', width: 26, kind: 'text' },
  { title: '场次', width: 10, kind: 'count', count: 'sessions' },
  { title: '线下场次', width: 11, kind: 'count', count: 'onSite' },
  { title: '线上场次', width: 11, kind: 'count', count: 'online' },
  { title: '线上线下结合场次', width: 13, kind: 'count', count: 'mixed' },
  ...attendance(6),
]

const byHolder = (title: string): readonly GroupedColumn[] => [
  { title, width: 26, kind: 'text' },
  { title: '场次', width: 10, kind: 'count', count: 'sessions' },
  { title: '应到人次', width: 12, kind: 'count', count: 'due' },
  ...attendance(4),
]

const small: readonly (SheetColumn & { readonly count?: string })[] = [
  { title: '场合', width: 26, kind: 'text' },
  { title: '场次', width: 10, kind: 'count', count: 'sessions' },
  { title: '现场人次', width: 12, kind: 'count', count: 'onSite' },
  { title: '线上人次', width: 12, kind: 'count', count: 'online' },
]

const perSession = '场次按学习日期计入统计期；人次按场累计，同一人参加多场的分别计算，不是人数。'
const blankIsNotNought = '空白表示未统计，不等于0。'

export const studySheet: SheetMaker = {
  blocks: [groupedBlock({ kind: 'study', rows: 'type', columns: byType })],
  async notes(db, { period }) {
    const { unrated } = await studiesIn(db, period)
      .where((eb) => eb.or([eb('dueCount', 'is', null), eb('attendedCount', 'is', null)]))
      .select(({ fn }) => fn.countAll<number>().as('unrated'))
      .executeTakeFirstOrThrow()
    return [
      perSession,
      `到课率＝计率实到人次÷计率应到人次；“计率”只含应到、实到都已填写的场次，另有${unrated}场未填全，不参加计算。`,
      blankIsNotNought,
    ]
  },
}

export const studyMonthsSheet: SheetMaker = {
  blocks: [
    timedBlock({
      caption: '一、各类学习分月场次',
      kind: 'study',
      rows: 'type',
      rowTitle: '学习类型',
      count: 'sessions',
    }),
    timedBlock({
      caption: '二、各类学习分月实到人次',
      kind: 'study',
      rows: 'type',
      rowTitle: '学习类型',
      count: 'attended',
    }),
    groupedBlock({ caption: '三、按组织单位', kind: 'study', rows: 'organiser', columns: byHolder('组织单位') }),
    groupedBlock({ caption: '四、按党组织', kind: 'study', rows: 'partyOrganisation', columns: byHolder('党组织') }),
    groupedBlock({
      caption: `五、${scales[0]}`,
      kind: 'lecture',
      rows: 'occasion',
      only: { key: 'scale', value: scales[0] },
      columns: small,
    }),
  ],
  notes: () => [
    perSession,
    '到课率＝计率实到人次÷计率应到人次；“计率”只含应到、实到都已填写的场次。',
    `${scales[0]}是在宣讲中登记为车间班前会、每周小结会、小组学习会的场次，单列，不计入学习场次。`,
    blankIsNotNought,
  ],
}
