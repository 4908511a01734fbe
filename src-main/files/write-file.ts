/** Writes a file beside its place and renames it, so that a reader finds the old one or the whole new one. */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'
import { nodeDisk } from './disk.ts'

/**
 * Writes `bytes` to `path`, flushed to the disk before it takes the name.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE; `path` is then as it was and nothing is left beside it
 */
export async function writeFile(path: string, bytes: Uint8Array, options: { mode?: number } = {}): Promise<void> {
  // A short name of its own: one made from the file's could be too long where the file's is not.
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`)
  try {
    const file = await nodeDisk.open(beside, 'wx', options.mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await nodeDisk.rename(beside, path)
    await flushFolder(dirname(path))
  } catch (error) {
    await nodeDisk.rm(beside, { force: true }).catch(() => undefined) // the first failure is the one to report
    throw asProblem(error, path)
  }
}

/**
 * The last step for a file that was written piece by piece beside its place: to the disk, then under its name.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE
 */
export async function flushAndRename(part: string, path: string): Promise<void> {
  try {
    const file = await nodeDisk.open(part, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await nodeDisk.rename(part, path)
    await flushFolder(dirname(path))
  } catch (error) {
    throw asProblem(error, path)
  }
}

/** A name is kept in its folder: that must reach the disk too. Windows and some sticks' file systems have no such step. */
async function flushFolder(folder: string): Promise<void> {
  const opened = await nodeDisk.open(folder, 'r').catch(() => null)
  await opened?.sync().catch(() => undefined)
  await opened?.close()
}

function asProblem(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  const problem = (kind: 'DISK_FULL' | 'FILE_UNWRITABLE', sentence: string) =>
    new Problem(kind, sentence, { cause: error })
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('DISK_FULL', `磁盘已满，“${path}”没有写出，请清理空间或换一个位置再试。`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem('FILE_UNWRITABLE', `没有写入“${dirname(path)}”的权限，请换一个文件夹再试。`)
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('FILE_UNWRITABLE', `文件夹“${dirname(path)}”不存在，请换一个位置再试。`)
    case 'EISDIR':
    case 'EEXIST':
      return problem('FILE_UNWRITABLE', `“${path}”是一个文件夹，请换一个文件名再试。`)
    case 'EBUSY':
    case 'ETXTBSY':
      return problem('FILE_UNWRITABLE', `“${path}”正被别的程序打开，请关闭后再试。`)
    case 'ENAMETOOLONG':
      return problem('FILE_UNWRITABLE', '文件名太长，请换一个短一些的文件名再试。')
    default:
      return typeof code === 'string'
        ? problem('FILE_UNWRITABLE', `“${path}”写不进去（${code}），请换一个位置再试。`)
        : error
  }
}
