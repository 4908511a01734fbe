/** The content store (内容库): files of the ledger, each under the SHA-256 of its bytes, written once and never changed. */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'
import { nodeDisk } from './disk.ts'
import { hashOfFile } from './hash-of-file.ts'
import { writeFile } from './write-file.ts'

/**
 * Keeps `bytes` in the data folder and returns their SHA-256. What is there already stays; only a file that no longer
 * holds what its name says is put right.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE
 */
export async function putContent(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes)
  const path = placeOf(dataFolder, sha256)
  const kept = await readFile(path).catch(() => undefined)
  if (kept && hashOf(kept) === sha256) return sha256
  await nodeDisk.mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new Problem('FILE_UNWRITABLE', `文件夹“${dirname(path)}”无法建立，请检查权限和磁盘空间后再试。`, { cause })
  })
  await writeFile(path, bytes, { mode: 0o600 })
  return sha256
}

/** @throws Problem NOT_FOUND when it is not there, FILE_UNREADABLE when it no longer holds what its name says */
export async function getContent(dataFolder: string, sha256: string): Promise<Uint8Array> {
  const path = placeOf(dataFolder, sha256)
  const bytes = await readFile(path).catch((cause) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Problem('NOT_FOUND', '数据文件夹里没有这个文件，可能已被移走，请重新添加。', { cause })
    throw new Problem('FILE_UNREADABLE', `文件“${path}”读不了，请检查权限和磁盘后再试。`, { cause })
  })
  if (hashOf(bytes) !== sha256)
    throw new Problem('FILE_UNREADABLE', `文件“${path}”已损坏，与存入时不一致，请重新添加。`)
  return bytes
}

/** How long the content is, by what the disk says; null when it is not there. */
export async function contentBytes(dataFolder: string, sha256: string): Promise<number | null> {
  const facts = await stat(placeOf(dataFolder, sha256)).catch(() => null)
  return facts?.size ?? null
}

function placeOf(dataFolder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`“${sha256}” is not a SHA-256`)
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What lies in the store under a name. */
export type StoredContent = {
  readonly sha256: string
  readonly bytes: number /** ISO 8601 */
  readonly keptSince: string
}

/** Everything in the store, in order of its names; what bears no name of ours is passed over. @throws Problem FILE_UNREADABLE */
export async function listContents(dataFolder: string): Promise<StoredContent[]> {
  const root = join(dataFolder, 'files')
  const contents: StoredContent[] = []
  for (const folder of (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
    for (const sha256 of (await namesIn(join(root, folder))).sort()) {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !sha256.startsWith(folder)) continue
      const facts = await stat(join(root, folder, sha256))
      contents.push({ sha256, bytes: facts.size, keptSince: facts.mtime.toISOString() })
    }
  return contents
}

/** Whether the content still is what its name says. @throws Problem FILE_UNREADABLE when the disk does not give it */
export async function isIntact(dataFolder: string, sha256: string): Promise<boolean> {
  return (await hashOfFile(placeOf(dataFolder, sha256))) === sha256
}

/** Takes content out of the store for good; the caller knows that nothing holds it. */
export async function dropContent(dataFolder: string, sha256: string): Promise<void> {
  await nodeDisk.rm(placeOf(dataFolder, sha256), { force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((cause) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Problem('FILE_UNREADABLE', `文件夹“${folder}”读不了，请检查磁盘是否完好、有没有权限。`, { cause })
  })
}
