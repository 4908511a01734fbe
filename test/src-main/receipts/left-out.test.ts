import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../../src-main/shell-cli/run.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { answer, bundlesIn, reportAndTakeIn } from './report-and-answer.ts'

/** A city that has taken in a report of each of its two counties. */
async function twoReported() {
  const { province, city, counties } = await openOffices({ counties: 2 })
  const [first, second] = counties
  if (!first || !second) throw new Error('no counties')
  const bundleIds: string[] = []
  for (const county of [first, second]) {
    await county.api.studies.add([study()])
    bundleIds.push((await reportAndTakeIn(county, city)).manifest.bundleId)
  }
  return { province, city, first, second, bundleIds }
}

const part = ({ api }: TestOffice, { context }: TestOffice) => api.keys.part({ officeId: context.officeId })
const revoke = ({ api }: TestOffice, { context }: TestOffice) =>
  api.keys.revoke({ id: context.officeId, reason: '电脑丢失' })

test('an office that has parted waits for no receipt, and the others get theirs', async () => {
  const { city, second, bundleIds } = await twoReported()
  await part(city, second)
  expect((await city.api.receipts.due()).map(({ officeName }) => officeName)).toEqual(['云山县总工会'])
  const { receipts, leftOut } = await city.api.receipts.issue({})
  expect([receipts.map(({ officeName }) => officeName), leftOut]).toEqual([['云山县总工会'], []])
  await expect(answer(city, bundleIds[1] ?? '')).rejects.toThrow('这个单位没有登记为往来单位')
})

test('an office whose key was revoked is named and stays due, and the others get their receipts', async () => {
  const { city, first, second, bundleIds } = await twoReported()
  await revoke(city, second)
  const why = '没有可用的密钥，请先登记它的新名片'
  const { receipts, leftOut, delivery } = await city.api.receipts.issue({})
  expect(receipts.map(({ officeName }) => officeName)).toEqual(['云山县总工会'])
  expect([bundlesIn(delivery).length, leftOut]).toEqual([1, [{ officeName: '清河县总工会', why }]])
  expect((await city.api.receipts.due()).map(({ officeName }) => officeName)).toEqual(['清河县总工会'])
  await expect(answer(city, bundleIds[1] ?? '')).rejects.toThrow('“清河县总工会”现在没有可用的密钥')
  // The other has its receipt already: now nobody can be reached, and why is said.
  await expect(city.api.receipts.issue({})).rejects.toThrow(`现在都发不出去：清河县总工会（${why}）。`)
  await revoke(city, first)
  expect((await city.api.receipts.due()).length).toBe(1)
})

test('a receipt that came through an office without a usable key waits, and says through whom', async () => {
  const { province, city, second } = await twoReported()
  const passed = bundlesIn(await city.api.receipts.passOn({ to: province.context.officeId, all: false }))
  const staged = await province.api.intake.stage({ files: [...passed] })
  const bundleIds = staged.flatMap(({ bundleId }) => bundleId ?? [])
  await province.api.intake.import({ bundleIds, acceptRed: 'all' })
  await part(province, second)
  await revoke(province, city)
  await expect(province.api.receipts.issue({})).rejects.toThrow(
    '云山县总工会（经手转交的固川市总工会没有可用的密钥，请先登记它的新名片）',
  )
})

test('receipts of the level above go down to those that can be reached; the one for an office that has parted stays', async () => {
  const { province, city, first, second } = await twoReported()
  const passed = bundlesIn(await city.api.receipts.passOn({ to: province.context.officeId, all: false }))
  const staged = await province.api.intake.stage({ files: [...passed] })
  const bundleIds = staged.flatMap(({ bundleId }) => bundleId ?? [])
  await province.api.intake.import({ bundleIds, acceptRed: 'all' })
  await city.api.intake.stage({ files: [...(await answer(province)).files] })
  await part(city, second)
  expect((await city.api.receipts.waiting()).map(({ officeName }) => officeName)).toEqual(['云山县总工会'])
  const { delivery, leftOut } = await city.api.receipts.passDown({ again: false })
  expect([bundlesIn(delivery).length, leftOut]).toEqual([1, [{ officeName: '清河县总工会', why: '已停止往来' }]])
  const waiting = await city.context.db.selectFrom('passingReceipt').select(['toOfficeId', 'passedAt']).execute()
  expect(waiting.filter(({ passedAt }) => passedAt === null).map(({ toOfficeId }) => toOfficeId)).toEqual([
    second.context.officeId,
  ])
  await revoke(city, first)
  await expect(city.api.receipts.passDown({ again: true })).rejects.toThrow('现在都转不出去：')
})

test('the command line says who was left out and why', async () => {
  const { province, city, first, second } = await twoReported()
  await revoke(city, second)
  await Promise.all([province, city, first, second].map(({ close }) => close()))
  const out = join(await makeTestFolder(), '回执')
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const line = ['bundle', 'receipt', '--out', out, '--data', city.dataFolder]
  expect([await runCli(line, { folder: '/', print, printError: print }), (await readdir(out)).length]).toEqual([0, 2])
  expect(printed.join('\n')).toContain('没有签发：清河县总工会（没有可用的密钥，请先登记它的新名片）')
})
