/**
 * The desk's view of what was reported (汇总视图): one connection, to read only, on which the tables hold the rows of the
 * offices in scope. Whatever counts, lists or prints an office's own ledger does so over it unchanged.
 */
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import { openBesideLedger } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { type ReportedTable, reportedTables } from '../sync/reported-tables.ts'
import { refreshOwnRows } from './own-rows.ts'
import { openReceived, receivedPath } from './received-database.ts'

export type DeskScope = {
  /** Ids of offices; `all`: every one that has reported. */
  readonly offices: readonly string[] | 'all'
  /** Whether the rows of this office itself count as well. */
  readonly withOwn: boolean
}

/** On the desk a reported row says whose it is. `office` is the one in scope when it is one, else this office. */
export type DeskTables = { readonly [Table in Exclude<ReportedTable, 'office'>]: Tables[Table] & WithOffice } & {
  readonly lectureUnion: Tables['lectureUnion'] & WithOffice
  /** Every office in scope, by its own particulars. */
  readonly reportingOffice: Tables['office'] & WithOffice
}
type WithOffice = { readonly officeId: string }

/** What an office holds besides its reports is not known of another one. */
const ownPapers = ['noticeDocument', 'explanation'] as const

/** The caller closes it with `destroy`. Notices, requirements and settings are those of this office's ledger. */
export async function openDesk(context: CoreContext, scope: DeskScope): Promise<Kysely<Tables>> {
  const received = await openReceived(context)
  try {
    if (scope.withOwn) await refreshOwnRows(received, context)
  } finally {
    await received.destroy()
  }
  const { dataFolder } = context
  const db = openBesideLedger(receivedPath(dataFolder), join(dataFolder, 'ledger.sqlite'), { isReadOnly: true })
  try {
    // One connection for all: views of another one would not be seen.
    await layViews(db, context.officeId, scope)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Opens the desk for as long as `work` takes. */
export async function onDesk<Value>(
  context: CoreContext,
  scope: DeskScope,
  work: (db: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  const db = await openDesk(context, scope)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function layViews(db: Kysely<Tables>, own: string, scope: DeskScope): Promise<void> {
  const where = await scopeCondition(db, own, scope)
  const run = (statement: string) => sql.raw(statement).execute(db)
  const reported = reportedTables.filter((table) => table !== 'office')
  for (const table of [...reported, 'lectureUnion'])
    await run(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} ${where}`)
  await run(`CREATE TEMP VIEW reportingOffice AS SELECT * FROM main.office ${where}`)
  const isOne = scope.offices !== 'all' && scope.offices.length === 1 && !scope.withOwn
  await run(`CREATE TEMP VIEW office AS SELECT * FROM ${isOne ? 'reportingOffice' : 'ledger.office'}`)
  await run('CREATE TEMP VIEW "change" AS SELECT * FROM main."change" UNION ALL SELECT * FROM ledger."change"')
  for (const table of await ledgerTables(db)) {
    const none = !scope.withOwn && ownPapers.some((paper) => paper === table) ? 'WHERE 0' : ''
    await run(`CREATE TEMP VIEW ${table} AS SELECT * FROM ledger.${table} ${none}`)
  }
}

/** An empty one for every office: SQLite then goes by the day alone. */
async function scopeCondition(db: Kysely<Tables>, own: string, { offices, withOwn }: DeskScope): Promise<string> {
  if (offices === 'all' && withOwn) return ''
  await sql`CREATE TEMP TABLE deskScope (officeId TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID`.execute(db)
  const add = (ids: readonly string[]) =>
    sql`INSERT OR IGNORE INTO temp.deskScope SELECT value FROM json_each(${JSON.stringify(ids)})`.execute(db)
  if (offices === 'all') {
    await add([own])
    return 'WHERE officeId NOT IN (SELECT officeId FROM temp.deskScope)'
  }
  await add(withOwn ? [...offices, own] : offices.filter((id) => id !== own))
  return 'WHERE officeId IN (SELECT officeId FROM temp.deskScope)'
}

async function ledgerTables(db: Kysely<Tables>): Promise<string[]> {
  const laid = new Set<string>([...reportedTables, 'lectureUnion', 'change', 'conflict'])
  const { rows } = await sql<{ name: string }>`
    select name from ledger.sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'search%'
  `.execute(db)
  return rows.map(({ name }) => name).filter((name) => !laid.has(name))
}
