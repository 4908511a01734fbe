/** T19 and T20 where an export ends otherwise than it should: the number, the ledger and the stick agree afterwards. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import type { WrittenFile } from '../../../src-shared/delivery.ts'
import { openOffice, type TestOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { openSuperior } from '../../report-upward.ts'
import { study } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

async function openWithStick() {
  const stick = join(await makeTestFolder(), 'U盘')
  const app = await openOffice(110, {}, { host: { shell: 'electron', pickFolder: async () => stick } })
  await openSuperior(app)
  await app.api.studies.add([study()])
  return { app, stick }
}

/**
 * As the ledger stands when the machine stops after the files were checked and before the bundle is noted: what was
 * announced is known, the row is not there.
 */
async function exportAndDie(app: TestOffice): Promise<readonly WrittenFile[]> {
  const { db } = app.context
  const { delivery, bundleId } = await app.api.bundles.export({ period: november })
  if (delivery.state !== 'saved') throw new Error(delivery.state)
  const { manifest: _, ...row } = await db
    .selectFrom('exportedBundle')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .executeTakeFirstOrThrow()
  await db.deleteFrom('exportedBundle').where('bundleId', '=', bundleId).execute()
  const value = JSON.stringify({ row, files: delivery.files })
  await db
    .insertInto('draft')
    .values({ key: 'unfinished export', value, updatedAt: '2026-11-21T06:30:00.000Z' })
    .execute()
  return delivery.files
}

const numbers = async ({ api }: TestOffice) => (await api.bundles.list()).map(({ seq }) => seq)

test('T19: files that all took their names were delivered, and their number is taken', async () => {
  const { app } = await openWithStick()
  await exportAndDie(app)
  expect(await numbers(app)).toEqual([1])
  expect((await app.api.bundles.export({ period: november })).seq).toBe(2)
})

test('T19: when some did, those are taken away again and the number is free', async () => {
  const { app, stick } = await openWithStick()
  const files = await exportAndDie(app)
  await rm(files[1]?.path ?? '')
  expect(await numbers(app)).toEqual([])
  expect(await readdir(stick)).toEqual([])
  expect((await app.api.bundles.export({ period: november })).seq).toBe(1)
})

test('T19: a file that is not the one announced is left alone', async () => {
  const { app, stick } = await openWithStick()
  const [first] = await exportAndDie(app)
  await writeFile(first?.path ?? '', '别人的文件')
  expect(await numbers(app)).toEqual([])
  expect(await readdir(stick)).toEqual([first?.name])
  expect(await readFile(first?.path ?? '', 'utf8')).toBe('别人的文件')
})

test('T19: when the stick is gone nobody knows, so the number is not given twice', async () => {
  const { app, stick } = await openWithStick()
  await exportAndDie(app)
  await rename(stick, `${stick}拔走了`)
  expect((await app.api.bundles.export({ period: november })).seq).toBe(2)
  expect(await numbers(app)).toEqual([2, 1])
})

test('T20: a stick that cannot be written leaves neither number nor announcement', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '文件'), '')
  const app = await openOffice(110, {}, { host: { shell: 'electron', pickFolder: async () => join(folder, '文件') } })
  await openSuperior(app)
  await app.api.studies.add([study()])
  expect((await safe(app.api.bundles.export({ period: november })))[0]?.message).toBe(
    `“${join(folder, '文件')}”不是文件夹，请换一个位置再导出。`,
  )
  expect(await numbers(app)).toEqual([])
  expect(await app.context.db.selectFrom('draft').select('key').execute()).toEqual([])
})
