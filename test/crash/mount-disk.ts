/** Disks of other kinds (U盘、别的文件系统): small images that are mounted for a test where the machine allows it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { makeTestFolder } from '../open-test-app.ts'

export type DiskKind = 'tmpfs' | 'fat32' | 'exfat' | 'ntfs'

/** Gone when the test ends; or why this machine cannot have one. */
export async function mountDisk(kind: DiskKind, megabytes: number): Promise<{ readonly folder: string } | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root of a Linux machine may mount'
  const root = await makeTestFolder()
  const folder = join(root, 'disk')
  await mkdir(folder)
  if (kind === 'tmpfs')
    return tried('tmpfs', folder, ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  const image = join(root, 'image')
  await writeFile(image, '')
  await truncate(image, megabytes << 20)
  const [make, ...how] = makers[kind]
  if (!run(make, ...how, image)) return `no ${make}`
  if (kind === 'fat32') return tried('vfat in the kernel', folder, ['mount', '-o', 'loop,utf8', image, folder])
  if (kind === 'ntfs') return tried('ntfs-3g, or no FUSE', folder, ['ntfs-3g', image, folder])
  const device = spawnSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).stdout?.trim()
  if (!device) return 'no loop device'
  onTestFinished(() => void run('losetup', '-d', device))
  return tried('exfat-fuse, or no FUSE', folder, ['mount.exfat-fuse', device, folder])
}

const makers = {
  fat32: ['mkfs.vfat', '-F', '32'],
  exfat: ['mkfs.exfat'],
  ntfs: ['mkfs.ntfs', '-F', '-q'],
} as const

/** Unmounted before what it lies on is taken away: what is asked for last is done first. */
function tried(what: string, folder: string, [program = '', ...args]: readonly string[]) {
  if (!run(program, ...args)) return `no ${what}`
  onTestFinished(() => void run('umount', folder))
  return { folder }
}

function run(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** A stick that can be pulled (拔U盘): its file system is a process of ours, and pulling it is the end of that. */
export async function mountStickToPull(): Promise<{ readonly folder: string; readonly pull: () => void } | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root of a Linux machine may mount'
  const root = await makeTestFolder()
  const [image, folder] = [join(root, 'image'), join(root, 'stick')]
  await mkdir(folder)
  await writeFile(image, '')
  await truncate(image, 32 << 20)
  if (!run('mkfs.ntfs', '-F', '-q', image)) return 'no mkfs.ntfs'
  const driver = spawn('ntfs-3g', ['-o', 'no_detach', image, folder], { stdio: 'ignore' })
  onTestFinished(() => {
    driver.kill('SIGKILL')
    run('umount', '-l', folder)
  })
  const isMounted = async () => (await readFile('/proc/self/mounts', 'utf8')).includes(` ${folder} `)
  for (let turn = 0; turn < 50 && !(await isMounted()); turn += 1) await setTimeout(100)
  if (!(await isMounted())) return 'no ntfs-3g, or no FUSE'
  const pull = () => {
    driver.kill('SIGKILL')
    // The system notices a moment later; nothing else may happen before.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
  return { folder, pull }
}
