/**
 * Opens the SQLite file of a data folder (数据文件夹). The only file that imports better-sqlite3, so that another
 * driver can take its place where its binary does not load (glibc below 2.34).
 */
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/**
 * Opens and migrates the database at `path` (`:memory:` in tests).
 * @throws Problem DATABASE_DAMAGED, DATABASE_NEWER, FILE_UNWRITABLE
 */
export async function openDatabase(path: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withCachedStatements(openFile(path)) }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw asProblem(error, path)
  }
  return db
}

/**
 * Takes the lock of a data folder for as long as this process lives: an exclusive transaction on a file of its own,
 * which the operating system gives up even when the process is killed. Returns null when another process holds it.
 */
export function tryLock(path: string): { release(): void } | null {
  const file = new SqliteDatabase(path, { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) return null
    throw asProblem(error, path)
  }
  return { release: () => file.close() }
}

function openFile(path: string): SqliteDatabase.Database {
  try {
    const file = new SqliteDatabase(path)
    file.pragma('journal_mode = WAL')
    // FULL: a power cut must not lose a record that was reported as saved.
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    const check = file.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw damaged(path, check)
    return file
  } catch (error) {
    throw asProblem(error, path)
  }
}

/** Kysely prepares every query anew; the same text is the same statement, and preparing costs as much as running. */
function withCachedStatements(file: SqliteDatabase.Database): SqliteDatabase.Database {
  const statements = new Map<string, SqliteDatabase.Statement>()
  const prepare = file.prepare.bind(file)
  const cached = (source: string) => {
    const known = statements.get(source)
    // A statement that is being iterated cannot be run again.
    if (known && !known.busy) return known
    const statement = prepare(source)
    if (statements.size >= 500) statements.clear()
    statements.set(source, statement)
    return statement
  }
  return Object.assign(file, { prepare: cached })
}

function asProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error
  const code = sqliteCode(error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return damaged(path, error)
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new Problem('FILE_UNWRITABLE', `数据文件“${path}”无法打开或没有写入权限，请检查文件夹权限后再试。`, {
      cause: error,
    })
  if (code === 'SQLITE_FULL')
    return new Problem('DISK_FULL', '磁盘已满，数据未改动，请清理磁盘空间后再试。', { cause: error })
  return error
}

function damaged(path: string, cause: unknown): Problem {
  return new Problem('DATABASE_DAMAGED', `数据文件“${path}”已损坏，未作任何改动，请用备份恢复，或联系技术人员抢救。`, {
    cause,
  })
}

function sqliteCode(error: unknown): string {
  return error instanceof SqliteDatabase.SqliteError ? error.code : ''
}
