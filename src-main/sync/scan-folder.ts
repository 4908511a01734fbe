/**
 * Finds bundle files on a stick or in a folder (查找上报包): reads, never writes; stays out of what the system keeps
 * there, and comes to an end on any folder.
 */
import type { Dirent } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'

const maxDepth = 6
const maxFiles = 2000
/** Entries looked at, of whatever kind. */
const maxEntries = 50_000

const systemFolders = new Set([
  'system volume information',
  '$recycle.bin',
  'recycler',
  'found.000',
  'lost+found',
  'node_modules',
  'windows',
  'program files',
  'program files (x86)',
])

export type ScannedFolder = {
  /** Absolute paths, by name. */
  readonly paths: readonly string[]
  /** More is there than was looked at; the folder should be chosen more narrowly. */
  readonly isCut: boolean
}

/**
 * `.ghb` files in a folder and at most six folders below. Hidden and system folders, symbolic links and unfinished
 * files (`.part`) are left out; a folder below that cannot be read is passed over.
 * @throws Problem FILE_UNREADABLE when the folder itself cannot be read
 */
export async function scanFolder(folder: string): Promise<ScannedFolder> {
  const paths: string[] = []
  let left = maxEntries
  const waiting = [{ path: folder, depth: 0 }]
  for (let at = 0; at < waiting.length && left > 0 && paths.length < maxFiles; at += 1) {
    const { path, depth } = waiting[at] as (typeof waiting)[number]
    for (const entry of await entriesOf(path, left, depth === 0)) {
      left -= 1
      if (isBundle(entry)) paths.push(join(path, entry.name))
      else if (depth < maxDepth && isOpenFolder(entry)) waiting.push({ path: join(path, entry.name), depth: depth + 1 })
    }
  }
  const isCut = left <= 0 || paths.length > maxFiles
  return { paths: paths.slice(0, maxFiles).sort(), isCut }
}

async function entriesOf(path: string, limit: number, isTop: boolean): Promise<readonly Dirent[]> {
  const entries: Dirent[] = []
  try {
    for await (const entry of await opendir(path)) {
      entries.push(entry)
      if (entries.length >= limit) break
    }
  } catch (cause) {
    if (isTop)
      throw new Problem('FILE_UNREADABLE', `文件夹“${path}”读不了，请检查U盘是否插好、文件夹是否还在。`, { cause })
  }
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
}

function isBundle(entry: Dirent): boolean {
  return entry.isFile() && /\.ghb$/i.test(entry.name) && !entry.name.startsWith('.')
}

function isOpenFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !/^[.$~]/.test(entry.name) && !systemFolders.has(entry.name.toLowerCase())
}
