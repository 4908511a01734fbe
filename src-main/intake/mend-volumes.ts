/** Volumes that a repair volume beside them brings back (用修复卷补卷): of each bundle one that is lost or damaged. */
import type { Kysely } from 'kysely'
import type { StagedFile } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { getContent } from '../files/content-store.ts'
import { sha256 } from '../sync/ed25519.ts'
import { isRepairVolume, mendVolume, type RepairVolume, readRepairVolume } from '../sync/repair-volume.ts'
import { volumeLimits } from '../sync/volume.ts'
import { note } from './journal.ts'

type Mended = {
  /** The given files without repair volumes, then those that were brought back. */
  readonly files: readonly File[]
  /** What became of each repair volume. */
  readonly staged: readonly StagedFile[]
}

/** Looks for the other volumes among the files and in the archive. What ails a repair volume stops nothing else. */
export async function mendVolumes(
  context: CoreContext,
  given: readonly File[],
  read: (file: File) => Promise<Uint8Array>,
): Promise<Mended> {
  const { db, dataFolder } = context
  const repairs: File[] = []
  const files: File[] = []
  for (const file of given) ((await isRepair(file)) ? repairs : files).push(file)
  if (repairs.length === 0) return { files, staged: [] }
  const here = await byContent(files, read)
  const bytesOf = async (sha: string) => {
    const file = here.get(sha)
    return file ? await read(file) : await getContent(dataFolder, sha)
  }
  const staged: StagedFile[] = []
  for (const file of repairs) {
    const told = { fileName: file.name, sender: '', bundleId: null, code: null }
    try {
      const repair = readRepairVolume(await read(file))
      const lacking = await lackingOf(repair, async (sha) => here.has(sha) || (await isArchived(db, sha)))
      const [number] = lacking
      if (number === undefined) staged.push({ ...told, outcome: '已有', words: '各卷都完好，用不上修复卷。' })
      else {
        files.push(await mended(repair, number, bytesOf))
        staged.push({ ...told, outcome: '已收', words: `用修复卷补回了第${number}卷。` })
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { code, message: words } = error
      await note(context, { action: '拒收', fileName: file.name, words })
      staged.push({ ...told, outcome: '拒收', words, code })
    }
  }
  return { files, staged }
}

async function isRepair(file: File): Promise<boolean> {
  // What cannot be read is told when the file's turn comes.
  const start = await file
    .slice(0, 8)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  return isRepairVolume(new Uint8Array(start)) && file.size <= volumeLimits.file + 1024 * 1024
}

async function byContent(
  files: readonly File[],
  read: (file: File) => Promise<Uint8Array>,
): Promise<Map<string, File>> {
  const here = new Map<string, File>()
  for (const file of files) {
    const bytes = await read(file).catch(() => null)
    if (bytes) here.set(sha256(bytes), file)
  }
  return here
}

/** Of a bundle that was taken out of the list the content may still lie in the store. */
async function isArchived(db: Kysely<Tables>, sha: string): Promise<boolean> {
  const row = await db.selectFrom('archivedVolume').select('bundleId').where('sha256', '=', sha).executeTakeFirst()
  return row !== undefined
}

/** Numbers of the volumes that are neither here nor in the archive: none or one. @throws Problem BUNDLE_INVALID for more */
async function lackingOf({ volumes }: RepairVolume, isHere: (sha: string) => Promise<boolean>): Promise<number[]> {
  const lacking: number[] = []
  for (const [index, volume] of volumes.entries()) if (!(await isHere(volume.sha256))) lacking.push(index + 1)
  if (lacking.length > 1)
    throw new Problem(
      'BUNDLE_INVALID',
      `缺了或坏了第${lacking.join('、')}卷，修复卷只能补回一卷，请报送单位重新发送，补齐到只差一卷后连同修复卷再导入。`,
    )
  return lacking
}

async function mended(
  repair: RepairVolume,
  number: number,
  bytesOf: (sha: string) => Promise<Uint8Array>,
): Promise<File> {
  const lacking = repair.volumes[number - 1]
  if (!lacking) throw new RangeError('a volume has a number of its bundle')
  async function* others() {
    for (const volume of repair.volumes) if (volume !== lacking) yield await bytesOf(volume.sha256)
  }
  return new File([new Uint8Array(await mendVolume(repair, lacking, others()))], lacking.name)
}
