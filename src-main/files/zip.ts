/** Zip archives (压缩包), in memory; the only file that knows the zip library. */
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { Problem } from '../../src-shared/problems.ts'

/** File names and their bytes. */
export type ZipEntries = Readonly<Record<string, Uint8Array>>

/** What a foreign archive may hold when unpacked. */
export type ZipLimits = { readonly entries: number; readonly bytes: number }

/** Begins with an entry; `PK` alone may begin a text. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** All entries of an archive that we made ourselves; a foreign one needs limits first. */
export function readZip(bytes: Uint8Array): ZipEntries {
  return unzipSync(bytes)
}

/**
 * All entries of an archive from elsewhere. Sizes are added up from the directory before anything is unpacked, and no
 * entry unpacks to more than the directory says.
 * @throws Problem FILE_UNREADABLE: no archive, cut off, more than the limits, names that lead elsewhere or come twice
 */
export function readForeignZip(bytes: Uint8Array, limits: ZipLimits): ZipEntries {
  const names = new Set<string>()
  let entries = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, size: stored, originalSize }) => {
        entries += 1
        size += Math.max(originalSize, stored)
        if (entries > limits.entries || size > limits.bytes)
          throw new Problem('FILE_UNREADABLE', '文件解压后过大，可能是恶意文件，没有打开。请向来文单位另要一份。')
        // Programs differ in which of two they show, and a name that climbs is made to be written elsewhere.
        if (names.has(name) || isClimbing(name))
          throw new Problem('FILE_UNREADABLE', '文件的内部结构被人改动过，没有打开。请向来文单位另要一份。')
        names.add(name)
        return !name.endsWith('/') && name !== '__proto__'
      },
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('FILE_UNREADABLE', '文件不完整或已损坏，可能没有下载完，请重新下载或另要一份。', { cause: error })
  }
}

/** The same entries give the same bytes: every entry carries the first day that zip knows. */
export function writeZip(entries: ZipEntries): Uint8Array {
  const packed = Object.entries(entries).map(([name, bytes]): [string, Zippable[string]] => [
    name,
    // Pictures are packed already; doing it again takes long and saves nothing.
    /\.(?:png|jpe?g)$/i.test(name) ? [bytes, { level: 0 }] : bytes,
  ])
  return zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1), level: 6 })
}

/** Absolute, on a drive, or with a step upwards. */
function isClimbing(name: string): boolean {
  return /^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/iu.test(name)
}
