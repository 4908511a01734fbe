/** A real core on a temporary folder with a fixed clock and counted ids, called in process. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { type CoreOptions, clientOf, openCore } from '../src-main/core.ts'

/** Saturday afternoon in the office. */
export const testNow = new Date('2026-11-21T14:30:00+08:00')

/** Opens a core that is closed, and its folder removed, when the test ends. */
export async function openTestApp(options: Partial<CoreOptions> = {}) {
  const dataFolder = options.dataFolder ?? (await makeTestFolder())
  const core = await openCore({
    host: { shell: 'cli' },
    clock: () => testNow,
    newId: countedIds(),
    stateFolder: options.stateFolder ?? (await makeTestFolder()),
    ...options,
    dataFolder,
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await core.close()
    isOpen = false
  }
  onTestFinished(close)
  return { api: clientOf(core), context: core.context, dataFolder, close }
}

/** A folder that is removed when the test ends. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xuexuan-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** UUIDv7s that are the same in every run; those of another `seed` are others. */
export function countedIds(seed = 7): () => string {
  let seq = 0
  return () => {
    seq += 1
    return uuidv7({ msecs: testNow.getTime(), seq, random: new Uint8Array(16).fill(seed) })
  }
}
