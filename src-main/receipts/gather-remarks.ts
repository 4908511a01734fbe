/** What is to be said about the rows of an office (回执意见): refused and waiting rows, conflicts, what a clerk returned. */
import { type Kysely, sql } from 'kysely'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import type { RowRemark } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'
import { listHeldRows } from '../intake/hold-rows.ts'
import { reportedTables } from '../sync/reported-tables.ts'

/** More of one office is a broken file, which its paper says in words. */
const most = 100_000

/**
 * All that is open, of every bundle of the office, in order of tables and ids.
 * @param received the received database with the ledger beside it
 */
export async function gatherRemarks(received: Kysely<Tables>, officeId: string): Promise<RowRemark[]> {
  const remarks = [
    ...(await heldBack(received, officeId)),
    ...(await inConflict(received, officeId)),
    ...(await returnedByClerk(received, officeId)),
  ]
  return remarks.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

function keyOf({ table, id, result, field, words }: RowRemark): string {
  return [table, id, result, field, words].join('\n')
}

async function heldBack(received: Kysely<Tables>, officeId: string): Promise<RowRemark[]> {
  const held = await listHeldRows(received, { officeId, limit: most })
  return held.map(({ table, rowId: id, version, result, rule, field, words, title }) => ({
    table,
    id,
    version,
    result,
    rule,
    field,
    words,
    title,
    values: null,
  }))
}

async function inConflict(received: Kysely<Tables>, officeId: string): Promise<RowRemark[]> {
  const remarks: RowRemark[] = []
  for (const table of reportedTables) {
    const { rows } = await sql<Titled & { field: string; kept: string; other: string }>`
      select found.rowId as id, row.version, found.field, found.kept, found.other, ${titleOf(table)} as title
      from main.conflict as found join main.${sql.table(table)} as row on row.id = found.rowId
      where found.tableName = ${table} and found.settledAt is null and row.officeId = ${officeId}
    `.execute(received)
    for (const { id, version, field, kept, other, title } of rows) {
      const words = `${fieldLabels[field] ?? '这一项'}在两处改成了不同的值，请确认哪一个对，改好后再上报。`
      const values = { kept: JSON.parse(kept), other: JSON.parse(other) }
      remarks.push({ table, id, version, result: '冲突', rule: '', field, words, title, values })
    }
  }
  return remarks
}

/** A return is about the version that the clerk saw: what was changed since is looked at anew. */
async function returnedByClerk(received: Kysely<Tables>, officeId: string): Promise<RowRemark[]> {
  const remarks: RowRemark[] = []
  for (const table of reportedTables) {
    const { rows } = await sql<Titled & { field: string; words: string }>`
      select said.rowId as id, said.version, said.field, said.words, ${titleOf(table)} as title
      from ledger.rowReturn as said join main.${sql.table(table)} as row on row.id = said.rowId
      where said.tableName = ${table} and said.officeId = ${officeId} and said.withdrawnAt is null
        and row.officeId = ${officeId} and row.version = said.version
    `.execute(received)
    for (const row of rows) remarks.push({ table, ...row, result: '退回', rule: '', values: null })
  }
  return remarks
}

type Titled = { readonly id: string; readonly version: number; readonly title: string }

/** What a row is called; day and name of records. */
function titleOf(table: (typeof reportedTables)[number]) {
  const titles = {
    office: sql`row.name`,
    grassrootsUnion: sql`row.name`,
    unionAct: sql`row.sentence`,
    stay: sql`row."to" || ' ' || row.unitName`,
    study: sql`row.date || ' ' || row.topic`,
    lecture: sql`row.date || ' ' || row.topic`,
    activity: sql`row.date || ' ' || row.title`,
    attachment: sql`row.fileName`,
    answer: sql`''`,
  } as const
  return titles[table]
}
