/** A file named on the line, as the contract takes it (打开文件). */
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'

/** Read when it is its turn, not before: a folder of photos need not fit into memory. @throws Problem FILE_UNREADABLE */
export async function openFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path))
  } catch (cause) {
    throw new Problem('FILE_UNREADABLE', `文件“${path}”打不开，请检查路径后再试。`, { cause })
  }
}
