/** Settings of backups (备份设置), in a file beside the ledger: a ledger that is put back must not bring old ones along. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupSettings, Backups } from '../../src-shared/backups.ts'
import { Problem } from '../../src-shared/problems.ts'
import { writeFile } from '../files/write-file.ts'
import { asideFolderName, listFolder, makeFolder, usualBackupFolder } from './backup-folder.ts'

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

/** @throws Problem FILE_UNWRITABLE for a folder that cannot be written to, INVALID_INPUT for one within the data */
export async function setBackupSettings(dataFolder: string, settings: BackupSettings): Promise<BackupSettings> {
  const { secondFolder } = settings
  if (secondFolder !== null) {
    if (`${secondFolder}/`.startsWith(`${dataFolder}/`))
      throw new Problem('INVALID_INPUT', '备份不能放在数据文件夹里面，请选另一块磁盘或U盘上的文件夹。')
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
  let secondFault: string | null = null
  const second =
    settings.secondFolder === null
      ? []
      : await listFolder(settings.secondFolder).catch((error) => {
          secondFault = error instanceof Problem ? error.message : String(error)
          return []
        })
  const backups = [...first, ...second].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return { settings, folder, backups, secondFault }
}
