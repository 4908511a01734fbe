/**
 * Sealing and opening bundles, per MB of rows: hashes, signatures and encryption against packing and unpacking the same
 * bytes alone; and telling that a line has one reading only, against parsing it.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { linesOf } from '../../src-main/sync/data-lines.ts'
import { openVolume } from '../../src-main/sync/open-bundle.ts'
import { parseStrictLine } from '../../src-main/sync/strict-json.ts'
import { makeKeys, rowsPart, sealed } from '../src-main/sync/sealed-bundle.ts'
import { type Comparison, compare } from './measure.ts'

const megabyte = 1024 * 1024
/** A part is about 4 MB, as an export writes it. */
const rowsPerPart = 15_000

/** @param sizes in MB of rows */
export async function benchBundles(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const [from, to] = [await makeKeys(), await makeKeys()]
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const parts: ReturnType<typeof rowsPart>[] = []
    for (let bytes = 0; bytes < size * megabyte; bytes += parts.at(-1)?.bytes.length ?? 0)
      parts.push(rowsPart(rowsPerPart, parts.length + 1))
    const packed = parts.map(({ bytes }) => deflateRawSync(bytes))
    const [volume] = await sealed(from, [to.recipient], { parts })
    const file = volume?.bytes ?? Buffer.alloc(0)
    const opened = await openVolume(file, [to.identity])
    const lines: string[] = []
    for (const part of opened.parts) for (const line of await linesOf(part)) lines.push(line)
    const besides = 'hashes, signatures, encryption'
    comparisons.push(
      await compare(
        'sealing, MB',
        {
          ours: () => sealed(from, [to.recipient], { parts }),
          bare: () => parts.map(({ bytes }) => deflateRawSync(bytes)),
        },
        { size, aim: 1.5, runs, besides },
      ),
      await compare(
        'opening, MB',
        {
          ours: async () => {
            for (const part of (await openVolume(file, [to.identity])).parts) await part.read()
          },
          bare: () => packed.map((bytes) => inflateRawSync(bytes)),
        },
        { size, aim: 3, runs, besides },
      ),
      await compare(
        'strict lines, MB',
        {
          ours: () => {
            for (const line of lines) parseStrictLine(line)
          },
          bare: () => {
            for (const line of lines) JSON.parse(line)
          },
        },
        { size, aim: 3, runs, besides: 'writing each line anew' },
      ),
    )
  }
  return comparisons
}
