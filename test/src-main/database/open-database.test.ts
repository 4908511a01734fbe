import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'

/** The bytes of a ledger that holds the sample county. */
async function filledLedger(): Promise<Buffer> {
  const { api, dataFolder, close } = await openTestApp()
  await api.sample.load({})
  await close()
  return await readFile(join(dataFolder, 'ledger.sqlite'))
}

/** Puts the bytes where a ledger should be; answers the refusal and sees that the file stayed as it was. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  const path = join(await makeTestFolder(), 'ledger.sqlite')
  await writeFile(path, bytes)
  const error = await openDatabase(path).then(
    () => new Error('it was opened'),
    (refusal: Error) => refusal,
  )
  expect(Buffer.compare(await readFile(path), bytes)).toBe(0)
  return error.message.replace(path, 'P')
}

const damaged = '数据文件“P”已损坏，未作任何改动，请用备份恢复，或联系技术人员抢救。'

test('a ledger is in WAL mode, flushed at every commit, with foreign keys on', async () => {
  const db = await openDatabase(join(await makeTestFolder(), 'ledger.sqlite'))
  const pragma = async (name: string) => Object.values((await sql.raw(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
  await db.destroy()
})

test('a ledger that is cut off anywhere is refused and left byte for byte', async () => {
  const whole = await filledLedger()
  for (const length of [0, 1, 99, 100, 4096, whole.length >> 1, whole.length - 4096, whole.length - 1])
    expect(await refusalOf(whole.subarray(0, length)), `${length} bytes`).toBe(damaged)
})

test('random bytes, a text, an overwritten head and an overwritten middle are refused and left byte for byte', async () => {
  const whole = await filledLedger()
  const overwritten = (from: number, length: number) =>
    Buffer.concat([whole.subarray(0, from), randomBytes(length), whole.subarray(from + length)])
  expect(await refusalOf(randomBytes(20_000))).toBe(damaged)
  expect(await refusalOf(Buffer.from('这不是数据库，是一篇文章。'.repeat(400)))).toBe(damaged)
  expect(await refusalOf(overwritten(0, 100))).toBe(damaged)
  expect(await refusalOf(overwritten(8192, 40_960))).toBe(damaged)
})

test('the database of another program is refused and gets none of our tables', async () => {
  const path = join(await makeTestFolder(), 'other.sqlite')
  const other = new SqliteDatabase(path)
  other.exec('CREATE TABLE invoice (id INTEGER PRIMARY KEY)')
  other.close()
  expect(await refusalOf(await readFile(path))).toBe('“P”不是学宣台账的数据文件，未作任何改动，请核对数据文件夹。')
})

test('a database from a newer program is refused and left byte for byte', async () => {
  const { dataFolder, close } = await openTestApp()
  await close()
  const path = join(dataFolder, 'ledger.sqlite')
  const file = new SqliteDatabase(path)
  file.pragma('user_version = 99')
  // Merely opening it our way would turn this back and so change the file.
  file.pragma('journal_mode = DELETE')
  file.close()
  expect(await refusalOf(await readFile(path))).toMatch(
    /^数据由更新版本的学宣台账保存（数据第99版，本程序支持到第\d+版），请升级程序后再打开。$/,
  )
})

test('a refused ledger leaves nothing open: it can be opened once it has been mended', async () => {
  const whole = await filledLedger()
  const folder = await makeTestFolder()
  const path = join(folder, 'ledger.sqlite')
  await writeFile(path, whole.subarray(0, 5000))
  await expect(openDatabase(path)).rejects.toThrow('已损坏')
  await writeFile(path, whole)
  const db = await openDatabase(path)
  expect(await db.selectFrom('study').select('id').execute()).toHaveLength(46)
  await db.destroy()
  expect(await readdir(folder)).toEqual(['ledger.sqlite'])
})
