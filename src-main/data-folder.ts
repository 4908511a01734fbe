/** The data folder (数据文件夹): the database, its lock, the key and the error log lie here, and nothing else of ours. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../src-shared/problems.ts'
import { tryLock } from './database/open-database.ts'
import type { HostPort } from './host-port.ts'

type Holder = {
  readonly shell: HostPort['shell']
  readonly computer: string
  readonly user: string
  readonly pid: number
  readonly since: string
}

/**
 * Makes the folder if it is missing and takes it for this process.
 * @throws Problem DATA_FOLDER_BUSY naming who holds it; FILE_UNWRITABLE
 */
export function holdDataFolder(folder: string, shell: HostPort['shell'], now: () => string): { release(): void } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new Problem('FILE_UNWRITABLE', `数据文件夹“${folder}”无法建立，请检查路径和权限后再试。`, { cause })
  }
  const lock = tryLock(join(folder, 'lock.sqlite'))
  if (!lock) throw new Problem('DATA_FOLDER_BUSY', busySentence(folder))
  const holder: Holder = { shell, computer: hostname(), user: userName(), pid: process.pid, since: now() }
  try {
    writeFileSync(join(folder, 'holder.json'), JSON.stringify(holder))
  } catch (cause) {
    lock.release()
    throw new Problem('FILE_UNWRITABLE', `数据文件夹“${folder}”写不进去，请检查权限和磁盘空间后再试。`, { cause })
  }
  return lock
}

/** Notes an unexpected error with its cause, for the technician. A log that cannot be written must not hide the error. */
export function logError(folder: string, now: () => string, error: unknown): void {
  const text =
    error instanceof Error
      ? `${error.stack ?? error.message}${error.cause ? `\n  cause: ${String(error.cause)}` : ''}`
      : String(error)
  try {
    appendFileSync(join(folder, '错误日志.txt'), `${now()} ${text}\n`)
  } catch {
    process.stderr.write(`${text}\n`)
  }
}

function busySentence(folder: string): string {
  const holder = readHolder(folder)
  if (!holder) return `数据文件夹“${folder}”正被另一个学宣台账使用，请先关闭那一个，再打开这一个。`
  const { where, advice } = holders[holder.shell]
  const since = `进程${holder.pid}，自${inLocalTime(holder.since)}起`
  return `数据文件夹“${folder}”正由电脑“${holder.computer}”上的用户“${holder.user}”${where}使用（${since}），${advice}。`
}

/** How the other program shows itself to the person, and how she ends it. */
const holders: Readonly<Record<HostPort['shell'], { readonly where: string; readonly advice: string }>> = {
  electron: { where: '在桌面窗口中', advice: '请先关闭那个窗口，再打开这一个' },
  browser: { where: '在浏览器中', advice: '请先关闭浏览器里的学宣台账，一分钟后再试' },
  cli: { where: '用命令行', advice: '请等那个命令做完再试' },
}

function readHolder(folder: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as Holder
    return Object.hasOwn(holders, holder.shell) ? holder : null
  } catch {
    return null // the name is a courtesy; the lock is what counts
  }
}

function inLocalTime(moment: string): string {
  return new Date(moment).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })
}

/** The account of the computer under which the program runs. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return '未知' // no account entry for this uid, as in some containers
  }
}
