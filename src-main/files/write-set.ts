/**
 * Writes a set of files into one folder, most often on a stick (写U盘): all of them or none. Each is written beside its
 * place as a `.part`, flushed, opened again and hashed; only when every one is right do they take their names.
 */
import { createHash, randomBytes } from 'node:crypto'
import { join, parse } from 'node:path'
import type { WrittenFile } from '../../src-shared/delivery.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { patiently } from './patiently.ts'
import { notAsWritten, stickProblem, tooLargeForFat, tooLittleSpace } from './stick-problem.ts'

export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }

type Options = {
  /** Bytes that will be needed at least, as far as is known beforehand. */
  readonly atLeast?: number
  readonly disk?: Disk
  /** All files are on the disk and checked; what it throws takes them away again. */
  readonly beforeNaming?: (files: readonly WrittenFile[]) => Promise<void>
}

/** A file on its way: `part` is on the disk and right, `path` will be its place. */
type Part = WrittenFile & { readonly part: string }

const partName = /^xuexuan-[0-9a-f]{12}\.part$/
/** Milliseconds after which a part is taken for the remains of a stick that was pulled. */
const staleAfter = 60 * 60 * 1000
/** Left free, for the folder itself and the rounding up to clusters. */
const reserve = 64 * 1024
/** FAT32 ends one byte below this. */
const fatLimit = 4 * 1024 ** 3

/**
 * @param folder is made when it is not there
 * @throws Problem DISK_FULL, FILE_UNWRITABLE, and whatever `files` throws; the folder then holds what it held before
 */
export async function writeSet(
  folder: string,
  files: AsyncIterable<NamedBytes>,
  { atLeast = 0, disk = nodeDisk, beforeNaming }: Options = {},
): Promise<WrittenFile[]> {
  const parts: Part[] = []
  const named: string[] = []
  try {
    await disk.mkdir(folder, { recursive: true })
    await dropStaleParts(disk, folder)
    await refuseFull(disk, folder, atLeast)
    for await (const file of files) {
      await refuseFull(disk, folder, file.bytes.length)
      const part = join(folder, `xuexuan-${randomBytes(6).toString('hex')}.part`)
      parts.push({ part, path: '', name: '', bytes: 0, sha256: '' })
      parts[parts.length - 1] = await writePart(disk, folder, part, file)
    }
    const placed = await placeAll(disk, folder, parts)
    await beforeNaming?.(placed.map(writtenOf))
    for (const { part, path } of placed) {
      await patiently(() => disk.rename(part, path))
      named.push(path)
    }
    await flushFolder(disk, folder)
    return placed.map(writtenOf)
  } catch (error) {
    for (const path of [...parts.map(({ part }) => part), ...named])
      await disk.rm(path, { force: true }).catch(() => undefined) // the first failure is the one to report
    throw stickProblem(error, folder)
  }
}

async function writePart(disk: Disk, folder: string, part: string, { name, bytes }: NamedBytes): Promise<Part> {
  const file = await patiently(() => disk.open(part, 'wx'))
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if ((await hashOnDisk(disk, part)) !== sha256) throw notAsWritten(folder)
  return { part, path: '', name, bytes: bytes.length, sha256 }
}

async function hashOnDisk(disk: Disk, path: string): Promise<string> {
  const file = await patiently(() => disk.open(path, 'r'))
  try {
    const hash = createHash('sha256')
    for await (const piece of file.createReadStream({ highWaterMark: 1 << 20, autoClose: false }))
      hash.update(piece as Uint8Array)
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

/** A free name for each: `a.ghb`, or `a (2).ghb` when that is taken. An earlier bundle may be the only copy there is. */
async function placeAll(disk: Disk, folder: string, parts: readonly Part[]): Promise<Part[]> {
  const taken = new Set((await disk.readdir(folder)).map((name) => name.toLowerCase()))
  return parts.map((part) => {
    const { name: stem, ext } = parse(part.name)
    let name = part.name
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} (${number})${ext}`
    taken.add(name.toLowerCase())
    return { ...part, name, path: join(folder, name) }
  })
}

function writtenOf({ name, path, bytes, sha256 }: Part): WrittenFile {
  return { name, path, bytes, sha256 }
}

async function refuseFull(disk: Disk, folder: string, needed: number): Promise<void> {
  if (needed >= fatLimit && (await isFat(disk, folder))) throw tooLargeForFat(folder)
  const { bavail, bsize } = await disk.statfs(folder)
  const free = bavail * bsize
  // Some network folders know of no space at all and say 0 blocks of 0.
  if (bsize > 0 && free < needed + reserve) throw tooLittleSpace(folder, needed + reserve, free)
}

/** By the magic number of Linux; elsewhere the system says EFBIG or that it is full. */
async function isFat(disk: Disk, folder: string): Promise<boolean> {
  return (await disk.statfs(folder)).type === 0x4d44
}

async function dropStaleParts(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.readdir(folder)) {
    if (!partName.test(name)) continue
    const path = join(folder, name)
    const { mtimeMs } = await disk.stat(path)
    if (Date.now() - mtimeMs > staleAfter) await disk.rm(path, { force: true })
  }
}

/** So that the names outlive a pulled stick. Windows opens no folder; it writes names through by itself. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
