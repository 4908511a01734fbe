/** The command line without a child process: what it printed and its exit code. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCli } from '../../../src-main/shell-cli/run.ts'

export type Ran = { readonly code: number; readonly out: string; readonly error: string }

/** Runs a line in `folder`, which also holds the ledger. */
export async function cli(folder: string, ...args: string[]): Promise<Ran> {
  const printed = { out: '', error: '' }
  const code = await runCli(['--data', join(folder, 'ledger'), ...args], {
    folder,
    print: (text) => {
      printed.out += text
    },
    printError: (text) => {
      printed.error += text
    },
  })
  return { code, ...printed }
}

/** Runs a line with --json and answers its one value. */
export async function cliJson<Value>(folder: string, ...args: string[]): Promise<Value> {
  const { code, out, error } = await cli(folder, ...args, '--json')
  if (code !== 0) throw new Error(`exit ${code}: ${error}`)
  return JSON.parse(out) as Value
}

/** Writes `value` as JSON, or text as it is, and answers the file's name. */
export async function jsonFile(folder: string, name: string, value: unknown): Promise<string> {
  await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))
  return name
}
