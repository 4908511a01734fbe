import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { jsonFile } from './run-in-process.ts'

const root = join(import.meta.dirname, '../../..')
const run = promisify(execFile)

/** The command line as a person starts it, standing in `folder`. */
async function npmRunCli(folder: string, ...args: string[]) {
  const env = { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined }
  const line = ['--prefix', root, 'run', '--silent', 'cli', '--', '--data', join(folder, 'ledger'), ...args]
  const ran = run('npm', line, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 })
  return await ran.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

test('with --json one value and nothing else comes out, and relative paths are meant from where the person stands', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'study.json', study())
  const { code, stdout } = await npmRunCli(folder, 'records', 'add', 'study', '--json-file', 'study.json', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ ids: [expect.any(String)] })
})

test('a problem is its sentence on the error output, nothing on the other, exit code 1', async () => {
  const folder = await makeTestFolder()
  const { code, stdout, stderr } = await npmRunCli(folder, 'records', 'remove', 'nobody', '--json')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('没有找到编号为“nobody”的内容，可能已被删除，请刷新后再试。\n')
})

test('a large answer is whole before the process ends', async () => {
  const folder = await makeTestFolder()
  await jsonFile(
    folder,
    'many.json',
    Array.from({ length: 3000 }, (_, index) => study({ topic: `第${index}场`, note: '备'.repeat(500) })),
  )
  await npmRunCli(folder, 'records', 'add', 'study', '--json-file', 'many.json')
  const { stdout } = await npmRunCli(folder, 'records', 'list', 'study', '--json')
  expect(JSON.parse(stdout)).toHaveLength(3000)
})
