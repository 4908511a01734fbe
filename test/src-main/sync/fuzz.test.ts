/** The reader against mutated bundles: 3,000 in `npm test`, as many as FUZZ_MUTANTS says by night. */
import { expect, test } from 'vitest'
import { parseRowLine } from '../../../src-main/merge/row-state.ts'
import { linesOf } from '../../../src-main/sync/data-lines.ts'
import { readNewer } from '../../../src-main/sync/newer-bundle.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { envelopeReach } from '../../../src-main/sync/read-envelope.ts'
import { sortVolumes } from '../../../src-main/sync/sort-volumes.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { mutant } from './mutate.ts'
import { makeKeys, photo, rowsPart, sealed } from './sealed-bundle.ts'

const count = Number(process.env.FUZZ_MUTANTS ?? 3000)
/** Another night, other mutants. */
const firstSeed = Number(process.env.FUZZ_SEED ?? 1)

/** Everything that a receiver does with a file before it believes a row of it. */
async function readThrough(file: Buffer, identity: string): Promise<void> {
  sortVolumes([{ name: '甲.ghb', start: file.subarray(0, envelopeReach) }], null)
  readNewer(file)
  const { parts, attachments } = await openVolume(file, [identity])
  for (const part of parts) for (const line of await linesOf(part)) parseRowLine(line)
  for (const attachment of attachments) await attachment.read()
}

test(`${count} mutated bundles are read or refused in a sentence, each in less than a second and in bounded memory`, async () => {
  const [from, to] = [await makeKeys(), await makeKeys()]
  const content = { parts: [rowsPart(30), rowsPart(2, 2)], attachments: [photo('a', 3000), photo('b', 50)] }
  const [volume] = await sealed(from, [to.recipient], content)
  const file = Buffer.from(volume?.bytes ?? [])
  await readThrough(file, to.identity)
  const outcomes = { read: 0, refused: 0 }
  const before = process.memoryUsage().rss
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const mutated = await mutant(file, seed, { from, to })
    const started = process.cpuUsage()
    const error = await readThrough(mutated, to.identity).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    const { user, system } = process.cpuUsage(started)
    const isExpected =
      error === null || (error instanceof Problem && /^[^A-Za-z]*[\u4e00-\u9fff].*。$/su.test(error.message))
    if (!isExpected) throw new Error(`mutant ${seed}`, { cause: error })
    if (user + system > 1_000_000) throw new Error(`mutant ${seed} took ${(user + system) / 1000} ms`, { cause: error })
    outcomes[error === null ? 'read' : 'refused'] += 1
  }
  // Some change nothing that matters, such as a new member; were all of them refused, nothing would be reached.
  expect(outcomes.read).toBeGreaterThan(0)
  expect(outcomes.refused).toBeGreaterThan(count / 2)
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
}, 3_600_000)
