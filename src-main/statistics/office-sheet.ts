/** 分单位汇总表: the main figures of every office that reports, where the records of several lie together. */
import { type Kysely, sql } from 'kysely'
import { officeDimension } from '../../src-shared/cross-tables.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { SheetBlock, SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { type GroupedColumn, groupedBlock } from './grouped-block.ts'
import { coverageMeaning } from './lecture-sheet.ts'
import type { BlockMaker, SheetMaker } from './sheet-maker.ts'

const name: SheetColumn = { title: officeDimension.label, width: 24, kind: 'text' }
const count = (title: string, key: string, width = 9): GroupedColumn => ({ title, width, kind: 'count', count: key })

const columns: Readonly<Record<RecordKind, readonly GroupedColumn[]>> = {
  study: [
    name,
    count('场次', 'sessions', 14),
    count('实到人次', 'attended', 14),
    count('计率应到人次', 'ratedDue', 16),
    count('计率实到人次', 'ratedAttended', 16),
    { title: '到课率', width: 14, kind: 'rate', ratioOf: [4, 3] },
  ],
  lecture: [
    name,
    count('场次', 'sessions'),
    count('现场人次', 'onSite', 10),
    count('线上人次', 'online', 10),
    count('点击次数', 'clicks', 10),
    count('解答问题数', 'questions', 10),
    { title: '应覆盖单位数', width: 12, kind: 'count', isBase: true },
    count('覆盖单位数（去重）', 'coveredUnions', 13),
    { title: '覆盖率', width: 9, kind: 'rate', ratioOf: [7, 6] },
  ],
  stay: [
    name,
    count('蹲点次数', 'stays'),
    count('干部人次', 'cadres'),
    count('在岗天数', 'days'),
    count('走访家数', 'visits'),
    count('问题数', 'problems', 8),
    count('已办结', 'solved', 8),
    count('办实事', 'deeds', 8),
    count('新建工会', 'unionsFounded'),
    count('发展会员', 'membersJoined'),
    { title: '慰问金额（元）', width: 13, kind: 'yuan', count: 'consolationYuan' },
  ],
  activity: [
    name,
    count('条数', 'records', 22),
    count('参加人次', 'participants', 22),
    count('参加单位数（去重）', 'coveredUnions', 24),
  ],
}

function officeBlock(kind: RecordKind, caption: string): BlockMaker {
  const grouped = groupedBlock({ caption, kind, rows: officeDimension.key, columns: columns[kind] })
  return {
    draw: async (db, scope) => withTheRest(db, await grouped.draw(db, scope)),
    // Behind the name of an office are all of its records.
    behind: (db, scope, { row, column }) => grouped.behind(db, scope, { row, column: Math.max(1, column) }),
  }
}

/** An office without records of the kind has its row too: nobody is forgotten. */
async function withTheRest(db: Kysely<Tables>, block: SheetBlock): Promise<SheetBlock> {
  // Kysely's types do not know the column by which the desk tells offices apart.
  const { rows: known } = await sql<{ id: string; name: string }>`
    select officeId as id, name from peer where role = '下级' and removedAt is null
    order by divisionCode, name, officeId`.execute(db)
  const keys = block.rowKeys ?? []
  const cells = new Map(block.rows.map((row, index) => [keys[index] ?? '', row]))
  const others = keys.filter((key) => known.every(({ id }) => id !== key))
  const blank = (label: string) => [label, ...block.columns.slice(1).map(() => null)]
  const rows = [
    ...others.map((key) => [key, cells.get(key) ?? blank(key)] as const),
    ...known.map(({ id, name: label }) => [id, cells.get(id) ?? blank(label)] as const),
  ]
  return { ...block, rows: rows.map(([, row]) => row), rowKeys: rows.map(([key]) => key) }
}

export const officeSheet: SheetMaker = {
  blocks: [
    officeBlock('study', `一、${recordKindNames.study}`),
    officeBlock('lecture', `二、${recordKindNames.lecture}`),
    officeBlock('stay', `三、${recordKindNames.stay}`),
    officeBlock('activity', `四、${recordKindNames.activity}`),
  ],
  notes: (_db, scope) => [
    '按各单位报来并已接收的记录统计；两条途径报来的同一条记录只算一次；没有报来记录的单位各栏空白。',
    coverageMeaning(scope),
    '人次累计计算，不是人数；现场人次、线上人次、点击次数互不相加；空白表示未统计，不等于0。',
  ],
}
