/** Keys and 往来单位 on the command line, as two offices use them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { OwnKeys, PeerWithKeys } from '../../../src-shared/peers.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

type Card = { readonly file: string; readonly fingerprint: string }

async function officeFolder(fields: Partial<typeof office> = {}) {
  const folder = await makeTestFolder()
  await cliJson(folder, 'office', 'set', '--json-file', await jsonFile(folder, 'office.json', { ...office, ...fields }))
  return folder
}

test('two offices accept each other, one rotates, and the other follows; then its key is revoked', async () => {
  const county = await officeFolder()
  const city = await officeFolder({ name: '固川市总工会', superior: '宁川省总工会' })
  const below = await cliJson<Card>(county, 'keys', 'card', '--out', '名片.ghk')
  const above = await cliJson<Card>(city, 'keys', 'card', '--out', '名片.ghk')
  const wrong = await cli(city, 'keys', 'accept', below.file, '--fingerprint', above.fingerprint)
  expect([wrong.code, wrong.error]).toEqual([1, expect.stringContaining('指纹不符')])
  expect((await cli(city, 'keys', 'accept', below.file, '--fingerprint', below.fingerprint)).out).toBe(
    '已登记下级：云山县总工会',
  )
  const accepted = await cli(county, 'keys', 'accept', above.file, '--fingerprint', above.fingerprint)
  expect(accepted.out).toBe('已登记上级：固川市总工会')

  const { file } = await cliJson<Card>(county, 'keys', 'rotate', '--reason', '每年更换', '--out', '变更.ghk')
  expect((await cli(city, 'keys', 'accept-change', file)).out).toBe('云山县总工会：更换密钥，已接收')
  expect((await cli(county, 'keys', 'changes', '--out', '再次.ghk')).code).toBe(0)
  expect((await cli(city, 'keys', 'accept-change', join(county, '再次.ghk'))).out).toContain('以前已接收')
  const revoked = await cliJson<{ file: string }>(
    city,
    ...['keys', 'revoke', '云山县总工会', '--reason', '电脑失窃', '--out', '吊销.ghk'],
  )
  expect((await cli(county, 'keys', 'accept-change', revoked.file)).out).toContain('本单位：密钥吊销')
  expect((await cli(county, 'keys', 'show')).out).toContain('已被固川市总工会吊销：电脑失窃')
  const { peers } = await cliJson<{ peers: PeerWithKeys[] }>(city, 'keys', 'list')
  expect(peers.flatMap(({ keys }) => keys.map(({ state }) => state))).toEqual(['已吊销', '已更换'])
  expect((await cli(city, 'keys', 'part', '云山县总工会')).out).toBe('已停止与“云山县总工会”往来。')
})

test('a page for the stamp is written when the name ends in .docx', async () => {
  const folder = await officeFolder()
  const { file } = await cliJson<Card>(folder, 'keys', 'card', '--out', '名片.docx')
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
})

test('a passphrase comes from a file or the environment, never from the line', async () => {
  const folder = await officeFolder()
  const secret = await jsonFile(folder, '口令.txt', '云山工会自己的口令\n第二行不算')
  expect((await cli(folder, 'keys', 'passphrase', '--secret-file', secret)).out).toBe('已设定口令。')
  expect(await cliJson<OwnKeys>(folder, 'keys', 'show')).toMatchObject({ isLocked: true })
  const card = (...more: string[]) => cli(folder, 'keys', 'card', '--out', 'c.ghk', ...more)
  expect(await card()).toMatchObject({ code: 1, error: '密钥已用口令锁住，请先输入口令，再做这一步。' })
  expect((await card('--passphrase-file', secret)).code).toBe(0)
  vi.stubEnv('XUEXUAN_PASSPHRASE', '云山工会自己的口令')
  expect((await card()).code).toBe(0)
  vi.stubEnv('XUEXUAN_PASSPHRASE', '猜的')
  expect((await card()).error).toContain('口令不对')
  vi.unstubAllEnvs()
  expect((await cli(folder, 'keys', 'passphrase', '--remove')).error).toContain('请先输入现在的口令')
  expect((await cli(folder, 'keys', 'passphrase', '--remove', '--passphrase-file', secret)).out).toBe('已取消口令。')
  expect(await cli(folder, 'keys', 'passphrase')).toMatchObject({ code: 2 })
})

test('the second PC takes the keys over with the passphrase of the file, and lost keys are made anew', async () => {
  const [first, second] = [await officeFolder(), await officeFolder()]
  const secret = await jsonFile(first, '移交口令.txt', '当面告知的移交口令')
  const { file } = await cliJson<Card>(first, 'keys', 'hand-over', '--secret-file', secret, '--out', '移交.ghk')
  const taken = await cli(second, 'keys', 'take-over', file, '--secret-file', join(first, secret))
  expect(taken).toMatchObject({ code: 0, out: '已接管密钥，往来单位0个。' })
  const [one, other] = [await cliJson<OwnKeys>(first, 'keys', 'show'), await cliJson<OwnKeys>(second, 'keys', 'show')]
  expect([other.officeId, other.fingerprint]).toEqual([one.officeId, one.fingerprint])
  expect((await cliJson<OwnKeys>(second, 'keys', 'renew')).fingerprint).not.toBe(one.fingerprint)
})
