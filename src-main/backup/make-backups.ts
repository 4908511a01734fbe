/** A backup at every place that is set (本机和第二处): each by itself, so that a stick that is full costs one of them only. */
import { stat } from 'node:fs/promises'
import type { Backup } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Job } from '../jobs.ts'
import { refuseUnfitFolder, usualBackupFolder } from './backup-folder.ts'
import { readBackupSettings } from './backup-settings.ts'
import { makeBackup } from './make-backup.ts'
import { pruneBackups } from './prune-backups.ts'
import { timesToKeep } from './retention.ts'

export type Place = { readonly name: '本机' | '第二处' | '指定的位置'; readonly folder: string }

/** Beside the data, and the second folder where one is set. */
export async function usualPlaces(dataFolder: string): Promise<Place[]> {
  const { secondFolder } = await readBackupSettings(dataFolder)
  const first: Place = { name: '本机', folder: usualBackupFolder(dataFolder) }
  return secondFolder === null ? [first] : [first, { name: '第二处', folder: secondFolder }]
}

/**
 * Into the folder given, else at the usual places; what retention no longer wants goes.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE, FILE_UNREADABLE, DATABASE_DAMAGED, INVALID_INPUT, CANCELLED; its sentence
 * tells which place has its backup all the same
 */
export async function makeBackups(
  context: CoreContext,
  input: { readonly folder?: string | undefined; readonly jobId?: string | undefined },
): Promise<Backup[]> {
  const { folder, jobId } = input
  const places =
    folder === undefined ? await usualPlaces(context.dataFolder) : [{ name: '指定的位置', folder } as const]
  return await backUpAt(context, places, jobId)
}

/** On this computer only, before something large is done: a stick that is away must not stand in its way. @throws as `makeBackups` */
export async function backUpHere(context: CoreContext): Promise<void> {
  const [here] = await usualPlaces(context.dataFolder)
  if (here) await backUpAt(context, [here], undefined)
}

/** @throws as `makeBackups` */
export async function backUpAt(
  context: CoreContext,
  places: readonly Place[],
  jobId: string | undefined,
): Promise<Backup[]> {
  return await context.jobs.run(jobId, '正在备份', async (job) => {
    const made: Backup[] = []
    const done: string[] = []
    const faults: { readonly name: string; readonly problem: Problem }[] = []
    for (const { name, folder } of places) {
      try {
        made.push(await backUpOne(context, { name, folder }, job))
        done.push(`${name}已备份好；`)
      } catch (error) {
        if (!(error instanceof Problem) || error.code === 'CANCELLED' || places.length === 1) throw error
        faults.push({ name, problem: error })
      }
    }
    const [first] = faults
    if (!first) return made
    const sentences = faults.map(({ name, problem }) => `${name}没有备份成：${problem.message}`)
    throw new Problem(first.problem.code, [...done, ...sentences].join(''), { cause: first.problem })
  })
}

async function backUpOne(context: CoreContext, { name, folder }: Place, job: Job): Promise<Backup> {
  refuseUnfitFolder(context.dataFolder, folder)
  if (name === '第二处') await refuseAbsent(folder)
  const backup = await makeBackup(context, folder, job)
  // An old one that another program holds open stays until the next time.
  await pruneBackups(folder, context.replica, timesToKeep).catch(() => undefined)
  return backup
}

/**
 * Made anew where a stick is missing, the folder would lie on this disk, beside the first one.
 * @throws Problem FILE_UNWRITABLE
 */
async function refuseAbsent(folder: string): Promise<void> {
  if (!(await isThere(folder)))
    throw new Problem('FILE_UNWRITABLE', `备份文件夹“${folder}”不在，请插好U盘或磁盘后再试，或改设一个位置。`)
}

export async function isThere(folder: string): Promise<boolean> {
  const facts = await stat(folder).catch(() => null)
  return facts?.isDirectory() ?? false
}
