/** Brings the index of the search up to the change log (建立索引): the log names every row that was written since. */
import { createHash } from 'node:crypto'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Source, sources } from './sources.ts'

/** A program with other sources indexes everything anew. */
const sourcesName = createHash('sha256').update(JSON.stringify(sources)).digest('hex')

/** Indexes what was written since the last search; a ledger that was never searched is indexed as a whole. */
export async function indexChanges(db: Kysely<Tables>): Promise<void> {
  // Asked before every search, so in one statement.
  const { rows } = await sql<{ last: number; indexedTo: number | null; sources: string | null }>`
    SELECT coalesce((SELECT max(seq) FROM change), 0) AS last,
      (SELECT indexedTo FROM searchState) AS indexedTo, (SELECT sources FROM searchState) AS sources
  `.execute(db)
  const { last = 0, indexedTo = null, sources: indexed = null } = rows[0] ?? {}
  const since = indexed === sourcesName ? indexedTo : null
  if (since === last) return
  await db.transaction().execute(async (trx) => {
    if (since === null) await indexAll(trx)
    else await indexSince(trx, since)
    await trx.deleteFrom('searchState').execute()
    await trx.insertInto('searchState').values({ id: 1, indexedTo: last, sources: sourcesName }).execute()
  })
}

async function indexAll(trx: Transaction<Tables>): Promise<void> {
  await sql`INSERT INTO searchIndex (searchIndex) VALUES ('delete-all')`.execute(trx)
  await trx.deleteFrom('searchEntry').execute()
  await enter(trx, () => sql`true`)
}

async function indexSince(trx: Transaction<Tables>, indexedTo: number): Promise<void> {
  const changed = (table: string) => sql`(SELECT rowId FROM change WHERE seq > ${indexedTo} AND tableName = ${table})`
  const isChanged = ({ table, noticeId }: Source) =>
    noticeId === undefined
      ? sql`entered.id IN ${changed(table)}`
      : sql`(entered.id IN ${changed(table)} OR ${sql.raw(noticeId)} IN ${changed('notice')})`
  for (const source of sources) {
    const gone = sql`SELECT seq FROM searchEntry AS entered WHERE kind = ${source.kind} AND ${isChanged(source)}`
    await sql`DELETE FROM searchIndex WHERE rowid IN (${gone})`.execute(trx)
    await sql`DELETE FROM searchEntry WHERE seq IN (${gone})`.execute(trx)
  }
  await enter(trx, isChanged)
}

/** In ascending order and in one statement: anything else makes FTS5 write its index out again and again. */
async function enter(trx: Transaction<Tables>, which: (source: Source) => RawBuilder<unknown>): Promise<void> {
  const before = await trx
    .selectFrom('searchEntry')
    .select(({ fn }) => fn.coalesce(fn.max('seq'), sql<number>`0`).as('seq'))
    .executeTakeFirstOrThrow()
  for (const source of sources)
    await sql`${sql.raw(entriesOf(source))} AND ${which(source)} ORDER BY entered.rowid`.execute(trx)
  await sql`
    INSERT INTO searchIndex (rowid, text) SELECT seq, text FROM searchEntry WHERE seq > ${before.seq} ORDER BY seq
  `.execute(trx)
}

/** All of it is ours: names of columns and expressions over them. */
function entriesOf({ table, kind, title, day, noticeId = 'NULL', texts, onlyIf = 'true' }: Source): string {
  const lines = [`entered.${title}`, ...texts].map((text) => `nullif(${text}, '')`)
  return `INSERT INTO searchEntry (kind, id, noticeId, day, title, text)
    SELECT '${kind}', entered.id, ${noticeId}, ${day}, entered.${title}, concat_ws(char(10), ${lines.join(', ')})
    FROM "${table}" AS entered WHERE entered.removedAt IS NULL AND ${onlyIf}`
}
