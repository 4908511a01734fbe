import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { openSuperior, report } from '../../report-upward.ts'
import { office, study } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

/** Opens the folder, says who it is and closes it again. */
async function identityOf(dataFolder: string) {
  const { context, api, close } = await openTestApp({ dataFolder })
  const { fingerprint } = await api.bundles.key()
  const { officeId, replica, epoch } = context
  await close()
  return { officeId, replica, epoch, fingerprint }
}

test('the key is made at the first run, for this person alone, and stays', async () => {
  const folder = await makeTestFolder()
  const first = await identityOf(folder)
  expect(first.epoch).toBe(1)
  expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600)
  expect(await identityOf(folder)).toEqual(first)
})

test('a database without its key goes on as a new replica of the same office and counts from 1', async () => {
  const folder = await makeTestFolder()
  const app = await openTestApp({ dataFolder: folder })
  await app.api.office.set(office)
  await app.api.studies.add([study()])
  await report(app, await openSuperior(app), november)
  const { officeId, replica } = app.context
  await app.close()
  await rm(join(folder, 'signing-key.json'))
  const again = await openTestApp({ dataFolder: folder })
  const { context } = again
  expect(context.officeId).toBe(officeId)
  expect(context.replica).not.toBe(replica)
  const { manifest } = await report(again, await openSuperior(app), november)
  expect(manifest).toMatchObject({ replica: context.replica, seq: 1, previousHash: null, keyId: context.keys.keyId })
})

test('a database copied beside another key signs with the key that is there, as a new replica', async () => {
  const [one, other] = [await makeTestFolder(), await makeTestFolder()]
  const first = await identityOf(one)
  const second = await identityOf(other)
  await copyFile(join(one, 'ledger.sqlite'), join(other, 'ledger.sqlite'))
  const copied = await identityOf(other)
  expect(copied.fingerprint).toBe(second.fingerprint)
  expect(copied.officeId).toBe(first.officeId)
  expect([first.replica, second.replica]).not.toContain(copied.replica)
})

test('a key file that cannot be understood is kept beside and a new key is made', async () => {
  const folder = await makeTestFolder()
  const first = await identityOf(folder)
  await writeFile(join(folder, 'signing-key.json'), '{"algorithm":"Ed25519","secretKey":"short"}')
  const second = await identityOf(folder)
  expect(second.fingerprint).not.toBe(first.fingerprint)
  const kept = (await readdir(folder)).find((name) => name.endsWith('.unreadable'))
  expect(await readFile(join(folder, kept ?? ''), 'utf8')).toContain('short')
})

test('a key file that cannot be opened is said so and nothing changes', async () => {
  const folder = await makeTestFolder()
  await identityOf(folder)
  await rm(join(folder, 'signing-key.json'))
  // A folder in its place: unreadable even for an administrator.
  await mkdir(join(folder, 'signing-key.json'))
  const [error] = await safe(openTestApp({ dataFolder: folder }))
  expect(error?.message).toBe(`签名密钥文件“${join(folder, 'signing-key.json')}”读不了，请检查文件权限后再打开。`)
})
