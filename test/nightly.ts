/** `npm run test:nightly`: the property test of merging with 100,000 stories, or as many as its argument says. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const runs = process.argv[2] ?? '100000'
const root = join(import.meta.dirname, '..')
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'merge/replicas'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_RUNS: runs } },
)
process.exitCode = status ?? 1
