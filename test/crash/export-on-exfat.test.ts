import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVolume } from '../../src-main/sync/open-bundle.ts'
import { introduce, openOffice, type TestOffice } from '../open-offices.ts'
import { openTestApp } from '../open-test-app.ts'
import { study, union } from '../sample-records.ts'
import { mountDisk } from './mount-disk.ts'
import { killAtPoints, type World, worldAt } from './world.ts'

const minutes = 60_000
const november = { from: '2026-11-01', to: '2026-11-30' }

/** A county that has reported once, in a world of its own; its superior is elsewhere. */
async function newWorld(at: string) {
  const world = worldAt(join(at, 'world'))
  await mkdir(world.stick, { recursive: true })
  const city = await openOffice(101, { name: '固川市总工会', divisionCode: '640400' })
  const options = { ...world.options, host: { shell: 'cli' as const, pickFolder: async () => world.stick } }
  const county = await openOffice(110, { name: '云山县总工会', divisionCode: '640421' }, options)
  await introduce(city, county)
  await county.api.unions.add([union()])
  await county.api.studies.add([study({ topic: '甲' })])
  await county.api.bundles.export({ period: november })
  await county.api.studies.add([study({ topic: '乙' })])
  await county.close()
  return { world, city, reopen: () => openTestApp(options) }
}

/** Every bundle under its own name opens to the last byte. */
async function bundlesOn({ stick }: World, city: TestOffice, step: string) {
  const names = (await readdir(stick)).filter((name) => name.endsWith('.ghb'))
  const places: string[] = []
  for (const name of names) {
    const { manifest } = await openVolume(await readFile(join(stick, name)), city.context.keys.identities())
    places.push(`${manifest.replica} ${manifest.epoch} ${manifest.seq}`)
  }
  expect(new Set(places).size, step).toBe(places.length)
  return places.length
}

test('T19: killed at any point of an export to an exFAT stick, it holds whole bundles only, and no number is given twice', {
  timeout: 10 * minutes,
}, async ({ skip }) => {
  const disk = await mountDisk('exfat', 96)
  if (typeof disk === 'string') return skip(disk)
  const { world, city, reopen } = await newWorld(disk.folder)
  const found = new Set<number>()
  const kills = await killAtPoints(
    world,
    { name: 'export', input: { period: november } },
    {
      most: process.env.XUEXUAN_ALL_POINTS ? Number.POSITIVE_INFINITY : 5,
      async check(step) {
        found.add(await bundlesOn(world, city, step))
        const county = await reopen()
        expect((await county.api.backups.verify({})).faults, step).toEqual([])
        const again = await county.api.bundles.export({ period: november })
        const listed = (await county.api.bundles.list()).map(({ seq }) => seq).toSorted()
        await county.close()
        expect(listed, step).toEqual(Array.from({ length: again.seq }, (_, index) => index + 1))
        expect(await bundlesOn(world, city, step), step).toBe(again.seq)
      },
    },
  )
  expect(kills).toBeGreaterThanOrEqual(5)
  expect(found).toEqual(new Set([1, 2]))
})
