/**
 * Taking bundles in, from the file on the stick to the commit: reading, verifying, decrypting, inflating, validating,
 * merging, root and totals, against a bare loop that inserts the same rows and changes, ready as they are, into the same
 * tables. The same files again must take a third of that; and a hundred bundles of 2,000 records each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { clientOf, openCore } from '../../src-main/core.ts'
import { importBundles } from '../../src-main/intake/import-bundles.ts'
import { openReceived, receivedPath } from '../../src-main/intake/received-database.ts'
import { stageFiles } from '../../src-main/intake/stage-files.ts'
import { parseRowLine, rowHash, rowVersion } from '../../src-main/merge/row-state.ts'
import { rootOfMarks } from '../../src-main/merge/state-root.ts'
import { reportedTables } from '../../src-main/sync/reported-tables.ts'
import { acceptFrom } from '../accept-card-of.ts'
import { office } from '../sample-records.ts'
import { makeReport } from '../src-main/intake/make-report.ts'
import { fillLedger, openLedger } from './ledger.ts'
import { type Comparison, median, timeOf } from './measure.ts'

const unseen = { step: async () => undefined }
const year = { from: '2026-01-01', to: '2026-12-31' }

export async function benchReceiving(sizes: readonly number[], bundles: number, runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) comparisons.push(...(await oneBundle(size, runs)))
  if (bundles > 0) comparisons.push(...(await manyBundles(bundles)))
  return comparisons
}

async function oneBundle(size: number, runs: number): Promise<Comparison[]> {
  const county = asOffice(await openLedger())
  await fillLedger(county, size)
  const times = { ours: [] as number[], replay: [] as number[], bare: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    const upper = await openUpper()
    await acceptFrom(upper, county, { role: '下级', parentId: null })
    await begin(upper)
    const { files } = await makeReport(county, upper, { period: year })
    times.ours.push(await timeOf(() => takeIn(upper, files)))
    times.replay.push(await timeOf(() => takeIn(upper, files)))
    times.bare.push(await bareLoop(upper.folder))
    await upper.close()
  }
  await county.close()
  const [ours, bare, replay] = [median(times.ours), median(times.bare), median(times.replay)]
  return [
    {
      name: 'receiving',
      size,
      ours,
      bare,
      aim: 3.3,
      besides: 'decrypting, parsing, validating, comparing, root, totals',
    },
    { name: 'the same file again', size, ours: replay, bare: ours, aim: 1 / 3, besides: 'reading and hashing' },
  ]
}

/** Every bundle is another office's: the rows of one county under other ids, each with a key of its own. */
async function manyBundles(count: number): Promise<Comparison[]> {
  const upper = await openUpper()
  const model = asOffice(await openLedger())
  await fillLedger(model, 2000)
  await begin(upper)
  const files: File[] = []
  for (let index = 0; index < count; index += 1) {
    const sender = await openUpper()
    await acceptFrom(upper, sender, { role: '下级', parentId: null })
    // Its own keys and id, the model's rows.
    const poser = {
      ...sender,
      context: { ...model.context, keys: sender.context.keys, officeId: sender.context.officeId },
    }
    const suffix = index.toString(16).padStart(4, '0')
    const lines = (given: string[]) => given.map((line) => line.replace(ids, `$1${suffix}`))
    const state = await rootOf(lines, model)
    files.push(...(await makeReport(poser, upper, { period: year, lines, manifest: { state } })).files)
    await sender.close()
  }
  const ours = await timeOf(() => takeIn(upper, files))
  const replay = await timeOf(() => takeIn(upper, files))
  const bare = await bareLoop(upper.folder)
  const size = count * 2000
  await model.close()
  await upper.close()
  return [
    {
      name: `${count} bundles`,
      size,
      ours,
      bare,
      aim: 3.3,
      besides: 'decrypting, parsing, validating, comparing, root, totals',
    },
    { name: `${count} bundles again`, size, ours: replay, bare: ours, aim: 1 / 3, besides: 'reading and hashing' },
  ]
}

/** All but the last four digits of an id. */
const ids = /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{8})[0-9a-f]{4}/g

async function rootOf(lines: (given: string[]) => string[], model: Office) {
  const marks: { table: string; id: string; version: number; hash: string }[] = []
  await makeReport(model, model, {
    period: year,
    lines: (given) => {
      for (const line of lines(given)) {
        const state = parseRowLine(line)
        marks.push({ table: state.table, id: state.id, version: rowVersion(state), hash: rowHash(state) })
      }
      return given
    },
  })
  // By table as they come, by id within it.
  const order = reportedTables as readonly string[]
  marks.sort((one, two) => order.indexOf(one.table) - order.indexOf(two.table) || (one.id < two.id ? -1 : 1))
  return await rootOfMarks(marks as Parameters<typeof rootOfMarks>[0])
}

type Office = Awaited<ReturnType<typeof openUpper>>

async function openUpper() {
  const folder = mkdtempSync(join(tmpdir(), 'xuexuan-bench-'))
  const core = await openCore({ dataFolder: folder, stateFolder: folder, host: { shell: 'cli' } })
  await clientOf(core).office.set({ ...office, name: `总工会${folder.slice(-6)}` })
  const close = async () => {
    await core.close()
    rmSync(folder, { recursive: true })
  }
  return asOffice({ core, folder, close })
}

export function asOffice<Ledger extends Pick<Awaited<ReturnType<typeof openLedger>>, 'core' | 'folder' | 'close'>>(
  ledger: Ledger,
) {
  const { core, folder } = ledger
  return { ...ledger, api: clientOf(core), context: core.context, dataFolder: folder }
}

/** The received database is made once in the life of an office; a bundle should not be charged with it. */
async function begin({ folder }: Pick<Office, 'folder'>): Promise<void> {
  await (await openReceived({ dataFolder: folder })).destroy()
}

/** From the files to the commit. */
export async function takeIn({ context }: Pick<Office, 'context'>, files: readonly File[]): Promise<void> {
  const staged = await stageFiles(context, files, unseen)
  const bundleIds = [...new Set(staged.flatMap(({ bundleId }) => bundleId ?? []))]
  const { bundles } = await importBundles(context, { bundleIds, acceptRed: [] }, unseen)
  const odd = bundles.find(({ outcome }) => outcome !== '已导入' && outcome !== '已在库')
  if (odd) throw new Error(`${odd.outcome}: ${odd.words}`)
}

/** The rows and changes that were received, into an empty received database with the same indexes and triggers. */
async function bareLoop(folder: string): Promise<number> {
  const empty = mkdtempSync(join(tmpdir(), 'xuexuan-bench-'))
  await (await openReceived({ dataFolder: folder, folder: empty })).destroy()
  const source = new SqliteDatabase(receivedPath(folder), { readonly: true })
  const file = new SqliteDatabase(receivedPath(empty))
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  const inserts = [...reportedTables, 'change'].map((table) => {
    const rows = source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    const width = (file.pragma(`table_info(${table})`) as unknown[]).length
    return { rows, insert: file.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join()})`) }
  })
  const insertAll = file.transaction(() => {
    for (const { rows, insert } of inserts) for (const row of rows) insert.run(row)
  })
  const time = await timeOf(insertAll)
  source.close()
  file.close()
  rmSync(empty, { recursive: true })
  return time
}
