/** Commands of statistics (统计): sheets and cross-tables shown, with the records behind them, and written as XLSX. */
import { cellText } from '../../src-shared/cell-text.ts'
import type { Api } from '../../src-shared/contract.ts'
import type { CrossQuery, CrossTable } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import {
  type AnySheetKind,
  type RecordsBehind,
  type Sheet,
  type SheetBlock,
  type SheetKind,
  sheetKinds,
} from '../../src-shared/statistics.ts'
import { type Call, type Command, oneOfWords } from './command.ts'
import { savedPath } from './output-commands.ts'
import { periodOf } from './rows.ts'

const subjects = {
  coverage: ['coverage'],
  study: ['study', 'studyMonths'],
  lecture: ['lecture', 'lectureDetail'],
  stay: ['stay', 'stayDetail', 'problems', 'deeds'],
  activity: ['activity'],
} as const satisfies Readonly<Record<string, readonly SheetKind[]>>

const crossOptions = ['kind', 'rows', 'columns', 'measure', 'compare', 'from', 'to'] as const
const crossUsage =
  '--kind study|lecture|stay|activity --rows R [--columns C] --measure M --from D --to D [--compare last|year]'
const needed = ['kind', 'rows', 'measure', 'from', 'to'] as const

export const sheetCommands: readonly Command[] = [
  {
    name: 'stats',
    usage: 'coverage|study|lecture|stay|activity --from D --to D [--records]',
    summary: '显示一类工作的统计表；--records 同时列出每个数字背后的记录编号',
    words: 1,
    options: ['from', 'to'],
    flags: ['records'],
    required: ['from', 'to'],
    async run(api, { words, options, flags }) {
      const subject = oneOfWords(words[0], Object.keys(subjects) as (keyof typeof subjects)[])
      const period = periodOf(options)
      const sheets = await api.sheets.show({ ...period, kinds: [...subjects[subject]] })
      const value = flags.records ? await withRecords(api, sheets, period) : sheets
      return { value, text: sheets.map(sheetText).join('\n\n') }
    },
  },
  {
    name: 'stats cross',
    usage: `${crossUsage} [--records]`,
    summary: '显示交叉表：行、列、指标任选；写错时列出可选的行、列和指标',
    words: 0,
    options: crossOptions,
    flags: ['records'],
    required: needed,
    async run(api, { options, flags }) {
      const query = queryOf(options)
      const { table, sheet } = await api.sheets.showCross(query)
      const value = flags.records ? { ...table, records: await crossRecordsOf(api, table) } : table
      return { value, text: sheetText(sheet) }
    },
  },
  {
    name: 'sheet show',
    usage: '--from D --to D',
    summary: '显示随报告报送的三张统计表',
    words: 0,
    options: ['from', 'to'],
    required: ['from', 'to'],
    async run(api, { options }) {
      const sheets = await api.sheets.show(periodOf(options))
      const lines = sheets.flatMap((sheet) =>
        sheet.blocks.map((block) => `${sheet.title} ${block.caption}：${block.rows.length}行`),
      )
      return { value: sheets, text: lines.join('\n') }
    },
  },
  {
    name: 'sheet',
    usage: `summary|all|${sheetKinds.filter((kind) => kind !== 'summary').join('|')} --from D --to D --out F.xlsx`,
    summary: '写出统计表：summary 是封面、汇总表和全部统计表，all 是随报告报送的三张，其余各写一张',
    words: 1,
    options: ['from', 'to', 'out'],
    required: ['from', 'to', 'out'],
    out: 'file',
    async run(api, { words, options }) {
      const kind = oneOfWords(words[0], [...sheetKinds, 'all'])
      const kinds = kind === 'summary' ? [...sheetKinds] : kind === 'all' ? undefined : [kind]
      const file = savedPath(await api.sheets.write({ ...(kinds && { kinds }), period: periodOf(options) }))
      return { value: { file }, text: `已写出统计表：${file}` }
    },
  },
  {
    name: 'sheet cross',
    usage: `${crossUsage} --out F.xlsx`,
    summary: '写出交叉表',
    words: 0,
    options: [...crossOptions, 'out'],
    required: [...needed, 'out'],
    out: 'file',
    async run(api, { options }) {
      const file = savedPath(await api.sheets.writeCross({ query: queryOf(options) }))
      return { value: { file }, text: `已写出交叉表：${file}` }
    },
  },
]

function queryOf(options: Call['options']): CrossQuery {
  const { rows = '', columns = null, measure = '', compare } = options
  return {
    kind: oneOfWords(options.kind, recordKinds),
    rows,
    columns,
    measure,
    period: periodOf(options),
    compare: compare === undefined ? null : oneOfWords(compare, ['last', 'year'] as const),
  }
}

/** The sheets, each block with the records of its cells. */
async function withRecords(api: Api, sheets: readonly Sheet[], period: Period) {
  const shown = []
  for (const { kind, ...sheet } of sheets) {
    if (kind === 'cross') continue
    const blocks = []
    for (const [index, block] of sheet.blocks.entries())
      blocks.push({ ...block, records: await recordsOf(api, block, { period, kind, block: index }) })
    shown.push({ kind, ...sheet, blocks })
  }
  return shown
}

async function recordsOf(api: Api, block: SheetBlock, of: { period: Period; kind: AnySheetKind; block: number }) {
  const rows = block.rows.map((cells, index) => ({ row: block.rowKeys?.[index] ?? String(cells[0]), cells }))
  const all = [...rows, ...(block.total ? [{ row: null, cells: block.total }] : [])]
  const found: ({ row: string | null; column: string } & RecordsBehind)[] = []
  for (const { row, cells } of all)
    for (const [column, { title, kind }] of block.columns.entries())
      if (kind !== 'text' && typeof cells[column] === 'number')
        found.push({ row, column: title, ...(await api.sheets.records({ ...of, row, column })) })
  return found
}

async function crossRecordsOf(api: Api, { query, rows, columns }: CrossTable) {
  const found: ({ row: string | null; column: string | null } & RecordsBehind)[] = []
  for (const row of [...rows.map(({ key }) => key), null])
    for (const column of [...columns.map(({ key }) => key), null])
      found.push({ row, column, ...(await api.sheets.crossRecords({ query, row, column })) })
  return found
}

/** A sheet as lines of text, cells between tabs. */
function sheetText({ title, blocks }: Sheet): string {
  const lines = blocks.flatMap(({ caption, columns, rows, total }) => [
    ...(caption ? [caption] : []),
    columns.map((column) => column.title).join('\t'),
    ...[...rows, ...(total ? [total] : [])].map((cells) =>
      columns.map(({ kind }, index) => cellText(cells[index], kind)).join('\t'),
    ),
  ])
  return [title, ...lines].join('\n')
}
