import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/database/migrate.ts'
import { migrations } from '../../../src-main/database/migrations/index.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { finalise, readyDocument } from '../documents/ready-document.ts'

/** Tables of the first version in an order in which every reference points backwards. */
const tables = ['installation', 'change', 'office', 'grassrootsUnion', 'study', 'stay', 'lecture', 'document', 'draft']

/** The sample county in a database of the first version. */
async function firstVersion(dataFolder: string): Promise<Record<string, unknown[]>> {
  const today = await openTestApp()
  await today.api.office.set(office)
  await today.api.sample.load({})
  await readyDocument(today.api)
  await today.api.drafts.put({ key: 'studies:new', value: { topic: '学习' } })
  await today.close()
  const file = new SqliteDatabase(join(dataFolder, 'ledger.sqlite'))
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: file }) }), migrations.slice(0, 1))
  file.prepare('ATTACH ? AS today').run(join(today.dataFolder, 'ledger.sqlite'))
  for (const table of tables) {
    const columns = (file.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`).join()
    file.exec(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM today."${table}"`)
  }
  // Sheets carried no fingerprint then.
  for (const index of [0, 1, 2])
    file.exec(`UPDATE document SET content = json_remove(content, '$.annexes[${index}].sheet.fingerprint')`)
  const rows = rowsOf(file)
  file.close()
  return rows
}

function rowsOf(file: SqliteDatabase.Database): Record<string, unknown[]> {
  return Object.fromEntries(
    [...tables, 'lectureUnion'].map((table) => [table, file.prepare(`SELECT * FROM "${table}"`).all()]),
  )
}

test('a ledger of the first version with real rows keeps every row and can finalise its stored reports', async () => {
  const dataFolder = await makeTestFolder()
  const before = await firstVersion(dataFolder)
  expect(before.study?.length).toBeGreaterThan(10)
  expect(before.lectureUnion?.length).toBeGreaterThan(10)

  const file = new SqliteDatabase(join(dataFolder, 'ledger.sqlite'))
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: file }) }))
  // Later columns may have come to them.
  expect(rowsOf(file)).toMatchObject(before)
  expect(file.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(file.pragma('foreign_key_check')).toEqual([])
  file.close()

  const { api } = await openTestApp({ dataFolder })
  const [listed] = await api.documents.list()
  expect(listed).toMatchObject({ state: '草稿', number: '云工发〔2026〕1号' })
  const stored = await api.documents.get({ id: listed?.id ?? '' })
  expect(stored.registration).toBeNull()
  expect((await finalise(api, stored)).content.number).toBe('云工发〔2026〕1号')
})
