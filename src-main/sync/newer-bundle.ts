/** A bundle of a later format (更新版本的包): what every later version still says in clear, so that it can be answered. */
import { z } from 'zod'
import { party } from './bundle-schemas.ts'
import { isWholeFile } from './file-frame.ts'
import { parseStrictJson } from './strict-json.ts'
import { containerVersionOf, readVolumeHead } from './volume.ts'

const newerSchema = z.looseObject({
  format: z.looseObject({ major: z.int(), minor: z.int() }),
  bundleId: z.string().max(64),
  sender: party,
  recipient: party,
})

export type NewerBundle = {
  /** As for people: `3.0`. */
  readonly version: string
  readonly bundleId: string
  readonly sender: z.output<typeof party>
  readonly recipient: z.output<typeof party>
}

/** Null for a file of a version that this program reads, and for one that is not whole. Nothing of it is verified. */
export function readNewer(file: Uint8Array): NewerBundle | null {
  if (containerVersionOf(file) < 2 || !isWholeFile(file)) return null
  try {
    const { format, ...said } = newerSchema.parse(parseStrictJson(readVolumeHead(file).envelope))
    return format.major > 2 ? { ...said, version: `${format.major}.${format.minor}` } : null
  } catch {
    return null // not what a later version promises to keep
  }
}
