/** What the level above has said about records (上级意见), for lists, forms and the workbench. */
import { type Kysely, sql } from 'kysely'
import type { Receipt, UpperMark, UpperRemark } from '../../src-shared/receipts.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { Tables } from '../database/tables.ts'

type Said = Omit<UpperRemark, 'mark'> & { readonly result: UpperMark; readonly rowVersion: number }

/** By record; those of which no receipt speaks are left out. */
export async function marksOf(
  db: Kysely<Tables>,
  recordKind: RecordKind,
  recordIds: readonly string[],
): Promise<Record<string, UpperRemark>> {
  const marks: Record<string, UpperRemark> = {}
  for (const { receiptId: _, ...remark } of await saidOf(db, recordKind, recordIds)) {
    const known = marks[remark.rowId]
    if (known === undefined || rankOf(remark.mark) < rankOf(known.mark)) marks[remark.rowId] = remark
  }
  return marks
}

/** Every field of one record to which something was said and that waits for an answer. */
export async function remarksOf(db: Kysely<Tables>, recordKind: RecordKind, recordId: string): Promise<UpperRemark[]> {
  const remarks: UpperRemark[] = []
  for (const { receiptId, ...said } of await saidOf(db, recordKind, [recordId])) {
    if (said.mark === '已收' || said.mark === '已改') continue
    const all = await fieldsOf(db, receiptId, recordKind, recordId)
    remarks.push(...all.map(({ rule, field, words, result }) => ({ ...said, rule, field, words, mark: result })))
  }
  return remarks
}

async function saidOf(
  db: Kysely<Tables>,
  recordKind: RecordKind,
  recordIds: readonly string[],
): Promise<(UpperRemark & { readonly receiptId: string })[]> {
  const { rows } = await sql<Said & { readonly receiptId: string }>`
    select said.rowId, said.result, said.rule, said.field, said.words, said.version, said.at, said.receiptId,
      coalesce(peer.name, '') as issuer, row.version as rowVersion
    from acknowledgement as said
    join ${sql.table(recordKind)} as row on row.id = said.rowId
    left join peer on peer.officeId = said.officeId
    where said.tableName = ${recordKind} and said.rowId in (select value from json_each(${JSON.stringify(recordIds)}))
    order by said.officeId
  `.execute(db)
  return rows.map(({ result, rowVersion, ...said }) => ({ ...said, mark: said.version < rowVersion ? '已改' : result }))
}

/** A mark keeps one field; the receipt that made it tells of all. */
async function fieldsOf(db: Kysely<Tables>, receiptId: string, table: string, id: string) {
  const row = await db
    .selectFrom('acceptedReceipt')
    .select('content')
    .where('receiptId', '=', receiptId)
    .executeTakeFirst()
  const receipt = row ? (JSON.parse(row.content) as Receipt) : null
  return (receipt?.business?.remarks ?? []).filter((remark) => remark.table === table && remark.id === id)
}

const ranks: readonly UpperMark[] = ['退回', '冲突', '暂存', '已收', '已改']
const rankOf = (mark: UpperMark) => ranks.indexOf(mark)
