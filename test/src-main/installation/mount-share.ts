/** A file system that calls itself a network share: a FAT image mounted through FUSE under the type of sshfs. */
import { spawnSync } from 'node:child_process'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeTestFolder } from '../../open-test-app.ts'

const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' })

/** Gone when the test ends; or why this machine cannot have one. */
export async function mountShare(): Promise<{ readonly folder: string } | string> {
  const root = await makeTestFolder()
  const [image, folder] = [join(root, 'image'), join(root, 'share')]
  await mkdir(folder)
  await writeFile(image, '')
  await truncate(image, 34 << 20)
  if (run('mkfs.vfat', '-F', '32', image).status !== 0) return 'no mkfs.vfat (dosfstools)'
  if (run('fusefat', '-o', 'rw+', '-o', 'subtype=sshfs', image, folder).status !== 0) return 'no fusefat, or no FUSE'
  onTestFinished(() => void run('fusermount', '-u', folder))
  return { folder }
}
