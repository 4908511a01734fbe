/** A whole list as a table (列表): every row of a filter, in the order of the screen. */
import { type Kysely, sql } from 'kysely'
import type { WholeList } from '../../src-shared/list-calls.ts'
import { filterConditions, type ListTable, printedListTitles } from '../../src-shared/list-tables.ts'
import { listRows, type RowQuery } from '../database/list-rows.ts'
import type { Tables } from '../database/tables.ts'
import { listDocuments } from '../documents/documents.ts'
import { listOutgoing } from '../documents/outgoing-register.ts'
import { listNotices } from '../notices/notices.ts'
import { findOffice } from '../office.ts'
import { listUnions } from '../unions/unions.ts'
import { cellOf, type NamesById } from './cell-words.ts'
import { listColumns } from './list-columns.ts'

/** With `allColumns` those of the workbook, else those of the print. */
export async function listTable(
  db: Kysely<Tables>,
  query: WholeList,
  { today, allColumns }: { readonly today: string; readonly allColumns: boolean },
): Promise<ListTable> {
  const columns = listColumns[query.list].filter(({ onPaper }) => allColumns || onPaper)
  const [rows, names, office] = [await rowsOf(db, query, today), await namesById(db), await findOffice(db)]
  return {
    title: printedListTitles[query.list],
    office: office?.name ?? '',
    filter: filterConditions(query)
      .map(({ label, value }) => `${label}：${value}`)
      .join('；'),
    date: today,
    columns: columns.map(({ title, width, kind }) => ({ title, width, kind })),
    rows: rows.map((row) => columns.map(({ field }) => cellOf(row, field, names))),
  }
}

type Row = Readonly<Record<string, unknown>>

async function rowsOf(
  db: Kysely<Tables>,
  { list, year, on, ended, ...filters }: WholeList,
  today: string,
): Promise<readonly Row[]> {
  const query: RowQuery = { ...filters, offset: 0, limit: Number.MAX_SAFE_INTEGER }
  switch (list) {
    case 'notice':
      return (await listNotices(db, query)).rows
    case 'document':
      return await listDocuments(db)
    case 'outgoing':
      return (await listOutgoing(db, year)).rows
    case 'grassrootsUnion': {
      const standing = ended ? '已终止' : '在册'
      const { rows } = await listUnions({ db, today: () => today }, { ...query, on, standing })
      return rows.map(({ life, ...row }) => ({ ...row, ...life }))
    }
    default:
      return (await listRows<Row>(db, list, query)).rows
  }
}

/** Removed ones too: a record may still name them. */
async function namesById(db: Kysely<Tables>): Promise<NamesById> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from grassrootsUnion
    union all select id, unitName || '（' || "from" || '至' || "to" || '）' from stay
  `.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
