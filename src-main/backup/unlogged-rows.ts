/**
 * What a person would miss and the change log does not tell (改动记录之外的内容): the exchange with other offices. Digested,
 * to tell two states of a ledger apart, and compared, to tell a person what came since. Not by times, which two events may
 * share and a clock may put back.
 *
 * Left out is what follows from changes or from these rows (marks on records, frozen documents, the search index), what
 * is noted by the way (drafts of forms, columns of imported sheets), and who this installation is, which a restore gives
 * anew.
 */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { UnloggedCount } from '../../src-shared/backups.ts'
import type { Tables } from '../database/tables.ts'

type Unlogged = {
  readonly table: keyof Tables
  readonly word: string
  readonly key: readonly string[]
  /** Columns that later acts set; every one is as old as its table, so that older backups have it. */
  readonly state: readonly string[]
}

export const unloggedTables: readonly Unlogged[] = [
  { table: 'peer', word: '往来单位', key: ['officeId'], state: ['name', 'role', 'parentId', 'addedAt', 'removedAt'] },
  { table: 'peerKey', word: '往来单位的密钥', key: ['keyId'], state: ['officeId', 'state', 'endedAt'] },
  { table: 'archivedBundle', word: '收到的包', key: ['bundleId'], state: ['importedAt', 'position', 'undoneAt'] },
  { table: 'archivedVolume', word: '收到的文件', key: ['sha256'], state: [] },
  { table: 'intakeEntry', word: '接收日志', key: ['id'], state: [] },
  { table: 'rowReturn', word: '退回', key: ['id'], state: ['withdrawnAt'] },
  {
    table: 'approval',
    word: '验收',
    key: ['officeId', 'noticeId', 'periodFrom', 'periodTo'],
    state: ['root', 'position', 'at'],
  },
  { table: 'issuedReceipt', word: '签发的回执', key: ['receiptId'], state: ['answered'] },
  { table: 'acceptedReceipt', word: '收到的回执', key: ['receiptId'], state: ['pulledAt'] },
  { table: 'passingReceipt', word: '转交的回执', key: ['receiptId'], state: ['passedAt'] },
  { table: 'passedBundle', word: '转报', key: ['bundleId', 'recipientId'], state: ['passedAt'] },
  { table: 'exportedBundle', word: '发出的包', key: ['bundleId'], state: [] },
  { table: 'conflict', word: '冲突', key: ['id'], state: ['settledAt'] },
  { table: 'otherPc', word: '另一台电脑的同步', key: ['replica'], state: ['epoch', 'seq'] },
]

/** Hex; '' while there are none, as in a ledger that exchanges nothing. */
export async function unloggedDigest(db: Kysely<Tables>): Promise<string> {
  const hash = createHash('sha256')
  let isEmpty = true
  for (const unlogged of unloggedTables)
    for (const [key, state] of await rowsOf(db, unlogged)) {
      isEmpty = false
      hash.update(`${unlogged.table} ${key} ${state}\n`)
    }
  return isEmpty ? '' : hash.digest('hex')
}

/** How many rows of each kind are otherwise than they were `then`: new, gone or in another state. */
export async function unloggedSince(now: Kysely<Tables>, then: Kysely<Tables>): Promise<UnloggedCount[]> {
  const counts: UnloggedCount[] = []
  for (const unlogged of unloggedTables) {
    const before = await rowsOf(then, unlogged)
    const after = await rowsOf(now, unlogged)
    const gone = [...before.keys()].filter((key) => !after.has(key)).length
    const other = [...after].filter(([key, state]) => before.get(key) !== state).length
    if (gone + other > 0) counts.push({ word: unlogged.word, count: gone + other })
  }
  return counts
}

/** By key, in its order; none of a table that an older ledger has not. */
async function rowsOf(db: Kysely<Tables>, { table, key, state }: Unlogged): Promise<Map<string, string>> {
  const known = await sql`select 1 from sqlite_master where type = 'table' and name = ${table}`.execute(db)
  if (known.rows.length === 0) return new Map()
  const array = (columns: readonly string[]) => sql<string>`json_array(${sql.join(columns.map((one) => sql.ref(one)))})`
  const { rows } = await sql<{ key: string; state: string }>`
    select ${array(key)} as key, ${state.length === 0 ? sql`'[]'` : array(state)} as state
    from ${sql.table(table)} order by 1
  `.execute(db)
  return new Map(rows.map((row) => [row.key, row.state]))
}
