import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { notePathOf } from '../../../src-main/backup/backup-folder.ts'
import { makeBackups } from '../../../src-main/backup/make-backups.ts'
import { restoreBackup } from '../../../src-main/backup/restore.ts'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { openSnapshot } from '../../../src-main/database/open-database.ts'
import { hashOfFile } from '../../../src-main/files/hash-of-file.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { backedUp, openApp } from './open-app.ts'

const topics = async ({ api }: Awaited<ReturnType<typeof backedUp>>) =>
  (await api.studies.list({})).rows.map(({ topic }) => topic).toSorted()

/** With something to be done at the last moment before the ledger is closed. */
function beforeSwap(context: CoreContext, act: () => Promise<unknown>): CoreContext {
  return Object.assign(Object.create(context) as CoreContext, {
    replaceLedger: async (...given: Parameters<CoreContext['replaceLedger']>) => {
      await act()
      await context.replaceLedger(...given)
    },
  })
}

test('T33: what is saved while a restore is under way is not lost: the restore is refused', async () => {
  const app = await backedUp()
  await app.api.studies.add([study({ topic: '备份之后' })])
  const saving = beforeSwap(app.context, () => app.api.studies.add([study({ topic: '恢复期间' })]))
  await expect(restoreBackup(saving, { file: app.backup.path })).rejects.toThrow('恢复期间又保存了新的内容，没有恢复')
  expect(await topics(app)).toEqual(['备份之后', '恢复期间', study().topic].toSorted())
  expect((await readdir(app.dataFolder)).filter((name) => name.includes('.part'))).toEqual([])
  // Nothing stands in the way of the next attempt.
  await app.api.backups.restore({ file: app.backup.path })
  expect(await topics(app)).toEqual([study().topic])
})

test('T33: while another program has the ledger open it is not replaced', async () => {
  const app = await backedUp()
  await app.api.studies.add([study({ topic: '备份之后' })])
  const other = openSnapshot(join(app.dataFolder, 'ledger.sqlite'))
  onTestFinished(() => other.close())
  await expect(app.api.backups.restore({ file: app.backup.path })).rejects.toThrow('台账正被别的程序打开，没有恢复')
  expect(await topics(app)).toEqual(['备份之后', study().topic].toSorted())
  other.close()
  await app.api.backups.restore({ file: app.backup.path })
  expect(await topics(app)).toEqual([study().topic])
})

test('T33: the ledger that is in use is not restored from itself', async () => {
  const { api, dataFolder, backup } = await backedUp()
  const ledger = join(dataFolder, 'ledger.sqlite')
  // Even with a note beside it that would fit.
  await copyFile(notePathOf(backup.path), join(dataFolder, 'ledger.json'))
  for (const file of [ledger, join(dataFolder, '..', dataFolder.split('/').at(-1) ?? '', 'ledger.sqlite')]) {
    await expect(api.backups.preview({ file })).rejects.toThrow('这就是正在使用的台账')
    await expect(api.backups.restore({ file })).rejects.toThrow('这就是正在使用的台账')
  }
})

test('T33: a backup of a newer version is refused before anything is done', async () => {
  const app = await backedUp()
  const file = join(await makeTestFolder(), '新版.sqlite')
  const bytes = await readFile(app.backup.path)
  bytes.writeUInt32BE(9_999, 60) // user_version, in which the number of migrations is kept
  await writeFile(file, bytes)
  const note = JSON.parse(await readFile(notePathOf(app.backup.path), 'utf8'))
  await writeFile(notePathOf(file), JSON.stringify({ ...note, sha256: await hashOfFile(file) }))
  for (const call of [app.api.backups.preview, app.api.backups.restore])
    await expect(call({ file })).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  expect(await readdir(app.dataFolder)).not.toContain('恢复前')
  expect(await topics(app)).toEqual([study().topic])
})

test('T33: a backup during a long write holds what was saved before, whole, and the write goes on', async () => {
  const app = await openApp()
  await app.api.studies.add([study({ topic: '写入之前' })])
  const made = await app.context.db.transaction().execute(async (trx) => {
    await trx.updateTable('study').set({ topic: '写了一半' }).execute()
    const [backup] = await app.api.backups.make({})
    await trx.updateTable('study').set({ topic: '写完了' }).execute()
    return backup
  })
  expect((await app.api.studies.list({})).rows.map(({ topic }) => topic)).toEqual(['写完了'])
  await app.api.backups.restore({ file: made?.path ?? '' })
  expect((await app.api.studies.list({})).rows.map(({ topic }) => topic)).toEqual(['写入之前'])
})

test('T33: a ledger that is written to all the time is still backed up as of one moment', async () => {
  const app = await openApp()
  let writes = 0
  const job = {
    async step() {
      writes += 1
      await app.api.studies.add([study({ topic: `第${writes}次` })])
    },
  }
  const context = Object.assign(Object.create(app.context) as CoreContext, {
    jobs: { run: (_: unknown, __: unknown, work: (given: typeof job) => unknown) => work(job) },
  })
  await app.api.studies.add([study()])
  const [backup] = await makeBackups(context, {})
  expect(writes).toBeGreaterThan(0)
  expect(backup?.counts).toMatchObject({ study: 1 })
})

test('a call that waits while the ledger is replaced is told so, and later ones work on the new one', async () => {
  const app = await backedUp()
  const { db } = app.context
  let told: Promise<void> | undefined
  const acting = beforeSwap(app.context, async () => {
    // Has the connection before the swap asks for it; its other query has its turn when the swap has closed the file.
    void db.connection().execute(async () => {
      told = expect(db.selectFrom('study').selectAll().execute()).rejects.toThrow(
        '台账正在换成备份，这一步没有做，请稍后再试。',
      )
    })
  })
  await restoreBackup(acting, { file: app.backup.path })
  expect(told).toBeDefined()
  await told
  expect(await topics(app)).toEqual([study().topic])
})
