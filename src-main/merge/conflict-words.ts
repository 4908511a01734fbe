/** Conflicts in words for the clerk (冲突的说法): what the record is called, what each value says, what to do. */
import { type Kysely, sql } from 'kysely'
import { type ConflictKind, type ConflictSide, tableNames } from '../../src-shared/exchange.ts'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import type { ConflictRow } from './conflicts.ts'
import { type ChangeStamp, parseRowLine, type RowState, type SqlValue, type Values } from './row-state.ts'

/** Names of rows that other rows refer to, by their ids. */
export type Names = ReadonlyMap<string, string>

const titleFields = ['topic', 'title', 'name', 'unitName', 'sentence', 'fileName', 'text', 'key', 'code'] as const

/** What the record is called; of a row that is not here, as it came. */
export function titleOf(row: Pick<ConflictRow, 'tableName' | 'field' | 'other'>, state: RowState | undefined): string {
  const values = state?.values ?? (row.field === '' ? stateIn(row).values : {})
  if (row.tableName === 'outgoing') return `${numberOf(values)}${values.title ?? ''}`
  if (row.tableName === 'incoming') return `${values.year}年第${values.serial}号　${values.title ?? ''}`
  for (const field of titleFields) if (typeof values[field] === 'string' && values[field] !== '') return values[field]
  return tableNames[row.tableName] ?? ''
}

/** The field as forms call it. */
export function labelOf({ field }: Pick<ConflictRow, 'field'>): string {
  if (field === '') return ''
  return field === 'removedAt' ? '是否删除' : (ownLabels[field] ?? fieldLabels[field] ?? field)
}

const ownLabels: Readonly<Record<string, string>> = {
  content: '正文',
  value: '设置的内容',
  serial: '编号',
  statisticsCode: '统计代码',
  parentId: '上级工会',
  state: '状态',
  caption: '说明',
  position: '顺序',
  periodFrom: '统计期起',
  periodTo: '统计期止',
  query: '查询条件',
}

/** One sentence: what happened and what she can do. */
export function hintOf(kind: ConflictKind, { tableName, field, otherStamp }: ConflictRow): string {
  if (kind === '字段') return '两台电脑把这一项改成了不同的内容，请选一个。'
  if (kind === '删改') return '一台电脑删了这条，另一台还在修改，已先留着；请确定留下还是删除。'
  if (kind === '重名') {
    const what = field === 'serial' ? '用了同一个编号' : '登记了同名的两条'
    return `两台电脑${what}，这一条先改了${field === 'serial' ? '号' : '名'}；是同一条就合并或删除，不是就另起名。`
  }
  const isNumber = tableName === 'outgoing'
  return isNumber
    ? '这个文号本机已另有一件公文，或公文已定稿，没有并入；请在另一台电脑上作废或另编文号。'
    : `这条没有并入（${(JSON.parse(otherStamp) as { words?: string }).words ?? '与本机的内容不能并存'}）；另一台电脑或上级那里还在。`
}

/** Both values, and on which PC and when each was given. */
export function conflictSides(
  row: ConflictRow,
  {
    kind,
    state,
    names,
    replica,
  }: {
    readonly kind: ConflictKind
    readonly state: RowState | undefined
    readonly names: Names
    readonly replica: string
  },
): { readonly kept: ConflictSide; readonly other: ConflictSide } {
  const stampSide = (json: string): Omit<ConflictSide, 'text'> => {
    const stamp = JSON.parse(json) as ChangeStamp | null
    return stamp ? { pc: stamp.replica === replica ? '本机' : '另一台', at: stamp.at } : { pc: '', at: '' }
  }
  const textOf = (json: string) => {
    const value = JSON.parse(json) as SqlValue
    if (row.field === 'removedAt') return value === null ? '没有删除' : '已删除'
    return valueWords(row.field, value, names)
  }
  if (kind === '未并入') {
    const other = summaryOf(stateIn(row).values, names)
    const kept = state ? summaryOf(state.values, names) : '（本机没有）'
    return { kept: { text: kept, pc: '本机', at: '' }, other: { text: other, ...stampSide(row.otherStamp) } }
  }
  if (kind === '重名') {
    const rival = `${textOf(row.other)}（由另一条使用）`
    return {
      kept: { text: `这一条现为：${textOf(row.kept)}`, ...stampSide(row.keptStamp) },
      other: { text: rival, pc: '', at: '' },
    }
  }
  return {
    kept: { text: textOf(row.kept), ...stampSide(row.keptStamp) },
    other: { text: textOf(row.other), ...stampSide(row.otherStamp) },
  }
}

const references: Readonly<Record<string, StampedTable>> = {
  unionId: 'grassrootsUnion',
  unionIds: 'grassrootsUnion',
  parentId: 'grassrootsUnion',
  successorId: 'grassrootsUnion',
  originId: 'grassrootsUnion',
  stayId: 'stay',
}

/** Names of the unions and stays that values refer to. */
export async function namesIn(db: Kysely<Tables>, rows: readonly ConflictRow[]): Promise<Names> {
  const names = new Map<string, string>()
  if (!rows.some(({ field }) => field === '' || references[field])) return names
  const texts = JSON.stringify(rows.flatMap(({ kept, other }) => [kept, other]))
  const { rows: found } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM grassrootsUnion WHERE instr(${texts}, id) > 0
    UNION ALL SELECT id, unitName FROM stay WHERE instr(${texts}, id) > 0
  `.execute(db)
  for (const { id, name } of found) names.set(id, name)
  return names
}

/** A value of a column as a clerk reads it; lists and objects by what stands in them. */
export function valueWords(field: string, value: SqlValue, names: Names): string {
  if (value === null || value === '' || value === '[]') return '（空）'
  if (typeof value === 'number') return String(value)
  if (references[field])
    return (value.match(/[0-9a-f-]{36}/g) ?? []).map((id) => names.get(id) ?? '（未知）').join('、')
  if (!/^[[{"]/.test(value)) return value
  try {
    return leavesOf(JSON.parse(value)).join('　') || '（空）'
  } catch {
    return value // text that only begins like JSON
  }
}

/** What can be read in a structure: its texts and numbers, without what only programs need. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => (silent.has(key) ? [] : leavesOf(member)))
}

const silent = new Set(['id', 'kind', 'type', 'sha256', 'style', 'level'])

function summaryOf(values: Values, names: Names): string {
  const shown = Object.entries(values).filter(([field]) => !['createdAt', 'removedAt', 'content'].includes(field))
  const parts = shown.flatMap(([field, value]) => {
    const words = valueWords(field, value, names)
    const label = labelOf({ field })
    return words === '（空）' || label === field ? [] : [`${label}：${words}`]
  })
  return parts.slice(0, 8).join('；')
}

function numberOf({ code, year, serial }: Values): string {
  return `${code ?? ''}〔${year ?? ''}〕${serial ?? ''}号　`
}

function stateIn({ other }: Pick<ConflictRow, 'other'>): RowState {
  return parseRowLine(JSON.parse(other) as string)
}
