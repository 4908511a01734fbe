/**
 * `npm run test:nightly`: the property tests of merging with 100,000 stories, or as many as its argument says, and the
 * reader of bundles against half as many mutants, others every night.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const runs = process.argv[2] ?? '100000'
const root = join(import.meta.dirname, '..')
const env = {
  ...process.env,
  PROPERTY_RUNS: runs,
  FUZZ_MUTANTS: String(Number(runs) / 2),
  FUZZ_SEED: String(Math.floor(Date.now() / 1000)),
}
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    'merge/replicas',
    'merge/exchange-story',
    'sync/fuzz',
  ],
  { cwd: root, stdio: 'inherit', env },
)
process.exitCode = status ?? 1
