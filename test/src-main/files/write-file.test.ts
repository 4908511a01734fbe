import { execFileSync } from 'node:child_process'
import { chmod, mkdir, writeFile as plainWrite, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeFile } from '../../../src-main/files/write-file.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { makeTestFolder } from '../../open-test-app.ts'

const bytes = new TextEncoder().encode('统计表')
const isRoot = process.getuid?.() === 0

async function problemOf(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  if (!(error instanceof Problem)) throw new Error(`not a problem: ${String(error)}`)
  return { code: error.code, message: error.message }
}

/** A file system of 64 KiB in memory, gone when the test ends. */
async function mountTinyFolder(): Promise<string> {
  const folder = join(await makeTestFolder(), '小磁盘')
  await mkdir(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', [folder])
  })
  return folder
}

const canMount = isRoot && tryMount()
function tryMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a file takes its name only when it is whole, and replaces an older one', async () => {
  const folder = await makeTestFolder()
  const path = join(folder, '表.xlsx')
  await plainWrite(path, '旧')
  await writeFile(path, bytes)
  expect(await readFile(path, 'utf8')).toBe('统计表')
  expect(await readdir(folder)).toEqual(['表.xlsx'])
})

test.skipIf(!canMount)(
  'on a full disk the older file stays and nothing is left beside it (needs the right to mount)',
  async () => {
    const folder = await mountTinyFolder()
    const path = join(folder, '表.xlsx')
    await plainWrite(path, '旧')
    expect(await problemOf(writeFile(path, new Uint8Array(200_000)))).toEqual({
      code: 'DISK_FULL',
      message: `磁盘已满，“${path}”没有写出，请清理空间或换一个位置再试。`,
    })
    expect(await readFile(path, 'utf8')).toBe('旧')
    expect(await readdir(folder)).toEqual(['表.xlsx'])
  },
)

test.skipIf(!canMount)(
  'a read-only disk is named as the folder one may not write to (needs the right to mount)',
  async () => {
    const folder = await mountTinyFolder()
    const path = join(folder, '表.xlsx')
    await plainWrite(path, '旧')
    execFileSync('mount', ['-o', 'remount,ro', folder])
    expect(await problemOf(writeFile(path, bytes))).toEqual({
      code: 'FILE_UNWRITABLE',
      message: `没有写入“${folder}”的权限，请换一个文件夹再试。`,
    })
    expect(await readFile(path, 'utf8')).toBe('旧')
  },
)

test.skipIf(isRoot)('a folder without the right to write is named (root may write everywhere)', async () => {
  const folder = await makeTestFolder()
  await chmod(folder, 0o500)
  onTestFinished(() => chmod(folder, 0o700))
  const { code, message } = await problemOf(writeFile(join(folder, '表.xlsx'), bytes))
  expect([code, message]).toEqual(['FILE_UNWRITABLE', `没有写入“${folder}”的权限，请换一个文件夹再试。`])
})

test('a folder that does not exist, or is a file, is named', async () => {
  const folder = await makeTestFolder()
  const missing = join(folder, '没有', '表.xlsx')
  expect(await problemOf(writeFile(missing, bytes))).toEqual({
    code: 'FILE_UNWRITABLE',
    message: `文件夹“${join(folder, '没有')}”不存在，请换一个位置再试。`,
  })
  await plainWrite(join(folder, '文件'), '')
  expect((await problemOf(writeFile(join(folder, '文件', '表.xlsx'), bytes))).code).toBe('FILE_UNWRITABLE')
})

test('a name that a folder has is refused, and nothing is left beside it', async () => {
  const folder = await makeTestFolder()
  await mkdir(join(folder, '表.xlsx'))
  expect(await problemOf(writeFile(join(folder, '表.xlsx'), bytes))).toEqual({
    code: 'FILE_UNWRITABLE',
    message: `“${join(folder, '表.xlsx')}”是一个文件夹，请换一个文件名再试。`,
  })
  expect(await readdir(folder)).toEqual(['表.xlsx'])
})

test('a name as long as the disk allows is written, a longer one refused', async () => {
  const folder = await makeTestFolder()
  const longest = `${'长'.repeat(83)}a.xlsx` // 255 bytes
  await writeFile(join(folder, longest), bytes)
  const { message } = await problemOf(writeFile(join(folder, `${'长'.repeat(90)}.xlsx`), bytes))
  expect(message).toBe('文件名太长，请换一个短一些的文件名再试。')
  expect(await readdir(folder)).toEqual([longest])
})
