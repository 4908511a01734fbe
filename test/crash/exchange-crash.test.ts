import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CoreContext } from '../../src-main/core-context.ts'
import { catchUp } from '../../src-main/intake/catch-up.ts'
import { inTurn } from '../../src-main/intake/received-turn.ts'
import { introduce, openOffice, type TestOffice } from '../open-offices.ts'
import { makeTestFolder, openTestApp } from '../open-test-app.ts'
import { lecture, study, union } from '../sample-records.ts'
import { receivedOf } from '../src-main/intake/take-in.ts'
import { answer, report } from '../src-main/receipts/report-and-answer.ts'
import { fileAt, importFiles } from './actions.ts'
import { killAtPoints, type World, worldAt } from './world.ts'

const minutes = 60_000
const most = process.env.XUEXUAN_ALL_POINTS ? Number.POSITIVE_INFINITY : 9

async function newWorld(inWorld: 'county' | 'city') {
  const world = worldAt(join(await makeTestFolder(), 'world'))
  await mkdir(world.stick, { recursive: true })
  const optionsOf = (office: 'county' | 'city') => (office === inWorld ? world.options : {})
  const city = await openOffice(101, { name: '固川市总工会', divisionCode: '640400' }, optionsOf('city'))
  const county = await openOffice(110, { name: '云山县总工会', divisionCode: '640421' }, optionsOf('county'))
  await introduce(city, county)
  const { ids } = await county.api.unions.add([union()])
  await county.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  await county.api.lectures.add([lecture({ unionIds: ids })])
  return { world, city, county }
}

async function putOnStick(world: World, files: readonly File[]): Promise<string[]> {
  const paths = files.map(({ name }) => join(world.stick, name))
  for (const [index, file] of files.entries())
    await writeFile(paths[index] ?? '', new Uint8Array(await file.arrayBuffer()))
  return paths
}

async function inWorld<Value>(world: World, step: string, work: (office: TestOffice) => Promise<Value>) {
  const office = await world.open()
  try {
    expect((await office.api.backups.verify({})).faults, step).toEqual([])
    return await work(office)
  } finally {
    await office.close()
  }
}

/** What counts of an office, as every reader finds it: after the received database has caught up with the ledger. */
async function countedOf(context: CoreContext, officeId: string) {
  await inTurn(context, (db) => catchUp(db, context))
  return await receivedOf(context, officeId)
}

test('T19: killed at any point, an import counts whole or not at all, and doing it again completes it', {
  timeout: 10 * minutes,
}, async () => {
  const { world, city, county } = await newWorld('city')
  const made = await report(county, city)
  const files = await putOnStick(world, made.files)
  await city.close()
  const { officeId } = county.context
  const whole = { root: made.manifest.state?.root }
  const found = new Set<string>()
  const kills = await killAtPoints(
    world,
    { name: 'import', input: { files } },
    {
      most: most + 3,
      async check(step) {
        await inWorld(world, step, async ({ api, context }) => {
          const { rows, root } = await countedOf(context, officeId)
          const isThere = Object.keys(rows).length > 0
          if (isThere) expect(root, step).toBe(whole.root)
          const [known] = await api.intake.list({})
          expect(known?.state === '已导入', step).toBe(isThere)
          found.add(known?.state ?? '未收下')
          await importFiles(api, files)
          expect((await countedOf(context, officeId)).root, step).toBe(whole.root)
          expect(await api.intake.list({}), step).toHaveLength(1)
        })
      },
    },
  )
  expect(found).toEqual(new Set(['未收下', '待导入', '已导入']))
  expect(kills).toBeGreaterThan(5)
})

test('T19: killed at any point, undoing an import leaves it counted or not, and doing it again completes it', {
  timeout: 10 * minutes,
}, async () => {
  const { world, city, county } = await newWorld('city')
  const made = await report(county, city)
  await importFiles(city.api, await putOnStick(world, made.files))
  await city.close()
  const { officeId } = county.context
  const { bundleId } = made.manifest
  const kills = await killAtPoints(
    world,
    { name: 'undo', input: { bundleId } },
    {
      most,
      async check(step) {
        await inWorld(world, step, async ({ api, context }) => {
          const { rows } = await countedOf(context, officeId)
          const [known] = await api.intake.list({})
          expect(known?.state, step).toBe(Object.keys(rows).length > 0 ? '已导入' : '已撤销')
          if (known?.state === '已导入') await api.intake.undo({ bundleId })
          expect((await countedOf(context, officeId)).rows, step).toEqual({})
        })
      },
    },
  )
  expect(kills).toBeGreaterThan(5)
})

test('T19: killed at any point, a receipt is on the stick whole or not at all, and the next one is understood', {
  timeout: 10 * minutes,
}, async () => {
  const { world, city, county } = await newWorld('city')
  const made = await report(county, city)
  await importFiles(city.api, await putOnStick(world, made.files))
  const before = await readdir(world.stick)
  await city.close()
  const found = new Set<number>()
  const kills = await killAtPoints(
    world,
    { name: 'issue', input: null },
    {
      most,
      async check(step) {
        const written = (await readdir(world.stick)).filter((name) => !before.includes(name) && !name.endsWith('.part'))
        found.add(written.length)
        for (const name of written.filter((one) => one.endsWith('.ghb')))
          expect((await county.api.receipts.accept({ file: await fileAt(join(world.stick, name)) })).state, step).toBe(
            '已导入',
          )
        await inWorld(world, step, async (again) => {
          const { files } = await answer(again, made.manifest.bundleId)
          for (const file of files) await county.api.receipts.accept({ file })
        })
        // Of one bundle the county knows one receipt by one number, however often it was issued.
        expect(await county.api.receipts.list(), step).toHaveLength(1)
        await county.context.db.deleteFrom('acceptedReceipt').execute()
      },
    },
  )
  expect([...found].toSorted()[0]).toBe(0)
  expect(kills).toBeGreaterThan(5)
})

test('T19: killed at any point, a receipt is taken in whole or not at all, and doing it again completes it', {
  timeout: 10 * minutes,
}, async () => {
  const { world, city, county } = await newWorld('county')
  const made = await report(county, city)
  await importFiles(city.api, await putOnStick(world, made.files))
  const [file = ''] = await putOnStick(world, (await answer(city)).files)
  await county.close()
  const found = new Set<number>()
  const kills = await killAtPoints(
    world,
    { name: 'accept', input: { file } },
    {
      most,
      async check(step) {
        await inWorld(world, step, async ({ api }) => {
          const received = (await api.studies.list({ upperMark: '已收' })).total
          const receipts = await api.receipts.list()
          expect(received, step).toBe(receipts.length * 2)
          found.add(received)
          await api.receipts.accept({ file: await fileAt(file) })
          expect((await api.studies.list({ upperMark: '已收' })).total, step).toBe(2)
          expect(await api.receipts.list(), step).toHaveLength(1)
        })
      },
    },
  )
  expect(found).toEqual(new Set([0, 2]))
  expect(kills).toBeGreaterThan(5)
})

test('T19: killed at any point, what another PC of the office brings is there whole or not at all', {
  timeout: 10 * minutes,
}, async () => {
  const { world, city, county: first } = await newWorld('city')
  await city.close()
  await rm(world.dataFolder, { recursive: true })
  // A second PC: the office and the keys of the first, and no records yet.
  const fresh = await openTestApp(world.options)
  const { officeId, keys } = first.context
  const publicKey = Buffer.from(keys.signingPublicKey).toString('hex')
  await fresh.context.db.updateTable('installation').set({ officeId, publicKey }).execute()
  await fresh.close()
  await copyFile(join(first.dataFolder, 'signing-key.json'), join(world.dataFolder, 'signing-key.json'))
  const { delivery } = await first.api.exchange.export({})
  if (delivery.state !== 'download') throw new Error(`delivered as ${delivery.state}`)
  const files = await putOnStick(world, delivery.downloads as unknown as readonly File[])
  const found = new Set<number>()
  const kills = await killAtPoints(
    world,
    { name: 'take', input: { files } },
    {
      most,
      async check(step) {
        await inWorld(world, step, async ({ api }) => {
          const { total } = await api.studies.list({})
          expect((await api.lectures.list({})).total, step).toBe(total / 2)
          found.add(total)
          await api.exchange.take({ files: await Promise.all(files.map(fileAt)), apply: true })
          expect((await api.studies.list({})).total, step).toBe(2)
          expect((await api.exchange.show()).others, step).toHaveLength(1)
        })
      },
    },
  )
  expect(kills).toBeGreaterThan(5)
  expect(found).toEqual(new Set([0, 2]))
})
