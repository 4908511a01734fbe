/** T20 and T21: what can happen to a stick while a set of files is written to it. */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../../src-main/files/disk.ts'
import { writeSet } from '../../../src-main/files/write-set.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { makeTestFolder } from '../../open-test-app.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function* volumes(...texts: string[]) {
  for (const [index, text] of texts.entries()) yield { name: `上报包_${index + 1}.ghb`, bytes: bytesOf(text) }
}

/** A disk on which one operation fails the first `times` times. */
function failing<Name extends keyof Disk>(name: Name, code: string, { times = 1, after = 0 } = {}): Disk {
  let seen = 0
  const failingOne = async (...args: unknown[]) => {
    seen += 1
    if (seen > after && seen <= after + times) throw Object.assign(new Error(code), { code })
    return await (nodeDisk[name] as (...given: unknown[]) => Promise<unknown>)(...args)
  }
  return { ...nodeDisk, [name]: failingOne } as Disk
}

test('a set stands under its names, with sizes and hashes, and no part is left', async () => {
  const folder = join(await makeTestFolder(), '新建的文件夹')
  const written = await writeSet(folder, volumes('一', '二二'))
  expect(written).toEqual([
    { name: '上报包_1.ghb', path: join(folder, '上报包_1.ghb'), bytes: 3, sha256: hashOf('一') },
    { name: '上报包_2.ghb', path: join(folder, '上报包_2.ghb'), bytes: 6, sha256: hashOf('二二') },
  ])
  expect((await readdir(folder)).sort()).toEqual(['上报包_1.ghb', '上报包_2.ghb'])
  expect(await readFile(join(folder, '上报包_2.ghb'), 'utf8')).toBe('二二')
})

test('T20: a file that bears the name stays, the new one takes the next name', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '上报包_1.GHB'), '旧的')
  expect((await writeSet(folder, volumes('新的'))).map(({ name }) => name)).toEqual(['上报包_1 (2).ghb'])
  expect(await readFile(join(folder, '上报包_1.GHB'), 'utf8')).toBe('旧的')
})

test.each([
  ['ENOSPC', 'DISK_FULL', /空间不够，没有写出任何文件/],
  ['EFBIG', 'FILE_UNWRITABLE', /4GB以上.*FAT32/],
  ['EROFS', 'FILE_UNWRITABLE', /只读的.*写保护/],
  ['EIO', 'FILE_UNWRITABLE', /可能已被拔出/],
  ['ENAMETOOLONG', 'FILE_UNWRITABLE', /路径太长/],
  ['EWEIRD', 'FILE_UNWRITABLE', /出错（EWEIRD）/],
] as const)('T20: %s on the second volume is one sentence, and the folder is as it was', async (code, kind, words) => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '上报包_1.ghb'), '旧的')
  // The first volume is opened to be written and to be read back.
  const disk = failing('open', code, { after: 2 })
  const error = await writeSet(folder, volumes('一', '二'), { disk }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ code: kind, message: expect.stringMatching(words) })
  expect(await readdir(folder)).toEqual(['上报包_1.ghb'])
  expect(await readFile(join(folder, '上报包_1.ghb'), 'utf8')).toBe('旧的')
})

test('T20: a failure while names are given takes those given back', async () => {
  const folder = await makeTestFolder()
  const disk = failing('rename', 'EIO', { after: 1 })
  await expect(writeSet(folder, volumes('一', '二'), { disk })).rejects.toThrow('可能已被拔出')
  expect(await readdir(folder)).toEqual([])
})

test('T20: a stick that is pulled while it is written to is named, and nothing is said to be done', async () => {
  const folder = join(await makeTestFolder(), 'U盘')
  async function* pulled() {
    yield { name: '1.ghb', bytes: bytesOf('一') }
    await rm(folder, { recursive: true })
    yield { name: '2.ghb', bytes: bytesOf('二') }
  }
  await expect(writeSet(folder, pulled())).rejects.toThrow(`写的时候找不到“${folder}”里的文件了，可能U盘已被拔出`)
})

test('T20: what needs more room than there is is refused before a byte is written', async () => {
  const folder = await makeTestFolder()
  const full = async () => ({ ...(await nodeDisk.statfs(folder)), bavail: 40, bsize: 4096 })
  const disk = { ...nodeDisk, statfs: full as unknown as Disk['statfs'], open: neverOpened as unknown as Disk['open'] }
  await expect(writeSet(folder, volumes('一'), { disk, atLeast: 5_000_000 })).rejects.toThrow(
    `“${folder}”只剩0.2MB，需要4.8MB，没有写出任何文件，请清理空间或换一个U盘再导出。`,
  )
  expect(await readdir(folder)).toEqual([])
})

async function neverOpened(): Promise<never> {
  throw new Error('something was opened')
}

test('T20: a file for a folder, a very deep and a Chinese path', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '文件'), '')
  await expect(writeSet(join(folder, '文件'), volumes('一'))).rejects.toThrow('不是文件夹，请换一个位置再导出。')
  const deep = join(folder, ...Array.from({ length: 8 }, () => '二〇二六年第四季度学习宣讲蹲点上报材料'))
  expect((await writeSet(deep, volumes('一')))[0]?.path).toBe(join(deep, '上报包_1.ghb'))
  await expect(writeSet(join(folder, '长'.repeat(200)), volumes('一'))).rejects.toThrow('路径太长')
})

test('T20: what comes back other than it was written is not called written', async () => {
  const folder = await makeTestFolder()
  let opened = 0
  const disk = {
    ...nodeDisk,
    open: async (path: string, flags: string) => {
      opened += 1
      if (opened === 2) await writeFile(path, '坏了')
      return await open(path, flags)
    },
  } as Disk
  await expect(writeSet(folder, volumes('好的'), { disk })).rejects.toThrow('读回来核对不上')
  expect(await readdir(folder)).toEqual([])
})

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'T21: %s for a moment is waited out, at opening and at naming',
  async (code) => {
    const folder = await makeTestFolder()
    await writeSet(folder, volumes('一'), { disk: failing('open', code, { times: 2 }) })
    await writeSet(folder, volumes('二'), { disk: failing('rename', code, { times: 3 }) })
    expect((await readdir(folder)).sort()).toEqual(['上报包_1 (2).ghb', '上报包_1.ghb'])
  },
)

test('T21: a file that stays held is one sentence and no success', async () => {
  const folder = await makeTestFolder()
  const disk = failing('rename', 'EBUSY', { times: 100 })
  await expect(writeSet(folder, volumes('一'), { disk })).rejects.toThrow('被杀毒软件拦住，请放行后再试')
  expect(await readdir(folder)).toEqual([])
})

test('T21: a part that antivirus takes away before it is read back is no success', async () => {
  const folder = await makeTestFolder()
  let opened = 0
  const disk = {
    ...nodeDisk,
    open: async (path: string, flags: string) => {
      opened += 1
      if (opened === 2) await rm(path)
      return await open(path, flags)
    },
  } as Disk
  await expect(writeSet(folder, volumes('一'), { disk })).rejects.toThrow('文件被杀毒软件拿走')
  expect(await readdir(folder)).toEqual([])
})

test('what is thrown on the way comes through, and takes the parts away', async () => {
  const folder = await makeTestFolder()
  async function* cancelled() {
    yield { name: '1.ghb', bytes: bytesOf('一') }
    throw new Problem('CANCELLED', '已取消。')
  }
  await expect(writeSet(folder, cancelled())).rejects.toMatchObject({ code: 'CANCELLED', message: '已取消。' })
  const beforeNaming = async () => {
    throw new Problem('CONFLICT', '不行。')
  }
  await expect(writeSet(folder, volumes('一'), { beforeNaming })).rejects.toThrow('不行。')
  expect(await readdir(folder)).toEqual([])
})

test('the remains of an earlier stick are cleared away once they are an hour old', async () => {
  const folder = await makeTestFolder()
  const [old, young] = ['xuexuan-00112233aabb.part', 'xuexuan-00112233ccdd.part'].map((name) => join(folder, name))
  for (const path of [old, young]) await writeFile(path ?? '', '半个')
  await mkdir(join(folder, 'sub'))
  const long = new Date(Date.now() - 2 * 60 * 60 * 1000)
  await utimes(old ?? '', long, long)
  await writeSet(folder, volumes('一'))
  expect((await readdir(folder)).sort()).toEqual(['sub', 'xuexuan-00112233ccdd.part', '上报包_1.ghb'])
})
