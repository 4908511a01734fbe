/**
 * Codes of unions that a workbook brings: 统计编码, one for each union and for life, and 统一社会信用代码 with its check
 * characters. A code that the register holds already for that union is not judged again.
 */
import type { Kysely } from 'kysely'
import { creditCodeFault } from '../../src-shared/credit-code.ts'
import type { ImportProblem } from '../../src-shared/excel-import.ts'
import type { Tables } from '../database/tables.ts'
import type { PlannedRow } from './judge-rows.ts'
import type { SheetReader } from './read-sheet.ts'

export type CodeGuard = (sheet: SheetReader, row: PlannedRow) => PlannedRow

/** Knows the codes of the register and of the rows that went through it before. */
export async function openCodeGuard(db: Kysely<Tables>): Promise<CodeGuard> {
  const unions = await db
    .selectFrom('grassrootsUnion')
    .select(['id', 'name', 'code', 'statisticsCode'])
    .where('removedAt', 'is', null)
    .execute()
  const stored = new Map(unions.map((union) => [union.id, union]))
  const coded = unions.filter(({ statisticsCode }) => statisticsCode !== '')
  const holders = new Map(coded.map(({ name, statisticsCode }) => [statisticsCode, name]))
  return (sheet, row) => {
    if (row.state !== 'new' && row.state !== 'changed') return row
    const before = row.state === 'changed' ? stored.get(row.target.id) : undefined
    const text = (field: string) => String(row.fields[field] ?? '')
    const [name, code, statisticsCode] = [text('name'), text('code'), text('statisticsCode')]
    const say = (field: string, problem: ImportProblem['code'], message: string): PlannedRow => {
      sheet.problems.push({ row: row.row, column: sheet.columnOf(field), code: problem, message })
      return { row: row.row, fields: row.fields, state: 'wrong' }
    }
    const fault = code === '' || code === before?.code ? null : creditCodeFault(code)
    if (fault !== null) return say('code', 'FIELD_INVALID', `统一社会信用代码：${fault}`)
    if (before && before.statisticsCode !== '' && statisticsCode !== before.statisticsCode)
      return say('statisticsCode', 'CODE_TAKEN', `统计编码终身不变，“${name}”的是“${before.statisticsCode}”，请核对`)
    if (statisticsCode === '') return row
    const holder = holders.get(statisticsCode)
    if (holder === undefined) holders.set(statisticsCode, name)
    if (holder === undefined || holder === name) return row
    const message = `统计编码“${statisticsCode}”已是“${holder}”的，一个单位一个编码，终身不变，请核对`
    return say('statisticsCode', 'CODE_TAKEN', message)
  }
}
