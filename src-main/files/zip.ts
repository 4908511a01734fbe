/** Zip archives (压缩包), in memory; the only file that knows the zip library. */
import { unzipSync, zipSync } from 'fflate'
import { Problem } from '../../src-shared/problems.ts'

/** File names and their bytes. */
export type ZipEntries = Readonly<Record<string, Uint8Array>>

/** What a foreign archive may hold when unpacked. */
export type ZipLimits = { readonly entries: number; readonly bytes: number }

/** All entries of an archive that we made ourselves; a foreign one needs limits first. */
export function readZip(bytes: Uint8Array): ZipEntries {
  return unzipSync(bytes)
}

/**
 * All entries of an archive from elsewhere. Sizes are added up from the directory before anything is unpacked, and no
 * entry unpacks to more than the directory says.
 * @throws Problem FILE_UNREADABLE: no archive, cut off, or more than the limits
 */
export function readForeignZip(bytes: Uint8Array, limits: ZipLimits): ZipEntries {
  let entries = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        entries += 1
        size += Math.max(file.originalSize, file.size)
        if (entries > limits.entries || size > limits.bytes)
          throw new Problem('FILE_UNREADABLE', '文件解压后过大，可能是恶意文件，没有打开。请向来文单位另要一份。')
        return !file.name.endsWith('/') && file.name !== '__proto__'
      },
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('FILE_UNREADABLE', '文件不完整或已损坏，可能没有下载完，请重新下载或另要一份。', { cause: error })
  }
}

/** The same entries give the same bytes: every entry carries the first day that zip knows. */
export function writeZip(entries: ZipEntries): Uint8Array {
  return zipSync({ ...entries }, { mtime: new Date(1980, 0, 1), level: 6 })
}
