/** Whether a disk can hold a backup (磁盘够不够), asked before anything is written to it. */
import { statfs } from 'node:fs/promises'
import { Problem } from '../../src-shared/problems.ts'

export type DiskFacts = {
  /** Bytes; null where the disk does not tell, as some network folders. */
  readonly free: number | null
  readonly isFat: boolean
}

/** Magic number of FAT on Linux; elsewhere the system itself says that a file is too large. */
const fat = 0x4d44
const fatLimit = 4 * 1024 ** 3
/** Left free, for the note and the rounding up to clusters. */
const reserve = 256 * 1024

export async function diskFacts(folder: string): Promise<DiskFacts> {
  const facts = await statfs(folder).catch(() => null)
  if (facts === null || facts.blocks === 0) return { free: null, isFat: facts?.type === fat }
  return { free: facts.bavail * facts.bsize, isFat: facts.type === fat }
}

/** @param needed bytes of the ledger @throws Problem DISK_FULL, FILE_UNWRITABLE */
export function refuseSmallDisk(folder: string, { free, isFat }: DiskFacts, needed: number): void {
  if (isFat && needed >= fatLimit)
    throw new Problem(
      'FILE_UNWRITABLE',
      `台账超过4GB，“${folder}”所在的U盘是FAT32格式，放不下这么大的文件；请换用exFAT或NTFS格式的U盘，或改设一个位置。`,
    )
  if (free !== null && free < needed + reserve)
    throw new Problem(
      'DISK_FULL',
      `“${folder}”只剩${megabytes(free)}MB，备份需要${megabytes(needed + reserve)}MB，没有备份；请清理空间，或换一个U盘、改设一个位置。`,
    )
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0)
}
