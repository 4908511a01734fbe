/** The SHA-256 of a file on the disk (文件指纹), read piece by piece: files may be larger than memory should hold. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Problem } from '../../src-shared/problems.ts'

/** Lower-case hex. @throws Problem FILE_UNREADABLE when the disk does not give it */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Uint8Array)
  } catch (cause) {
    throw new Problem('FILE_UNREADABLE', `文件“${path}”读不了，请检查权限和磁盘后再试。`, { cause })
  }
  return hash.digest('hex')
}
