/** Where --out lets a file be saved (保存位置): a file as named, or a free name in a folder. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'

/** @throws Problem FILE_UNWRITABLE */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new Problem('FILE_UNWRITABLE', `文件夹“${folder}”无法建立，请换一个位置再试。`, { cause })
  }
}

/** `a.ghb`, or `a (2).ghb` when that is taken: an earlier bundle may be the only copy there is. */
export function freePath(folder: string, name: string): string {
  const { name: stem, ext } = parse(name)
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`)
    if (!existsSync(path)) return path
  }
}
