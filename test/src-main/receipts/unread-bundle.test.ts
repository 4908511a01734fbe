import { expect, test } from 'vitest'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { openOffices } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { acceptAll, bundlesIn, report } from './report-and-answer.ts'

/** As a program of container version 3 would write it: another number, and a footer that fits. */
async function asVersion3(file: File): Promise<File> {
  const bytes = Buffer.from(await file.arrayBuffer())
  bytes.writeUInt16BE(3, 8)
  Buffer.from(sha256(bytes.subarray(0, -32)), 'hex').copy(bytes, bytes.length - 32)
  return new File([bytes], file.name)
}

test('T11: a bundle of a later format is answered with what must be upgraded; the county goes on from where it was', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  await county.api.studies.add([study()])
  const made = await report(county, city)
  const newer = await asVersion3(made.files[0] as File)
  const [staged] = await city.api.intake.stage({ files: [newer] })
  expect(staged).toMatchObject({ outcome: '拒收' })
  expect(staged?.words).toContain('升级')
  const { delivery, receipts } = await city.api.receipts.answerUnread({ file: newer })
  expect(receipts.map(({ state, officeName }) => [state, officeName])).toEqual([['读不了', '云山县总工会']])
  const [accepted] = await acceptAll(county, bundlesIn(delivery))
  expect(accepted).toMatchObject({ standing: '新收', state: '读不了', epochRaised: false })
  expect(accepted?.sentence).toContain('升级')
  expect((await county.api.studies.list({ upperMark: '已收' })).total).toBe(0)
  await expect(city.api.receipts.answerUnread({ file: made.files[0] as File })).rejects.toThrow('读得了')
})
