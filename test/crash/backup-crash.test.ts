import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFolder, readNote } from '../../src-main/backup/backup-folder.ts'
import { putContent } from '../../src-main/files/content-store.ts'
import { hashOfFile } from '../../src-main/files/hash-of-file.ts'
import { makeTestFolder } from '../open-test-app.ts'
import { study, union } from '../sample-records.ts'
import { mountDisk } from './mount-disk.ts'
import { killAtPoints, type World, worldAt } from './world.ts'

const minutes = 60_000
/** `XUEXUAN_ALL_POINTS` tries every one. */
const all = process.env.XUEXUAN_ALL_POINTS ? Number.POSITIVE_INFINITY : undefined

/** `at` is a folder of the disk on which everything is to lie. */
async function newWorld(at: string): Promise<World> {
  const world = worldAt(join(at, 'world'))
  await mkdir(world.stick, { recursive: true })
  const { api, close } = await world.open()
  await api.unions.add([union()])
  await api.studies.add([study({ topic: '第一次' })])
  await putContent(world.dataFolder, Buffer.from('一张照片'.repeat(50_000)))
  await api.backups.make({ folder: world.stick })
  await api.studies.add([study({ topic: '第二次' })])
  await close()
  return world
}

/** The ledger opens, is sound, and holds these studies. */
async function topicsOf(world: World, step: string): Promise<string> {
  const { api, close } = await world.open()
  try {
    expect((await api.backups.verify({})).faults, step).toEqual([])
    return (await api.studies.list({})).rows
      .map(({ topic }) => topic)
      .toSorted()
      .join('、')
  } finally {
    await close()
  }
}

/** Whatever is listed is whole. */
async function expectSoundBackups(folder: string, step: string): Promise<number> {
  const backups = await listFolder(folder)
  for (const { path } of backups) expect(await hashOfFile(path), step).toBe((await readNote(path))?.sha256)
  return backups.length
}

for (const kind of ['ext4 or whatever the machine has', 'exfat', 'ntfs'] as const) {
  const isOwn = kind !== 'exfat' && kind !== 'ntfs'
  const most = all ?? (isOwn ? 10 : 4)
  const diskOf = async () => (isOwn ? { folder: await makeTestFolder() } : await mountDisk(kind, 96))

  test(`T19: killed at any point, a backup is there whole or not at all, and the ledger is as it was; on ${kind}`, {
    timeout: 10 * minutes,
  }, async ({ skip }) => {
    const disk = await diskOf()
    if (typeof disk === 'string') return skip(disk)
    const world = await newWorld(disk.folder)
    const counts = new Set<number>()
    const killed = await killAtPoints(
      world,
      { name: 'backup', input: { folder: world.stick } },
      {
        most,
        async check(step) {
          expect(await topicsOf(world, step)).toBe('第一次、第二次')
          counts.add(await expectSoundBackups(world.stick, step))
          // The remains stand in nobody's way.
          const { api, close } = await world.open()
          await api.backups.make({ folder: world.stick })
          await close()
          await expectSoundBackups(world.stick, step)
        },
      },
    )
    expect(killed).toBeGreaterThanOrEqual(4)
    // At the last point it is finished and has only not said so yet.
    expect(counts).toEqual(new Set([1, 2]))
  })

  test(`T19: killed at any point, a restore leaves the ledger of before or that of the backup, the former aside; on ${kind}`, {
    timeout: 10 * minutes,
  }, async ({ skip }) => {
    const disk = await diskOf()
    if (typeof disk === 'string') return skip(disk)
    const world = await newWorld(disk.folder)
    const [backup] = await listFolder(world.stick)
    const found = new Set<string>()
    const killed = await killAtPoints(
      world,
      { name: 'restore', input: { file: backup?.path } },
      {
        most: most * 1.5,
        async check(step) {
          const topics = await topicsOf(world, step)
          found.add(topics)
          const kept = await expectSoundBackups(join(world.dataFolder, '恢复前'), step)
          if (topics === '第一次') expect(kept, step).toBe(1)
          expect(
            (await readdir(world.dataFolder)).filter((name) => name.includes('.part')),
            step,
          ).toEqual([])
          const { api, close } = await world.open()
          await api.backups.restore({ file: backup?.path ?? '' })
          expect((await api.studies.list({})).total, step).toBe(1)
          await close()
        },
      },
    )
    expect(killed).toBeGreaterThanOrEqual(6)
    expect(found).toEqual(new Set(['第一次、第二次', '第一次']))
  })
}
