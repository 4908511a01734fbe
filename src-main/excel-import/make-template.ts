/** The template workbook (导入模板): a sheet for each register, empty or with what the ledger holds. */
import type { Kysely } from 'kysely'
import type { Delivery } from '../../src-shared/delivery.ts'
import { type ImportKind, importKindNames } from '../../src-shared/excel-import.ts'
import type { CoreContext } from '../core-context.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { deliver } from '../files/deliver.ts'
import { type FormColumn, type FormSheet, makeForm } from '../files/xlsx-form.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import { stayName } from './known-names.ts'
import { exampleMark } from './read-sheet.ts'
import { type NamesById, writeCell } from './write-cell.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** As clerks think of them; import has its own order. */
export const templateOrder: readonly ImportKind[] = [
  'study',
  'lecture',
  'stay',
  'activity',
  'grassrootsUnion',
  'cadre',
  'lecturer',
  'lectureTeam',
  'studyGroup',
  'venue',
  'material',
]

const guidance =
  '带*的必填；一行一条；日期写成2026-11-05；没有统计的数字留空，不要填0；“示例”行不会导入，可以删去；不要改表头。'

/** @throws Problem DISK_FULL, FILE_UNWRITABLE */
export async function deliverTemplate(
  context: CoreContext,
  { withRecords }: { readonly withRecords: boolean },
): Promise<Delivery> {
  const name = withRecords ? '台账导出.xlsx' : '导入模板.xlsx'
  return await deliver(context.host, { name, type: xlsxType }, async () => {
    const names = withRecords ? await namesById(context.db) : new Map<string, string>()
    const sheets: FormSheet[] = []
    for (const kind of templateOrder) {
      const records = withRecords ? await recordsOf(context.db, kind) : []
      sheets.push(sheetOf(kind, records, names))
    }
    return await makeForm(sheets, { title: withRecords ? '学宣台账' : '学宣台账导入模板', at: new Date(context.now()) })
  })
}

function sheetOf(kind: ImportKind, records: readonly Readonly<Record<string, unknown>>[], names: NamesById): FormSheet {
  const columns = columnsOf[kind].filter(({ isForeign }) => !isForeign)
  return {
    name: importKindNames[kind],
    title: `${importKindNames[kind]}登记表`,
    guidance,
    columns: [{ header: '序号', kind: 'text', width: 6, note: '说明：', isStrict: false }, ...columns.map(formColumn)],
    example: [exampleMark, ...columns.map(({ example }) => (example === '' ? null : example))],
    rows: records.map((record, index) => [index + 1, ...columns.map((column) => writeCell(record, column, names))]),
  }
}

function formColumn({ header, read, words, note, isRequired }: Column): FormColumn {
  return {
    header: isRequired ? `${header}*` : header,
    kind: read === 'day' ? 'day' : read === 'count' || read === 'amount' ? 'count' : read === 'yuan' ? 'yuan' : 'text',
    width: Math.max(12, Math.min(28, header.length * 2 + 4)),
    note: words && note === '' ? '从下拉列表中选' : note,
    ...(words ? { words } : {}),
    isStrict: read === 'word',
  }
}

async function recordsOf(db: Kysely<Tables>, kind: ImportKind): Promise<Readonly<Record<string, unknown>>[]> {
  const rows = await db.selectFrom(kind).selectAll().where('removedAt', 'is', null).orderBy('id').execute()
  return rows.map((row) => fromRow<Record<string, unknown>>(kind, row))
}

async function namesById(db: Kysely<Tables>): Promise<NamesById> {
  const unions = await db.selectFrom('grassrootsUnion').select(['id', 'name']).execute()
  const stays = await db.selectFrom('stay').select(['id', 'unitName', 'from', 'to']).execute()
  return new Map([
    ...unions.map(({ id, name }) => [id, name] as const),
    ...stays.map((stay) => [stay.id, stayName(stay)] as const),
  ])
}
