/**
 * Bench (性能对比): `npm run bench` measures the program against the bare libraries on this machine; `npm run bench -- insert` runs a
 * part: insert, queries, progress, search, outputs, memory, documents, intake, preview, bundles, merge, receiving, desk, export. `--quick` takes fewer runs and no 100,000 records.
 */
import { cpus, loadavg } from 'node:os'
import { benchBundles } from './bundles.ts'
import { benchDesk } from './desk.ts'
import { benchDocuments } from './documents.ts'
import { benchExport } from './export.ts'
import { benchImport } from './import.ts'
import { benchMemory } from './import-memory.ts'
import { benchInsert } from './insert.ts'
import { benchIntake } from './intake.ts'
import { type Comparison, missed, report } from './measure.ts'
import { benchMerge } from './merge.ts'
import { benchLongSheet, benchOutputs } from './outputs.ts'
import { benchPreview } from './preview.ts'
import { benchProgress } from './progress.ts'
import { benchQueries } from './queries.ts'
import { benchReceiving } from './receiving.ts'
import { benchSearch } from './search.ts'

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isQuick = process.argv.includes('--quick')
const runs = isQuick ? 3 : 5

const parts: Readonly<Record<string, () => Promise<Comparison[]>>> = {
  insert: () => benchInsert(isQuick ? 10_000 : 100_000, runs),
  queries: () => benchQueries(isQuick ? [1000, 10_000] : [1000, 10_000, 100_000], runs),
  progress: () => benchProgress(isQuick ? [1000, 10_000] : [10_000, 100_000], runs),
  search: () => benchSearch(isQuick ? [10_000] : [100_000], runs),
  outputs: async () => [
    ...(await benchOutputs(isQuick ? [500] : [50, 500, 5000], runs)),
    ...(await benchLongSheet(isQuick ? 5000 : 50_000, runs)),
  ],
  memory: () => benchMemory(isQuick ? 20_000 : 100_000),
  import: () => benchImport(isQuick ? [2000] : [20_000], runs),
  intake: () => benchIntake([5, 10, 20], runs),
  bundles: () => benchBundles(isQuick ? [10] : [30], runs),
  merge: () => benchMerge(isQuick ? [10_000] : [10_000, 100_000], runs),
  receiving: () => benchReceiving(isQuick ? [1000, 10_000] : [1000, 10_000, 100_000], isQuick ? 10 : 100, 3),
  desk: () => benchDesk(isQuick ? [50] : [50, 200], runs),
  export: () => benchExport(isQuick ? [1000, 10_000] : [1000, 10_000, 100_000], runs),
  documents: () => benchDocuments(runs),
  preview: () => benchPreview(isQuick ? [5] : [5, 20, 50], runs),
}

const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(`no part named ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`)
  process.exit(1)
}

console.log(`Node ${process.version}, ${runs} runs each, medians; ours against the bare libraries, in turn`)
const [load = 0] = loadavg()
if (load > cpus().length / 2)
  console.log(`Other programs keep this machine busy (load ${load.toFixed(1)} on ${cpus().length} cores): times waver.`)
for (const [name, bench] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const comparisons = await bench()
  console.log(`\n${[name, report(comparisons), ...missed(comparisons)].join('\n')}`)
}
