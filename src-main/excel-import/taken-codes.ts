/** 统计编码: one union, one code for life; a row that gives a union the code of another is wrong. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { PlannedRow } from './judge-rows.ts'
import type { SheetReader } from './read-sheet.ts'

export type CodeGuard = (sheet: SheetReader, row: PlannedRow) => PlannedRow

/** Knows the codes of the register and of the rows that went through it before. */
export async function openCodeGuard(db: Kysely<Tables>): Promise<CodeGuard> {
  const unions = await db
    .selectFrom('grassrootsUnion')
    .select(['name', 'statisticsCode'])
    .where('removedAt', 'is', null)
    .where('statisticsCode', '<>', '')
    .execute()
  const holders = new Map(unions.map(({ name, statisticsCode }) => [statisticsCode, name]))
  return (sheet, row) => {
    const { statisticsCode: code, name } = row.fields
    if (typeof code !== 'string' || code === '' || (row.state !== 'new' && row.state !== 'changed')) return row
    const holder = holders.get(code)
    if (holder === undefined) holders.set(code, String(name))
    if (holder === undefined || holder === name) return row
    const message = `统计编码“${code}”已是“${holder}”的，一个单位一个编码，终身不变，请核对`
    sheet.problems.push({ row: row.row, column: sheet.columnOf('statisticsCode'), code: 'CODE_TAKEN', message })
    return { row: row.row, fields: row.fields, state: 'wrong' }
  }
}
