import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashOfFile } from '../../src-main/files/hash-of-file.ts'
import { readEnvelope } from '../../src-main/sync/read-envelope.ts'
import { introduce, openOffice } from '../open-offices.ts'
import { makeTestFolder, openTestApp } from '../open-test-app.ts'
import { office, study } from '../sample-records.ts'
import { killAtPoints, type World, worldAt } from './world.ts'

const minutes = 60_000
const most = process.env.XUEXUAN_ALL_POINTS ? Number.POSITIVE_INFINITY : 14
const november = { from: '2026-11-01', to: '2026-11-30' }

/** A county with a superior and, on its stick, a file that bears the name that the bundle would like. */
async function newWorld(): Promise<World> {
  const world = worldAt(join(await makeTestFolder(), 'world'))
  await mkdir(world.stick, { recursive: true })
  await writeFile(join(world.stick, '云山县总工会_2026年11月_上报包_0001.ghb'), '旧的')
  const county = await world.open()
  await county.api.office.set(office)
  await county.api.studies.add([study()])
  const city = await openOffice(101, { name: '固川市总工会' })
  await introduce(city, county)
  await city.close()
  await county.close()
  return world
}

const openOnStick = ({ options, stick }: World) =>
  openTestApp({ ...options, host: { shell: 'cli', pickFolder: async () => stick } })

/** Numbers of the bundles on the stick, each of which must be whole; the old file is none. */
async function numbersOnStick({ stick }: World, step: string): Promise<number[]> {
  const names = (await readdir(stick)).filter((name) => name.endsWith('.ghb')).sort()
  const numbers: number[] = []
  for (const name of names) {
    const bytes = await readFile(join(stick, name))
    if (bytes.toString() === '旧的') continue
    numbers.push(readEnvelope(bytes).envelope.seq)
  }
  expect(names.length - numbers.length, step).toBe(1)
  return numbers
}

test('T19: killed at any point, an export is on the stick whole and noted, or neither; no number is given twice', {
  timeout: 10 * minutes,
}, async () => {
  const world = await newWorld()
  const outcomes = new Set<number>()
  const killed = await killAtPoints(
    world,
    { name: 'export', input: { period: november } },
    {
      most,
      async check(step) {
        const { api, close } = await world.open()
        const noted = await api.bundles.list()
        outcomes.add(noted.length)
        expect(await numbersOnStick(world, step), step).toEqual(noted.map(({ seq }) => seq))
        for (const file of noted.flatMap(({ files }) => files))
          expect(await hashOfFile(file.path), step).toBe(file.sha256)
        await close()
        // It goes on as if nothing had been.
        const again = await openOnStick(world)
        expect((await again.api.bundles.export({ period: november })).seq, step).toBe(noted.length + 1)
        expect((await numbersOnStick(world, step)).toSorted(), step).toEqual(
          Array.from({ length: noted.length + 1 }, (_, index) => index + 1),
        )
        await again.close()
      },
    },
  )
  expect(killed).toBeGreaterThan(12)
  // At the last points it is done and has only not said so.
  expect(outcomes).toEqual(new Set([0, 1]))
})
