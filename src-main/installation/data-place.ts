/** The place of the data folder, looked at before it is opened (数据文件夹的位置). */
import { readFileSync } from 'node:fs'
import { Problem } from '../../src-shared/problems.ts'
import { realPath } from '../files/real-path.ts'
import { type FolderKind, folderKind, readMounts } from './folder-kind.ts'

/** null for a place on a disk of this computer. */
export function placeOf(dataFolder: string): FolderKind | null {
  return folderKind(realPath(dataFolder), mounts())
}

/** @throws Problem DATA_FOLDER_SHARED; nothing is made there */
export function refuseShare(dataFolder: string): void {
  const place = placeOf(dataFolder)
  if (place?.kind !== 'network') return
  throw new Problem(
    'DATA_FOLDER_SHARED',
    `数据文件夹“${dataFolder}”在网络共享位置（${place.name}）上，那里锁不住文件，台账会损坏，没有打开。` +
      '请把整个文件夹复制到本机磁盘再打开（用 --data 或环境变量 XUEXUAN_DATA 指定位置）；两台电脑合用请用“交换”，备份可以放在共享位置上。',
  )
}

function mounts() {
  if (process.platform !== 'linux') return []
  try {
    return readMounts(readFileSync('/proc/self/mounts', 'utf8'))
  } catch {
    return [] // a system that does not tell
  }
}
