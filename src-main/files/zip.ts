/** Zip archives (压缩包), in memory; the only file that knows the zip library. */
import { unzipSync, zipSync } from 'fflate'

/** File names and their bytes. */
export type ZipEntries = Readonly<Record<string, Uint8Array>>

/** All entries of an archive that we made ourselves; a foreign one needs limits first. */
export function readZip(bytes: Uint8Array): ZipEntries {
  return unzipSync(bytes)
}

/** The same entries give the same bytes: every entry carries the first day that zip knows. */
export function writeZip(entries: ZipEntries): Uint8Array {
  return zipSync({ ...entries }, { mtime: new Date(1980, 0, 1), level: 6 })
}
