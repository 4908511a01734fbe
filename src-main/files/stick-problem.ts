/** Why files did not get onto a stick or into a folder (写盘失败), in one sentence each. */
import { Problem } from '../../src-shared/problems.ts'

const untouched = '，没有写出任何文件'

/** @param folder as the person chose it; what is no failure of the disk comes back as it is */
export function stickProblem(error: unknown, folder: string): unknown {
  const problem = (kind: 'DISK_FULL' | 'FILE_UNWRITABLE', sentence: string) =>
    new Problem(kind, sentence, { cause: error })
  const code = (error as NodeJS.ErrnoException).code
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('DISK_FULL', `“${folder}”空间不够${untouched}，请清理空间或换一个U盘再导出。`)
    case 'EFBIG':
      return tooLargeForFat(folder)
    case 'EROFS':
      return problem('FILE_UNWRITABLE', `“${folder}”是只读的${untouched}，请打开U盘的写保护开关或换一个位置再导出。`)
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'ETXTBSY':
      return problem(
        'FILE_UNWRITABLE',
        `“${folder}”不让写入${untouched}，可能没有权限或被杀毒软件拦住，请放行后再试，或换一个位置导出。`,
      )
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
      return problem('FILE_UNWRITABLE', `写的时候找不到“${folder}”了，U盘可能已被拔出，请插好后重新导出。`)
    case 'ENOENT':
      return problem(
        'FILE_UNWRITABLE',
        `写的时候找不到“${folder}”里的文件了，可能U盘已被拔出或文件被杀毒软件拿走，请检查后重新导出。`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return problem('FILE_UNWRITABLE', `“${folder}”不是文件夹，请换一个位置再导出。`)
    case 'ENAMETOOLONG':
      return problem('FILE_UNWRITABLE', `“${folder}”的路径太长${untouched}，请换一个名字短、层数少的文件夹再导出。`)
    default:
      return /^E[A-Z]+$/.test(code ?? '')
        ? problem('FILE_UNWRITABLE', `写入“${folder}”时出错（${code}）${untouched}，请换一个位置再导出。`)
        : error
  }
}

/** FAT32 holds files below 4 GB only. */
export function tooLargeForFat(folder: string): Problem {
  return new Problem(
    'FILE_UNWRITABLE',
    `“${folder}”放不下4GB以上的单个文件（U盘可能是FAT32格式），请选择分卷大小后再导出。`,
  )
}

/** @param needed and @param free in bytes */
export function tooLittleSpace(folder: string, needed: number, free: number): Problem {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 1 : 0)
  return new Problem(
    'DISK_FULL',
    `“${folder}”只剩${megabytes(free)}MB，需要${megabytes(needed)}MB${untouched}，请清理空间或换一个U盘再导出。`,
  )
}

export function notAsWritten(folder: string): Problem {
  return new Problem(
    'FILE_UNWRITABLE',
    `写入“${folder}”的内容读回来核对不上${untouched}，U盘可能已损坏，请换一个再导出。`,
  )
}
