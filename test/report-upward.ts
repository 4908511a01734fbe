/** A made-up superior for an office that reports: enrolled on both sides, it opens what is reported to it. */
import { readFile } from 'node:fs/promises'
import { linesOf } from '../src-main/sync/data-lines.ts'
import { type OpenedVolume, openVolume } from '../src-main/sync/open-bundle.ts'
import { isReport, type ReportManifest } from '../src-shared/bundle-manifest.ts'
import type { Api } from '../src-shared/contract.ts'
import type { Period } from '../src-shared/period.ts'
import type { ReportDone } from '../src-shared/reports.ts'
import { introduce, openOffice, type TestOffice } from './open-offices.ts'
import { openTestApp } from './open-test-app.ts'

export type ReportOptions = Omit<Parameters<Api['bundles']['export']>[0], 'period'>

const superiors = new WeakMap<TestOffice['context'], TestOffice>()

/** The office must have its particulars; it knows the superior afterwards. Asked again, it is the same one. */
export async function openSuperior(app: TestOffice): Promise<TestOffice> {
  const known = superiors.get(app.context)
  if (known) return known
  const upper = await openSuperiorNamed(app, '固川市总工会', 101)
  superiors.set(app.context, upper)
  return upper
}

/** One more superior. */
export async function openSuperiorNamed(app: TestOffice, name: string, seed: number): Promise<TestOffice> {
  const upper = await openOffice(seed, { name, superior: '宁川省总工会', divisionCode: '640400' })
  await introduce(upper, app)
  return upper
}

/** Exports and opens what came of it. */
export async function report(app: TestOffice, upper: TestOffice, period: Period, options: ReportOptions = {}) {
  const done = await app.api.bundles.export({ period, ...options })
  const volumes = await opened(done, upper)
  const manifest = volumes[0]?.manifest
  if (!manifest || !isReport(manifest)) throw new Error('no report came out')
  return { done, volumes, manifest: manifest as ReportManifest }
}

/** Every volume, by its number, as the superior opens it. */
export async function opened({ delivery }: ReportDone, upper: TestOffice): Promise<OpenedVolume[]> {
  const volumes: OpenedVolume[] = []
  for (const bytes of await volumeBytes(delivery))
    volumes.push(await openVolume(bytes, upper.context.keys.identities()))
  return volumes
}

export async function volumeBytes(delivery: ReportDone['delivery']): Promise<Uint8Array[]> {
  if (delivery.state === 'cancelled') throw new Error('nothing was delivered')
  if (delivery.state === 'download')
    return await Promise.all(delivery.downloads.map(async (file) => new Uint8Array(await file.arrayBuffer())))
  const bundles = delivery.files.filter(({ name }) => name.endsWith('.ghb'))
  return await Promise.all(bundles.map(({ path }) => readFile(path)))
}

/** The lines of parts whose names begin so. */
export async function lines(volumes: readonly OpenedVolume[], start: 'data/' | 'state/') {
  const all: Record<string, unknown>[] = []
  for (const { parts } of volumes)
    for (const part of parts)
      if (part.entry.name.startsWith(start)) for (const line of await linesOf(part)) all.push(JSON.parse(String(line)))
  return all
}

/** For the command line: enrols a superior in the ledger of a folder and closes it again. */
export async function enrolSuperior(dataFolder: string): Promise<TestOffice> {
  const app = await openTestApp({ dataFolder })
  const upper = await openSuperior(app)
  await app.close()
  return upper
}
