/**
 * Opens the SQLite file of a data folder (数据文件夹). The only file that imports better-sqlite3, so that another
 * driver can take its place where its binary does not load (glibc below 2.34).
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import { faultPoint } from '../fault-points.ts'
import { soundFunctions } from './initials.ts'
import { migrate, refuseNewer } from './migrate.ts'
import type { Tables } from './tables.ts'

/**
 * Opens and migrates the database at `path` (`:memory:` in tests). A file that is refused is left byte for byte as it was.
 * @throws Problem DATABASE_DAMAGED, DATABASE_NEWER, FILE_UNWRITABLE, DISK_FULL
 */
export async function openDatabase(path: string): Promise<Kysely<Tables>> {
  const file = withCachedStatements(openFile(path))
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) })
  fileOf.set(db, file)
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
  let file: SqliteDatabase.Database | undefined
  try {
    file = new SqliteDatabase(path, { timeout: 0 })
    file.exec('BEGIN EXCLUSIVE')
    return { release: () => file?.close() }
  } catch (error) {
    file?.close()
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) return null
    throw asProblem(error, path)
  }
}

/**
 * Opens a ledger to read only; it is left byte for byte as it was, also when it is of an older version.
 * @throws Problem DATABASE_DAMAGED, DATABASE_NEWER
 */
export function openToRead(path: string): Kysely<Tables> {
  let file: SqliteDatabase.Database | undefined
  try {
    checkLedgerFile(path)
    file = new SqliteDatabase(path, { readonly: true })
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) })
  } catch (error) {
    file?.close()
    throw asProblem(error, path)
  }
}

/**
 * Whether a file is a sound ledger that this version can read; it is left byte for byte as it was.
 * @throws Problem DATABASE_DAMAGED, DATABASE_NEWER
 */
export function checkLedgerFile(path: string): void {
  try {
    if (!statSync(path, { throwIfNoEntry: false })) throw damaged(path, 'missing')
    refuseUnfit(path)
  } catch (error) {
    throw asProblem(error, path)
  }
}

/**
 * Opens a database that is drawn from others, with a ledger attached to it as `ledger`. It is not looked through first,
 * which would take a minute for a large one, and a power cut may cost its last transactions: it can be drawn anew.
 */
export function openBesideLedger(
  path: string,
  ledger: string | null,
  { isReadOnly }: { readonly isReadOnly: boolean },
): Kysely<Tables> {
  let file: SqliteDatabase.Database | undefined
  try {
    file = new SqliteDatabase(path, { readonly: isReadOnly, fileMustExist: true })
    if (!isReadOnly) file.pragma('journal_mode = WAL')
    file.pragma('synchronous = NORMAL')
    // 40 MB: taking in a hundred bundles would else copy the log back, and wait for the disk, after each of them.
    file.pragma('wal_autocheckpoint = 10000')
    file.pragma('cache_size = -65536')
    file.pragma('foreign_keys = ON')
    for (const [name, answer] of Object.entries(soundFunctions)) file.function(name, { deterministic: true }, answer)
    if (ledger !== null) file.prepare('ATTACH ? AS ledger').run(ledger)
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: withCachedStatements(file) }) })
  } catch (error) {
    file?.close()
    throw asProblem(error, path)
  }
}

/** Pages of one step of a copy: other calls have their turn between steps. */
const pagesAtOnce = 1000

/** A ledger as of one moment (快照): what is written while it is held is not seen through it. */
export type Snapshot = {
  readonly db: Kysely<Tables>
  /** `to` holds a whole database afterwards, or nothing. @throws Problem DISK_FULL, FILE_UNWRITABLE, DATABASE_DAMAGED */
  readonly copyTo: (to: string, onStep: (done: number, total: number) => Promise<void>) => Promise<void>
  readonly close: () => void
}

/** Of a ledger that may be open and written to. @throws Problem FILE_UNWRITABLE, DATABASE_DAMAGED */
export function openSnapshot(path: string): Snapshot {
  let file: SqliteDatabase.Database | undefined
  try {
    file = new SqliteDatabase(path, { readonly: true })
    // The first read of a transaction fixes the moment; without it each step of a copy would see another one.
    file.exec('BEGIN')
    file.prepare('SELECT 1 FROM sqlite_master').get()
  } catch (error) {
    file?.close()
    throw asProblem(error, path)
  }
  const source = file
  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: source }) }),
    copyTo: (to, onStep) => copyPages(source, to, onStep),
    close: () => source.close(),
  }
}

/** Copies a ledger as of one moment; `to` holds a whole database or nothing. @throws as a snapshot and its copy */
export async function copyDatabase(
  from: string,
  to: string,
  onStep: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const snapshot = openSnapshot(from)
  try {
    await snapshot.copyTo(to, onStep)
  } finally {
    snapshot.close()
  }
}

/** Removes a database with what SQLite keeps beside it, as far as it can: the stick may be gone. */
export function removeDatabase(path: string): void {
  faultPoint('remove a database')
  for (const ending of ['', '-journal', '-wal', '-shm'])
    try {
      rmSync(`${path}${ending}`, { force: true })
    } catch {
      return // whoever removes it has a failure of the same disk to report already
    }
}

/** Open ledgers and their files. */
const fileOf = new WeakMap<Kysely<Tables>, SqliteDatabase.Database>()

/**
 * Closes the file below a ledger from within a call that holds its connection: calls that wait for it are answered
 * with CONFLICT, where Kysely's own `destroy` would leave them with an error that nobody understands.
 */
export function closeFile(db: Kysely<Tables>): void {
  faultPoint('close the ledger')
  fileOf.get(db)?.close()
}

/** SQLite's code and message of a constraint that refused a row; null for any other error. */
export function constraintOf(error: unknown): { readonly reason: string; readonly message: string } | null {
  const reason = sqliteCode(error)
  return reason.startsWith('SQLITE_CONSTRAINT') ? { reason, message: (error as Error).message } : null
}

/** The sentence for a failure of the disk below SQLite while the ledger is open; null for any other error. */
export function storageProblem(error: unknown): Problem | null {
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL')
    return new Problem('DISK_FULL', '磁盘已满，本次没有保存，已有数据不受影响，请清理磁盘空间后再试。', {
      cause: error,
    })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_IOERR'))
    return new Problem('FILE_UNWRITABLE', '数据文件写不进去，本次没有保存，请检查磁盘和文件夹权限后再试。', {
      cause: error,
    })
  return null
}

async function copyPages(
  source: SqliteDatabase.Database,
  to: string,
  onStep: (done: number, total: number) => Promise<void>,
): Promise<void> {
  let stop: unknown
  try {
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        faultPoint('copy pages')
        if (stop !== undefined) throw stop
        onStep(totalPages - remainingPages, totalPages).catch((error) => {
          stop = error
        })
        return pagesAtOnce
      },
    })
    if (stop !== undefined) throw stop
    // One file by itself, which can also be read where nothing may be written beside it.
    faultPoint('close the copy')
    const copy = new SqliteDatabase(to)
    try {
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
  } catch (error) {
    removeDatabase(to)
    throw asProblem(error, to)
  }
}

function openFile(path: string): SqliteDatabase.Database {
  let file: SqliteDatabase.Database | undefined
  try {
    refuseUnfit(path)
    file = new SqliteDatabase(path)
    file.pragma('journal_mode = WAL')
    // FULL: a power cut must not lose a record that was reported as saved.
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    for (const [name, answer] of Object.entries(soundFunctions)) file.function(name, { deterministic: true }, answer)
    return file
  } catch (error) {
    file?.close()
    throw asProblem(error, path)
  }
}

/** Looks at an existing file without the right to write: even opening for writing may change a file that is unfit. */
function refuseUnfit(path: string): void {
  const bytes = path === ':memory:' ? undefined : statSync(path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return
  refuseCutOff(path, bytes)
  const file = new SqliteDatabase(path, { readonly: true })
  try {
    const check = file.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw damaged(path, check)
    refuseNewer(Number(file.pragma('user_version', { simple: true })))
    const isOurs = file.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'installation'`).get() !== undefined
    const isNew = file.prepare('SELECT 1 FROM sqlite_master').get() === undefined
    if (!isOurs && !isNew)
      throw new Problem('DATABASE_DAMAGED', `“${path}”不是学宣台账的数据文件，未作任何改动，请核对数据文件夹。`)
  } finally {
    file.close()
  }
}

/**
 * SQLite reads a last page that is cut off as if it ended in zeros. Only with a write-ahead log beside the file may it
 * be short: the log still holds the pages.
 */
function refuseCutOff(path: string, bytes: number): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return
  const head = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  // File format, 1.3: page size at 16 (1 means 65,536), number of pages at 28.
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  if (bytes < head.length || bytes < pageBytes * head.readUInt32BE(28)) throw damaged(path, 'cut off')
}

/** Kysely prepares every query anew; the same text is the same statement, and preparing costs as much as running. */
function withCachedStatements(file: SqliteDatabase.Database): SqliteDatabase.Database {
  const statements = new Map<string, SqliteDatabase.Statement>()
  const prepare = file.prepare.bind(file)
  const cached = (source: string) => {
    faultPoint(source)
    if (!file.open) throw new Problem('CONFLICT', '台账正在换成备份，这一步没有做，请稍后再试。')
    // After a full disk SQLite has rolled back by itself; Kysely's own rollback would fail and hide why.
    if (source === 'rollback' && !file.inTransaction) return prepare('SELECT 1 WHERE 0')
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

/** Bytes: SQLite opens no path beyond 512, and puts endings to it. */
const longestPath = 500

function asProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error
  const code = sqliteCode(error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return damaged(path, error)
  if (code.startsWith('SQLITE_CANTOPEN') && Buffer.byteLength(path) > longestPath)
    return new Problem('FILE_UNWRITABLE', `“${path}”的路径太长，请换一个层数少、名字短的文件夹再试。`, {
      cause: error,
    })
  if (code.startsWith('SQLITE_IOERR'))
    return new Problem('FILE_UNWRITABLE', `“${path}”读写出错，磁盘或U盘可能已被拔出或损坏，请检查后再试。`, {
      cause: error,
    })
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new Problem('FILE_UNWRITABLE', `数据文件“${path}”无法打开或没有写入权限，请检查文件夹权限后再试。`, {
      cause: error,
    })
  if (code === 'SQLITE_FULL')
    return new Problem('DISK_FULL', '磁盘已满，数据未改动，请清理磁盘空间后再试。', { cause: error })
  // The driver looks for the folder itself, and says so in an error of no kind.
  if (code === '' && path !== ':memory:' && !existsSync(dirname(path)))
    return new Problem('FILE_UNWRITABLE', `文件夹“${dirname(path)}”不在，U盘可能已被拔出，请检查后再试。`, {
      cause: error,
    })
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
