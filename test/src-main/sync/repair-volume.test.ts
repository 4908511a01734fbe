import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { withFooter } from '../../../src-main/sync/file-frame.ts'
import { mendVolume, readRepairVolume, startRepairVolume } from '../../../src-main/sync/repair-volume.ts'
import { Problem } from '../../../src-shared/problems.ts'

const files = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { minLength: 2, maxLength: 6 })

function repairOf(volumes: readonly Uint8Array[]): Buffer {
  const repair = startRepairVolume()
  for (const [index, bytes] of volumes.entries()) repair.add(`第${index + 1}卷.ghb`, bytes)
  return repair.finish('bundle-1')
}

async function* all<Item>(items: readonly Item[]) {
  yield* items
}

test('T22: whichever volume is lost comes back byte for byte, from the others in any order', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.boolean(), async (volumes, which, isReversed) => {
      const repair = readRepairVolume(repairOf(volumes))
      const at = which % volumes.length
      const others = volumes.filter((_, index) => index !== at)
      const mended = await mendVolume(repair, repair.volumes[at] as never, all(isReversed ? others.reverse() : others))
      expect(Buffer.from(mended)).toEqual(Buffer.from(volumes[at] as Uint8Array))
    }),
  )
})

test('T22: with another volume than the right ones nothing comes back, and it is said', async () => {
  const volumes = [1, 2, 3].map((digit) => new Uint8Array(100).fill(digit))
  const repair = readRepairVolume(repairOf(volumes))
  const wrong = [volumes[1] as Uint8Array, new Uint8Array(100).fill(9)]
  await expect(mendVolume(repair, repair.volumes[0] as never, all(wrong))).rejects.toThrow('补不回缺的一卷')
})

test('a repair volume that was changed in any byte, or cut off, is refused', () => {
  const whole = repairOf([new Uint8Array(50).fill(1), new Uint8Array(60).fill(2)])
  for (let at = 0; at < whole.length; at += 1)
    expect(() => readRepairVolume(whole.with(at, (whole[at] ?? 0) ^ 1)), `byte ${at}`).toThrow(Problem)
  for (const length of [0, 8, 20, whole.length - 1])
    expect(() => readRepairVolume(whole.subarray(0, length))).toThrow(Problem)
})

test.each([
  ['claims of a header beyond its limit', (file: Buffer) => file.writeUInt32BE(2 ** 31, 12)],
  ['a later version', (file: Buffer) => file.writeUInt16BE(2, 8)],
])('%s are refused, though the file is whole', (_, change) => {
  const whole = Buffer.from(repairOf([new Uint8Array(50).fill(1), new Uint8Array(60).fill(2)]))
  change(whole)
  const forged = withFooter(whole.subarray(0, -48))
  expect(sha256(forged)).not.toBe(sha256(whole))
  expect(() => readRepairVolume(forged)).toThrow(Problem)
})
