/** Settings of backups (备份设置), in a file beside the ledger: a ledger that is put back must not bring old ones along. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupSettings, Backups } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import { writeFile } from '../files/write-file.ts'
import {
  asideFolderName,
  isWithin,
  listFolder,
  makeFolder,
  refuseUnfitFolder,
  usualBackupFolder,
} from './backup-folder.ts'

const fileName = 'backup-settings.json'
const schema = z.object({ secondFolder: z.string().nullable().catch(null), isAutomatic: z.boolean().catch(true) })

export async function readBackupSettings(dataFolder: string): Promise<BackupSettings> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch(() => '{}')
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return schema.parse({})
  }
}

/** The second folder is made here and only here. @throws Problem FILE_UNWRITABLE, INVALID_INPUT for one that is unfit */
export async function setBackupSettings(dataFolder: string, settings: BackupSettings): Promise<BackupSettings> {
  const { secondFolder } = settings
  if (secondFolder !== null) {
    refuseUnfitFolder(dataFolder, secondFolder)
    if (isWithin(usualBackupFolder(dataFolder), secondFolder))
      throw new Problem('INVALID_INPUT', '本机已经备份到这个文件夹，请选另一块磁盘或U盘上的文件夹。')
    await makeFolder(secondFolder)
  }
  await writeFile(join(dataFolder, fileName), Buffer.from(JSON.stringify(settings)), { mode: 0o600 })
  return settings
}

/** Everything that can be put back. */
export async function listBackups(dataFolder: string): Promise<Backups> {
  const settings = await readBackupSettings(dataFolder)
  const folder = usualBackupFolder(dataFolder)
  const first = [...(await listFolder(folder)), ...(await listFolder(join(dataFolder, asideFolderName)))]
  const { secondFolder } = settings
  const secondFault = secondFolder === null ? null : await faultOf(secondFolder)
  const second = secondFolder === null || secondFault !== null ? [] : await listFolder(secondFolder)
  const backups = [...first, ...second].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return { settings, folder, backups, secondFault }
}

async function faultOf(secondFolder: string): Promise<string | null> {
  try {
    await readdir(secondFolder)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? `第二处“${secondFolder}”现在不在，备份只放在本机；请插好U盘或磁盘。`
      : `第二处“${secondFolder}”读不了，请检查磁盘是否完好、有没有权限。`
  }
}
