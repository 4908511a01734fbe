/** What bundles lie on a stick or in a folder (归卷): which are complete, double, for somebody else, or not to be read. */
import { open } from 'node:fs/promises'
import type { ScannedBundles } from '../../src-shared/bundles.ts'
import { envelopeReach } from './read-envelope.ts'
import { isRepairVolume } from './repair-volume.ts'
import { scanFolder } from './scan-folder.ts'
import { sortVolumes, type VolumeFile } from './sort-volumes.ts'

type FoundFile = VolumeFile & { readonly path: string }

/**
 * Reads the beginnings of the files only, and writes nothing there.
 * @throws Problem FILE_UNREADABLE when the folder cannot be read
 */
export async function scanBundles(officeId: string, folder: string): Promise<ScannedBundles> {
  const { paths, isCut } = await scanFolder(folder)
  const files: FoundFile[] = []
  const repairs: { path: string }[] = []
  const unreadable: { path: string; words: string }[] = []
  for (const path of paths) {
    const found = await startOf(path).catch(() => null)
    if (found && isRepairVolume(found.start)) repairs.push({ path })
    else if (found) files.push({ name: path, path, ...found })
    else unreadable.push({ path, words: '这个文件读不出来，请重新拷贝后再试。' })
  }
  const { bundles, duplicates, foreign, refused } = sortVolumes(files, officeId)
  return {
    bundles: bundles.map(({ envelope, volumes, sentence }) => ({
      envelope,
      volumes: volumes.map(({ number, file }) => ({ number, path: file.path })),
      missing: sentence,
    })),
    duplicates: duplicates.map(({ file, of }) => ({ path: file.path, of: of.path })),
    foreign: foreign.map(({ file, sentence }) => ({ path: file.path, words: sentence })),
    refused: [...refused.map(({ file, sentence }) => ({ path: file.path, words: sentence })), ...unreadable],
    repairs,
    isCut,
  }
}

async function startOf(path: string): Promise<{ start: Buffer; isWhole: boolean }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, envelopeReach)), 0)
    return { start: buffer.subarray(0, bytesRead), isWhole: size <= envelopeReach }
  } finally {
    await file.close()
  }
}
