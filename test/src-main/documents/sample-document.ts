/** A finished report by hand; a test changes the one thing that it is about. */
import type { Block, OfficialDocument } from '../../../src-shared/documents.ts'
import type { Sheet, SheetCell, SheetColumn } from '../../../src-shared/statistics.ts'

export const text = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })
export const heading = (level: 1 | 2 | 3 | 4, words: string): Block => ({ kind: 'heading', level, text: words })

/** Han characters and marks only, so that every full line can be counted; no line of it may hang a mark. */
export const longText =
  '全县各级工会把学习宣传贯彻大会精神作为首要政治任务坚持学在深处谋在新处干在实处组织理论学习中心组集体学习' +
  '引导广大职工群众坚定不移听党话跟党走，在主题宣讲中凝聚起团结奋斗的力量，推动各项工作取得新进展新成效。'

const count = (title: string): SheetColumn => ({ title, width: 10, kind: 'count' })
const words = (title: string): SheetColumn => ({ title, width: 20, kind: 'text' })

export function sheetOf(
  title: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Sheet {
  return {
    kind: 'study',
    title,
    office: '云山县总工会',
    period: { from: '2026-10-01', to: '2026-12-31' },
    blocks: [{ caption: '', columns, rows, total: null }],
    notes: ['人次按场累计，不是人数。', '空白表示未统计，不等于0。'],
    signatures: [],
  }
}

/** Upright: five columns. */
export function uprightSheet(rows = 6, title = '学习活动统计表'): Sheet {
  const columns = [words('学习类型'), count('场次'), count('应到人次'), count('实到人次'), count('线上场次')]
  return sheetOf(
    title,
    columns,
    Array.from({ length: rows }, (_, index) => ['理论学习中心组集体学习', index + 1, 40, 36, null]),
  )
}

/** So many columns that it needs a landscape page. */
export function wideSheet(rows = 6): Sheet {
  const titles = [
    '走访（家）',
    '访谈（人次）',
    '座谈（场）',
    '宣讲（场）',
    '意见建议（条）',
    '问题（个）',
    '已办结（个）',
  ]
  const more = [
    '办实事（件）',
    '新建工会（个）',
    '发展会员（人）',
    '慰问（人次）',
    '慰问金额（元）',
    '在岗天数',
    '参加人数',
  ]
  const columns = [words('蹲点干部'), words('蹲点单位'), ...[...titles, ...more].map(count)]
  const cells = columns.slice(2).map((_, index) => index * 12)
  return sheetOf(
    '蹲点工作统计表',
    columns,
    Array.from({ length: rows }, () => ['李红梅、张建军', '云山工业园区工会联合会', ...cells]),
  )
}

export function report(fields: Partial<OfficialDocument> = {}): OfficialDocument {
  const sheet = uprightSheet()
  return {
    kind: '报告',
    mark: '云山县总工会文件',
    number: '云工发〔2026〕15号',
    signers: ['马建国'],
    title: '云山县总工会关于2026年第四季度学习宣讲蹲点工作情况的报告',
    recipients: ['固川市总工会'],
    blocks: [
      text('现将有关情况报告如下。'),
      heading(1, '主要做法'),
      heading(2, '学习活动组织情况'),
      text(longText),
      heading(3, '集中学习'),
      heading(4, '“两个一”活动'),
      text('组织“中国梦·劳动美”主题活动——有声有色……'),
      heading(1, '下一步打算'),
      text(longText),
      text('特此报告。'),
    ],
    annexes: [
      { title: sheet.title, sheet },
      { title: '宣讲覆盖统计表', sheet: uprightSheet(4, '宣讲覆盖统计表') },
    ],
    issuer: '云山县总工会',
    hasSeal: true,
    date: '2026-11-21',
    copyTo: ['固川市总工会宣传教育部', '云山县委宣传部'],
    printer: '云山县总工会办公室',
    printedOn: '2026-11-22',
    ...fields,
  }
}
