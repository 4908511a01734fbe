/**
 * The desk's view of what was reported (汇总视图): one connection, to read only, on which the tables hold the rows of the
 * offices in scope. Whatever counts, lists or prints an office's own ledger does so over it unchanged.
 */
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import { openBesideLedger } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { reportedTables } from '../sync/reported-tables.ts'
import { catchUp } from './catch-up.ts'
import { partedOffices } from './offices-below.ts'
import { refreshOwnRows } from './own-rows.ts'
import { officeLabels } from './owned-names.ts'
import { receivedPath } from './received-database.ts'
import { inTurn } from './received-turn.ts'
import { layScope, type OfficeSet } from './scope-views.ts'

export type DeskScope = {
  /** Ids of offices; `below`: those that stand below us now; `all`: every one that has reported, also those that parted. */
  readonly offices: readonly string[] | 'below' | 'all'
  /** Whether the rows of this office itself count as well. */
  readonly withOwn: boolean
}

/** What an office holds besides its reports is not known of another one. */
const ownPapers = ['noticeDocument', 'explanation'] as const

/** The caller closes it with `destroy`. Notices, requirements and settings are those of this office's ledger. */
export async function openDesk(context: CoreContext, scope: DeskScope): Promise<Kysely<Tables>> {
  await inTurn(context, async (received) => {
    await catchUp(received, context)
    if (scope.withOwn) await refreshOwnRows(received, context)
  })
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
  const several = typeof scope.offices === 'string' || scope.offices.length + (scope.withOwn ? 1 : 0) > 1
  const offices = await officesOf(db, own, scope)
  await layScope(db, offices, several ? await labelsIn(db, own, scope) : undefined)
  const run = (statement: string) => sql.raw(statement).execute(db)
  const isOne = typeof scope.offices === 'object' && scope.offices.length === 1 && !scope.withOwn
  await run(`CREATE TEMP VIEW office AS SELECT * FROM ${isOne ? 'reportingOffice' : 'ledger.office'}`)
  await run('CREATE TEMP VIEW "change" AS SELECT * FROM main."change" UNION ALL SELECT * FROM ledger."change"')
  for (const table of await ledgerTables(db)) {
    const none = !scope.withOwn && ownPapers.some((paper) => paper === table) ? 'WHERE 0' : ''
    await run(`CREATE TEMP VIEW ${table} AS SELECT * FROM ledger.${table} ${none}`)
  }
}

async function officesOf(db: Kysely<Tables>, own: string, { offices, withOwn }: DeskScope): Promise<OfficeSet> {
  const but = withOwn ? [] : [own]
  if (offices === 'all') return { but }
  // By exception, for without one SQLite goes by the day alone.
  if (offices === 'below') return { but: [...but, ...(await partedOffices(db))] }
  return { only: withOwn ? [...offices, own] : offices.filter((id) => id !== own) }
}

async function labelsIn(db: Kysely<Tables>, own: string, { offices, withOwn }: DeskScope) {
  const { rows } = await sql<LabelledOffice>`
    select ${own} as officeId, name, divisionCode, null as parentId, 0 as isParted from ledger.office
      where ${withOwn ? 1 : 0}
    union all select officeId, name, divisionCode, parentId, removedAt is not null as isParted from ledger.peer
      where role = '下级'`.execute(db)
  const isInScope = ({ officeId, isParted }: LabelledOffice) =>
    typeof offices === 'object' ? officeId === own || offices.includes(officeId) : offices === 'all' || isParted === 0
  const inScope = new Set(rows.filter(isInScope).map(({ officeId }) => officeId))
  return new Map([...officeLabels(rows)].filter(([id]) => inScope.has(id)))
}

type LabelledOffice = {
  readonly officeId: string
  readonly name: string
  readonly divisionCode: string
  readonly parentId: string | null
  readonly isParted: 0 | 1
}

async function ledgerTables(db: Kysely<Tables>): Promise<string[]> {
  const laid = new Set<string>([...reportedTables, 'lectureUnion', 'change', 'conflict'])
  const { rows } = await sql<{ name: string }>`
    select name from ledger.sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'search%'
  `.execute(db)
  return rows.map(({ name }) => name).filter((name) => !laid.has(name))
}
