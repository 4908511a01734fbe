/** Whether records of a period were changed behind a change (其后改动): those in it now, and those that were in it then. */
import { type Kysely, sql } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import { type RecordKind, recordKinds } from '../../src-shared/record-kinds.ts'
import type { Tables } from '../database/tables.ts'
import { staysIn } from '../statistics/in-period.ts'
import { gatherRecords } from '../statistics/record-set.ts'

/** @param after a change of this ledger */
export async function haveRecordsChanged(db: Kysely<Tables>, period: Period, after: number): Promise<boolean> {
  const present = await gatherRecords(db, period)
  const stays = await staysIn(db, period).select('stay.id').execute()
  const asked: Asked = { period, after, stays: new Set(stays.map(({ id }) => id)) }
  for (const kind of recordKinds) {
    const changed = await changedRows(db, kind, after)
    if ((present[kind] ?? []).some(([id]) => changed.has(id))) return true
    if (await wereSomeIn(db, kind, asked)) return true
  }
  return false
}

type Asked = { readonly period: Period; readonly after: number; readonly stays: ReadonlySet<string> }
type Fields = Record<string, string | null>

async function changedRows(db: Kysely<Tables>, kind: RecordKind, after: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('change')
    .select('rowId')
    .distinct()
    .where('seq', '>', after)
    .where('tableName', '=', kind)
    .execute()
  return new Set(rows.map(({ rowId }) => rowId))
}

const placing = { study: ['date'], lecture: ['date', 'stayId'], stay: ['from', 'to'], activity: ['date'] } as const

/** Rows that there were then and that were changed, each as it stood then. */
async function wereSomeIn(db: Kysely<Tables>, kind: RecordKind, { period, after, stays }: Asked): Promise<boolean> {
  const columns = placing[kind].flatMap((name) => [sql.lit(name), sql.ref(name)])
  const { rows } = await sql<{ now: string; changes: string }>`
    select json_object('removedAt', removedAt, ${sql.join(columns)}) as now,
      (select json_group_array(json_array(op, json(coalesce(old, 'null'))) order by seq desc) from change
        where tableName = ${kind} and rowId = ${sql.table(kind)}.id and seq > ${after}) as changes
    from ${sql.table(kind)} where id in (
      select rowId from change where tableName = ${kind} and seq > ${after}
      group by rowId having max(op = 'insert') = 0)
  `.execute(db)
  return rows.some(({ now, changes }) => wasIn(period, fieldsBefore(JSON.parse(now), JSON.parse(changes)), stays))
}

/** The changes taken back, the last one first. */
function fieldsBefore(now: Fields, changes: readonly (readonly [op: string, old: Fields | null])[]): Fields {
  const fields = { ...now }
  for (const [op, old] of changes) {
    if (op === 'remove') fields.removedAt = null
    else if (op === 'restore') fields.removedAt = 'then'
    else Object.assign(fields, old)
  }
  return fields
}

/** As the figures count: a stay in the period of its last day, or going on beyond it; lectures of its stays on any day. */
function wasIn(
  { from, to }: Period,
  { removedAt, date, stayId, ...stay }: Fields,
  stays: ReadonlySet<string>,
): boolean {
  if (removedAt !== null) return false
  if (date) return (date >= from && date <= to) || (stayId != null && stays.has(stayId))
  const [first, last] = [stay.from ?? '', stay.to ?? '']
  return last >= from && (last <= to || first <= to)
}
