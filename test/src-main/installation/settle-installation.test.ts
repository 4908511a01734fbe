import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { markPath, readMark } from '../../../src-main/installation/outside-mark.ts'
import { settleInstallation } from '../../../src-main/installation/settle-installation.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { openSuperior, report } from '../../report-upward.ts'
import { office, study } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

/** A computer with its own number and state folder; ids are its own, as in life. */
async function computer(machineId: string) {
  const [stateFolder, disk] = [await makeTestFolder(), await makeTestFolder()]
  const open = (dataFolder: string, clock?: () => Date) =>
    openTestApp({ dataFolder, stateFolder, machineId, newId: () => uuidv7(), ...(clock ? { clock } : {}) })
  return { disk, stateFolder, open }
}
type Opened = Awaited<ReturnType<typeof openTestApp>>

/** Works, says under which name, and closes. */
async function workIn(opened: Opened, topic: string) {
  const { api, context, close } = opened
  await api.studies.add([study({ topic })])
  const { replica, epoch } = context
  const notices = (await api.installation.notices()).map(({ sentence }) => sentence)
  await close()
  return { replica, epoch, notices }
}

test('a ledger that is opened again where it was keeps its name and says nothing', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await workIn(await pc.open(folder), '一')
  expect(first).toMatchObject({ epoch: 1, notices: [] })
  expect(await workIn(await pc.open(folder), '二')).toEqual(first)
})

test('T7: a data folder put back from a copy is found at the start and goes on under a new epoch', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await workIn(await pc.open(folder), '一')
  await cp(folder, `${folder}.旧`, { recursive: true })
  await workIn(await pc.open(folder), '二')
  await rm(folder, { recursive: true })
  await cp(`${folder}.旧`, folder, { recursive: true })
  const opened = await pc.open(folder)
  expect(opened.context).toMatchObject({ replica: first.replica, epoch: 2 })
  expect(await workIn(opened, '三')).toMatchObject({ notices: [expect.stringContaining('台账换成了以前的一份')] })
  // Once settled it is an ordinary ledger; the sentence stays until it has been read.
  const again = await pc.open(folder)
  expect(again.context).toMatchObject({ replica: first.replica, epoch: 2 })
  await again.api.installation.closeNotice()
  expect(await again.api.installation.notices()).toEqual([])
})

test('T7: it is found although the copy has gone on elsewhere and has more changes than the mark knows', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  await workIn(await pc.open(folder), '一')
  await cp(folder, `${folder}.旧`, { recursive: true })
  await workIn(await pc.open(folder), '二')
  await rm(folder, { recursive: true })
  await rename(`${folder}.旧`, folder)
  // Worked on where the mark is out of reach, as under another account of the same computer.
  const other = { dataFolder: folder, machineId: 'one', stateFolder: await makeTestFolder(), newId: () => uuidv7() }
  const later = () => new Date('2026-11-22T09:00:00+08:00')
  for (const topic of ['甲', '乙', '丙']) await workIn(await openTestApp({ ...other, clock: later }), topic)
  expect((await pc.open(folder)).context.epoch).toBe(2)
})

test('T7: a bundle that was exported and is not in the ledger any more makes a new epoch, so that no number is used twice', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await pc.open(folder)
  await first.api.office.set(office)
  await first.close()
  await cp(folder, `${folder}.旧`, { recursive: true })
  const second = await pc.open(folder)
  await second.api.studies.add([study()])
  await report(second, await openSuperior(second), november)
  // At once, because the program may not end in good order.
  expect(await readMark(markPath(pc.stateFolder, folder))).toMatchObject({ epoch: 1, lastBundleSeq: 1 })
  await second.close()
  await rm(folder, { recursive: true })
  await rename(`${folder}.旧`, folder)
  expect((await pc.open(folder)).context.epoch).toBe(2)
})

test('T7: restoring within the program raises the epoch once, and the next start finds nothing amiss', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const { api, context, close } = await pc.open(folder)
  await api.studies.add([study({ topic: '一' })])
  const [backup] = await api.backups.make({ folder: join(pc.disk, '备份') })
  await api.studies.add([study({ topic: '二' })])
  await api.backups.restore({ file: backup?.path ?? '' })
  const { replica } = context
  expect(context.epoch).toBe(2)
  await close()
  const again = await pc.open(folder)
  expect(again.context).toMatchObject({ replica, epoch: 2 })
  expect(await again.api.installation.notices()).toEqual([])
})

test('T7: without the mark, which may be lost, the ledger opens as it was', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await workIn(await pc.open(folder), '一')
  await rm(join(pc.stateFolder, 'marks'), { recursive: true })
  expect(await workIn(await pc.open(folder), '二')).toEqual(first)
})

test('T8: of a copied folder the copy goes on as a new replica, and the original as it was', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await workIn(await pc.open(folder), '一')
  await cp(folder, join(pc.disk, '台账副本'), { recursive: true })
  const copy = await workIn(await pc.open(join(pc.disk, '台账副本')), '二')
  expect(copy).toMatchObject({ epoch: 1, notices: [expect.stringContaining('从别处复制或移过来的')] })
  expect(copy.replica).not.toBe(first.replica)
  expect(await workIn(await pc.open(folder), '三')).toEqual(first)
})

test('T8: a folder carried to another computer, or an image of the disk set up there, goes on as a new replica', async () => {
  const [one, other] = [await computer('one'), await computer('other')]
  const folder = join(one.disk, '台账')
  const first = await workIn(await one.open(folder), '一')
  // The same path and even the same mark, as on a cloned disk.
  await mkdir(join(other.stateFolder, 'marks'))
  await cp(join(one.stateFolder, 'marks'), join(other.stateFolder, 'marks'), { recursive: true })
  const second = await workIn(await other.open(folder), '二')
  expect(second.replica).not.toBe(first.replica)
  expect(second.notices).toHaveLength(1)
})

test('T8: both branches of a copied ledger keep their changes apart by replica', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  await workIn(await pc.open(folder), '一')
  const copyFolder = join(pc.disk, '台账副本')
  await cp(folder, copyFolder, { recursive: true })
  const names: string[][] = []
  for (const place of [folder, copyFolder]) {
    const { api, context, close } = await pc.open(place)
    await api.studies.add([study({ topic: '二' })])
    const rows = await context.db.selectFrom('change').select(['replica', 'epoch', 'version', 'rowId']).execute()
    names.push(rows.map((row) => JSON.stringify(row)))
    await close()
  }
  const [one = [], other = []] = names
  expect(one.filter((name) => other.includes(name))).toHaveLength(1) // what was there before the copy
})

test('T8: a system that names no computer is told by the folder and the mark alone', async () => {
  const pc = await computer('one')
  const folder = join(pc.disk, '台账')
  const first = await workIn(await pc.open(folder), '一')
  const { context } = await pc.open(folder)
  const place = { dataFolder: folder, machineId: null, mark: null, newId: () => uuidv7() }
  expect(await settleInstallation(context.db, context, place)).toMatchObject({ replica: first.replica, epoch: 1 })
})
