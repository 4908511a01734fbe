/** All tests, in the order in which they fail fastest; the last line counts them. `npm test` runs this. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasProgram, prepare } from './prepare.ts'

type Count = { passed: number; failed: number; skipped: number }

const reports = mkdtempSync(join(tmpdir(), 'xuexuan-reports-'))
const total: Count = { passed: 0, failed: 0, skipped: 0 }

prepare()
step('types', ['npm', 'run', '--silent', 'types'])
step('format and lint', ['npm', 'run', '--silent', 'lint'])
countVitest(
  run([
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ]),
)
step('build', ['npm', 'run', '--silent', 'build'])
countPlaywright('chromium', [])
// Electron needs a display; where there is none a virtual one serves.
countPlaywright(
  'electron',
  process.platform === 'linux' && !process.env.DISPLAY && hasProgram('xvfb-run') ? ['xvfb-run', '-a'] : [],
)

rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

/** A step that is one test: it ends well or not. */
function step(name: string, command: readonly string[]): void {
  console.log(`\n== ${name}`)
  add(run(command) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
}

function countVitest(status: number): void {
  const report = readReport('vitest.json') as
    | {
        numPassedTests: number
        numFailedTests: number
        numPendingTests: number
        numTodoTests: number
        numFailedTestSuites: number
      }
    | undefined
  const failed = report?.numFailedTests ?? 0
  add({
    passed: report?.numPassedTests ?? 0,
    // A file that does not even load fails without a test of its own.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

function countPlaywright(project: string, prefix: readonly string[]): void {
  console.log(`\n== end to end: ${project}`)
  const file = `${project}.json`
  const status = run(
    [
      ...prefix,
      'playwright',
      'test',
      '--config',
      'test/playwright.config.ts',
      '--project',
      project,
      // Each project keeps its own pictures of failures.
      '--output',
      join('test-results', project),
      '--reporter=list,json',
    ],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, file) },
  )
  const report = readReport(file) as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  const failed = stats.unexpected + stats.flaky
  add({ passed: stats.expected, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: stats.skipped })
}

function run(command: readonly string[], env: Record<string, string> = {}): number {
  const [program = '', ...args] = command
  const result = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (result.error) console.error(result.error.message)
  return result.status ?? 1
}

function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'))
  } catch {
    return undefined // the run died before it could report; its exit code counts as a failure
  }
}

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}
