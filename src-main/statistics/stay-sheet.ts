/** 蹲点工作统计表: one row for each stay whose last day lies in the period. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { linkedLectures, solvedProblems } from './figures.ts'
import { recordsOfGroup } from './group-records.ts'
import { continuingStays, rowCount, staysIn } from './in-period.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, SheetMaker } from './sheet-maker.ts'

const columns: readonly (SheetColumn & { readonly count?: string })[] = [
  { title: '蹲点干部', width: 15, kind: 'text' },
  { title: '人数', width: 6, kind: 'count', count: 'cadres' },
  { title: '蹲点单位', width: 24, kind: 'text' },
  { title: '起始日期', width: 12, kind: 'text' },
  { title: '截止日期', width: 12, kind: 'text' },
  { title: '在岗天数', width: 7, kind: 'count', count: 'days' },
  { title: '走访家数', width: 7, kind: 'count', count: 'visits' },
  { title: '访谈人次', width: 7, kind: 'count', count: 'talks' },
  { title: '座谈场次', width: 7, kind: 'count', count: 'meetings' },
  { title: '宣讲场次', width: 7, kind: 'count', count: 'lectures' },
  { title: '意见建议', width: 7, kind: 'count', count: 'suggestions' },
  { title: '问题数', width: 7, kind: 'count', count: 'problems' },
  { title: '已办结', width: 7, kind: 'count', count: 'solved' },
  { title: '办实事', width: 7, kind: 'count', count: 'deeds' },
  { title: '新建工会', width: 7, kind: 'count', count: 'unionsFounded' },
  { title: '发展会员', width: 7, kind: 'count', count: 'membersJoined' },
  { title: '慰问人次', width: 7, kind: 'count', count: 'consolationPeople' },
  { title: '慰问金额（元）', width: 12, kind: 'yuan', count: 'consolationYuan' },
]

const staysBlock: BlockMaker = {
  async draw(db, { period }) {
    const stays = await listStays(db, period)
    return makeBlock(
      columns.map(({ count: _, ...column }) => column),
      stays.map(asCells),
      { rowKeys: stays.map(({ id }) => id) },
    )
  },
  async behind(db, { period }, { row, column }) {
    const count = columns[column]?.count
    if (count !== undefined)
      return await recordsOfGroup(db, { kind: 'stay', period, rows: 'id', columns: null, count }, { row, column: null })
    return row === null ? undefined : { kind: 'stay', ids: [row] }
  },
}

export const staySheet: SheetMaker = {
  blocks: [staysBlock],
  async notes(db, { period }) {
    const { count } = await continuingStays(db, period).select(rowCount).executeTakeFirstOrThrow()
    return [
      `蹲点按截止日期计入统计期；统计期内已开始、截止日期在统计期之后的跨期蹲点未计入：${count}次。`,
      '宣讲场次是关联到该次蹲点的宣讲；已办结含“跟踪回访”；人次按次累计，不是人数。',
      '意见建议按条计，问题和已办结按个计，办实事按件计，新建工会按个计，发展会员按人计。',
      '空白表示未统计，不等于0。',
    ]
  },
}

function listStays(db: Kysely<Tables>, period: Period) {
  return staysIn(db, period)
    .orderBy('stay.to')
    .orderBy('stay.id')
    .select(({ fn }) => [
      'stay.id',
      'cadres',
      'unitName',
      'from',
      'to',
      'daysOnSite',
      'visits',
      'talks',
      'meetings',
      linkedLectures.as('lectures'),
      'suggestions',
      fn<number>('json_array_length', ['problems']).as('problems'),
      solvedProblems.as('solved'),
      fn<number>('json_array_length', ['deeds']).as('deeds'),
      'unionsFounded',
      'membersJoined',
      'consolationPeople',
      'consolationYuan',
    ])
    .execute()
}

function asCells(stay: Awaited<ReturnType<typeof listStays>>[number]): SheetCell[] {
  const cadres = JSON.parse(stay.cadres) as readonly { readonly name: string }[]
  return [
    cadres.map((cadre) => cadre.name).join('、'),
    cadres.length,
    stay.unitName,
    stay.from,
    stay.to,
    stay.daysOnSite,
    stay.visits,
    stay.talks,
    stay.meetings,
    stay.lectures,
    stay.suggestions,
    stay.problems,
    stay.solved,
    stay.deeds,
    stay.unionsFounded,
    stay.membersJoined,
    stay.consolationPeople,
    stay.consolationYuan,
  ]
}
