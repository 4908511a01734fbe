/** 分单位汇总表: the main figures of every office that reports, where the records of several lie together. */
import { type Kysely, sql } from 'kysely'
import { officeDimension } from '../../src-shared/cross-tables.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { SheetColumn } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { type ExpectedRow, type GroupedColumn, groupedBlock } from './grouped-block.ts'
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
  const grouped = groupedBlock({
    caption,
    kind,
    rows: officeDimension.key,
    columns: columns[kind],
    expected: officesInScope,
  })
  return {
    draw: grouped.draw,
    // Behind the name of an office are all of its records.
    behind: (db, scope, { row, column }) => grouped.behind(db, scope, { row, column: Math.max(1, column) }),
  }
}

/**
 * This office and all below it: nobody is forgotten. One is blank until a bundle of it was taken in; from then on what
 * it has no records of it has not done.
 */
async function officesInScope(db: Kysely<Tables>): Promise<readonly ExpectedRow[]> {
  const hasReported = sql`exists (select 1 from archivedBundle where archivedBundle.officeId = deskOffice.id
    and kind = 'report' and importedAt is not null and undoneAt is null)`
  // Kysely's types do not know the table by which the desk tells offices apart.
  const { rows } = await sql<{ key: string; isBlank: 0 | 1 }>`
    select deskOffice.id as key, peer.officeId is not null and not ${hasReported} as isBlank
    from deskOffice left join peer on peer.officeId = deskOffice.id`.execute(db)
  return rows.map(({ key, isBlank }) => ({ key, isBlank: isBlank === 1 }))
}

export const officeSheet: SheetMaker = {
  blocks: [
    officeBlock('study', `一、${recordKindNames.study}`),
    officeBlock('lecture', `二、${recordKindNames.lecture}`),
    officeBlock('stay', `三、${recordKindNames.stay}`),
    officeBlock('activity', `四、${recordKindNames.activity}`),
  ],
  notes: (_db, scope) => [
    '按各单位报来并已接收的记录统计；两条途径报来的同一条记录只算一次；已报送而没有该类记录的单位，场次等为0；各栏都空白的单位尚未报送。',
    coverageMeaning(scope),
    '人次累计计算，不是人数；现场人次、线上人次、点击次数互不相加；空白表示未统计，不等于0。',
  ],
}
