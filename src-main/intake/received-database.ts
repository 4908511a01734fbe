/**
 * The received database (接收库) `received.sqlite`: what subordinate offices have reported. It is drawn from the bundles
 * that the ledger says count, so it may be thrown away at any time; another schema or a damaged file does that.
 */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import { schemaName } from '../database/migrate.ts'
import { openBesideLedger, openDatabase } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { looseAnswer, type ReceivedTables, receivedSchemaName, receivedStatements } from './received-schema.ts'

/**
 * Opens it to write, with the ledger attached as `ledger`; one that is missing or unfit is begun anew.
 * @param folder where it lies, when not beside the ledger
 */
export async function openReceived({
  dataFolder,
  folder = dataFolder,
}: Pick<CoreContext, 'dataFolder'> & { readonly folder?: string }): Promise<Kysely<Tables>> {
  const path = receivedPath(folder)
  const ledger = join(dataFolder, 'ledger.sqlite')
  const found = await openFit(path, ledger)
  if (found) return found
  for (const end of ['-wal', '-shm', '']) rmSync(`${path}${end}`, { force: true })
  await createReceived(path)
  return openBesideLedger(path, ledger, { isReadOnly: false })
}

export function receivedPath(dataFolder: string): string {
  return join(dataFolder, 'received.sqlite')
}

/** The same connection with the tables that only the received database has. */
export function ofReceived(db: Kysely<Tables>): Kysely<Tables & ReceivedTables> {
  return db.withTables<ReceivedTables>()
}

/** null when there is none, or one that does not serve. */
async function openFit(path: string, ledger: string): Promise<Kysely<Tables> | null> {
  if (!statSync(path, { throwIfNoEntry: false })) return null
  let db: Kysely<Tables> | undefined
  try {
    db = openBesideLedger(path, ledger, { isReadOnly: false })
    const row = await ofReceived(db).selectFrom('received').select('schemaName').executeTakeFirst()
    if (row?.schemaName === receivedSchemaName(schemaName)) return db
  } catch {
    // whatever ails a file that can be drawn anew, it is drawn anew
  }
  await db?.destroy()
  return null
}

/** The row of `received` comes last: what a power cut leaves behind is not taken for a whole database. */
async function createReceived(path: string): Promise<void> {
  const db = await openDatabase(path)
  try {
    await sql`PRAGMA foreign_keys = OFF`.execute(db)
    await db.transaction().execute(async (trx) => {
      await loosenAnswer(trx)
      for (const statement of receivedStatements) await sql.raw(statement).execute(trx)
      await ofReceived(trx)
        .insertInto('received')
        .values({ id: 1, schemaName: receivedSchemaName(schemaName) })
        .execute()
    })
  } finally {
    await db.destroy()
  }
}

async function loosenAnswer(trx: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_master where tbl_name = 'answer' and sql is not null order by type = 'index'
  `.execute(trx)
  await sql`DROP TABLE answer`.execute(trx)
  for (const statement of rows) await sql.raw(looseAnswer(statement.sql)).execute(trx)
}
