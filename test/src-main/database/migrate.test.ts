import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/database/migrate.ts'
import { migrations } from '../../../src-main/database/migrations/index.ts'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import type { Tables } from '../../../src-main/database/tables.ts'

const golden = join(import.meta.dirname, '../../golden/schema.sql')

async function schemaOf(db: Kysely<Tables>): Promise<string> {
  const found = await sql<{ sql: string }>`
    select sql from sqlite_master where sql is not null order by type <> 'table', type, name
  `.execute(db)
  return `${found.rows.map((row) => `${row.sql};`).join('\n\n')}\n`
}

async function version(db: Kysely<Tables>): Promise<number | undefined> {
  return (await sql<{ user_version: number }>`PRAGMA user_version`.execute(db)).rows[0]?.user_version
}

test('the schema is the one in test/golden/schema.sql, in which every change of it is looked at', async () => {
  const db = await openDatabase(':memory:')
  const schema = await schemaOf(db)
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, schema)
  expect(schema).toBe(await readFile(golden, 'utf8'))
  expect(await version(db)).toBe(migrations.length)
})

test('every table refuses values of a wrong type', async () => {
  const db = await openDatabase(':memory:')
  const tables = await sql<{ name: string; strict: number }>`
    select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%' and type = 'table'
  `.execute(db)
  expect(tables.rows.length).toBeGreaterThan(8)
  expect(tables.rows.filter((table) => table.strict !== 1)).toEqual([])
})

test('a step that fails leaves the database at the step before it', async () => {
  const db = await openDatabase(':memory:')
  const before = await schemaOf(db)
  const failing = {
    name: 'failing',
    async up(trx: Kysely<unknown>) {
      await sql`CREATE TABLE half (id TEXT) STRICT`.execute(trx)
      throw new Error('stopped half-way')
    },
  }
  await expect(migrate(db, [...migrations, failing])).rejects.toThrow('stopped half-way')
  expect(await schemaOf(db)).toBe(before)
  expect(await version(db)).toBe(migrations.length)
})

test('a new step is taken once', async () => {
  const db = await openDatabase(':memory:')
  let taken = 0
  const steps = [
    ...migrations,
    {
      name: 'next',
      async up() {
        taken += 1
      },
    },
  ]
  await migrate(db, steps)
  await migrate(db, steps)
  expect([taken, await version(db)]).toEqual([1, migrations.length + 1])
})
