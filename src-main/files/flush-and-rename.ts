/** The last step of a file that was written piece by piece beside its place: to the disk, then under its name. */
import { open, rename } from 'node:fs/promises'

export async function flushAndRename(part: string, path: string): Promise<void> {
  const file = await open(part, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}
