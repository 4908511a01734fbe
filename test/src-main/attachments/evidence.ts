/** What the tests of evidence share: an office with one record of each kind, files by name, and what a store holds. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'

export const fileOf = (bytes: Uint8Array | string, name: string) => new File([new Uint8Array(Buffer.from(bytes))], name)

/** The SHA-256 of everything in the content store. */
export async function storedIn(dataFolder: string): Promise<string[]> {
  const names = await readdir(join(dataFolder, 'files'), { recursive: true }).catch(() => [])
  return names.flatMap((name) => /[0-9a-f]{64}$/.exec(name)?.[0] ?? []).sort()
}

export async function openWithStudy() {
  const app = await openTestApp()
  const { ids } = await app.api.studies.add([study()])
  const record = { recordKind: 'study', recordId: ids[0] ?? '' } as const
  return { ...app, record }
}
