/** What writing asks of the disk (磁盘): node's own, or one that fails where a test says. */
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { faultPoint, isWatched } from '../fault-points.ts'

export const nodeDisk = {
  readdir,
  stat,
  statfs,
  mkdir: passing('mkdir', mkdir),
  rename: passing('rename', rename),
  rm: passing('rm', rm),
  open: passing('open', async (...given: Parameters<typeof open>) => {
    const file = await open(...given)
    return isWatched() ? watched(file) : file
  }),
} as const
export type Disk = Pick<typeof nodeDisk, keyof typeof nodeDisk>

function passing<Given extends unknown[], Result>(step: string, work: (...given: Given) => Result) {
  return (...given: Given): Result => {
    faultPoint(step)
    return work(...given)
  }
}

/** A file that also passes a point when half of it is written, which is where a power cut leaves a torn one. */
function watched(file: FileHandle): FileHandle {
  const sync = file.sync.bind(file)
  return Object.assign(file, {
    async writeFile(bytes: Uint8Array) {
      const half = bytes.length >> 1
      faultPoint('write')
      await file.write(bytes, 0, half, 0)
      faultPoint('write the rest')
      await file.write(bytes, half, bytes.length - half, half)
    },
    async sync() {
      faultPoint('flush')
      await sync()
    },
  })
}
