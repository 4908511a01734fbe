/** Runs one command line (命令行): reads it, opens the core, prints the answer; a problem is one sentence on stderr. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ORPCError } from '@orpc/server'
import { Problem } from '../../src-shared/problems.ts'
import { clientOf, openCore } from '../core.ts'
import { logError } from '../data-folder.ts'
import { chosenDataFolder } from '../data-folder-path.ts'
import type { HostPort } from '../host-port.ts'
import {
  type Call,
  type Command,
  flagOptions,
  isUsageFault,
  type Outcome,
  usageFault,
  valueOptions,
} from './command.ts'
import { commandHelp, commands, helpText, usageLine } from './commands.ts'
import { givenPassphrase } from './passphrase.ts'
import { freePath, makeFolder } from './save-path.ts'

export type Terminal = {
  /** Where relative paths begin. */
  readonly folder: string
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
}

/** Exit code: 0 done, 1 a problem, 2 the line is not a command. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  let dataFolder = chosenDataFolder(undefined)
  try {
    const line = readLine(args, terminal)
    if (line.call.options.data) dataFolder = line.call.pathOf(line.call.options.data)
    if (line.isHelp || !line.command) {
      terminal.print(line.command ? commandHelp(line.command) : helpText())
      return 0
    }
    const outcome = await runOn(dataFolder, line.command, line.call)
    terminal.print(line.isJson ? JSON.stringify(outcome.value) : outcome.text)
    return 0
  } catch (error) {
    return report(error, dataFolder, terminal)
  }
}

async function runOn(dataFolder: string, command: Command, call: Call): Promise<Outcome> {
  if ('runApart' in command) return await command.runApart(dataFolder, call)
  const core = await openCore({ dataFolder, host: hostOf(command, call), passphrase: await givenPassphrase(call) })
  try {
    return await command.run(clientOf(core), call)
  } finally {
    await core.close()
  }
}

function hostOf({ out }: Command, { options, pathOf }: Call): HostPort {
  const named = out === 'marked' ? options.marked : options.out
  if (!out || named === undefined) return { shell: 'cli' }
  const given = pathOf(named)
  const inFolder = async (name: string) => {
    await makeFolder(given)
    return freePath(given, name)
  }
  if (out !== 'folder') return { shell: 'cli', pickSavePath: async () => given }
  return { shell: 'cli', pickSavePath: inFolder, pickFolder: async () => given }
}

type Line = {
  readonly command: Command | undefined
  readonly call: Call
  readonly isJson: boolean
  readonly isHelp: boolean
}

function readLine(args: readonly string[], { folder }: Terminal): Line {
  const { values, positionals, tokens } = parsed(args)
  const command = commandOf(positionals)
  type Values = { json?: boolean; help?: boolean } & Call['options'] & Call['flags']
  const { json = false, help = false, ...given } = values as Values
  const words = command ? positionals.slice(command.name.split(' ').length) : positionals
  const isFlag = ([name]: readonly [string, unknown]) => flagOptions.some((flag) => flag === name)
  const flags = Object.fromEntries(Object.entries(given).filter(isFlag)) as Call['flags']
  const options = Object.fromEntries(Object.entries(given).filter((one) => !isFlag(one))) as Call['options']
  const every = (name: string) =>
    tokens.flatMap((token) => (token.kind === 'option' && token.name === name ? [token.value ?? ''] : []))
  const call: Call = { words, options, flags, every, pathOf: (given) => resolve(folder, given) }
  if (command && !help) refuseOdd(command, call)
  if (!command && positionals.length > 0) throw usageFault(`没有“${positionals.slice(0, 2).join(' ')}”这个命令。`)
  return { command, call, isJson: json, isHelp: help }
}

function parsed(args: readonly string[]) {
  const ofValue = Object.fromEntries(valueOptions.map((name) => [name, { type: 'string' as const }]))
  const ofFlag = Object.fromEntries(flagOptions.map((name) => [name, { type: 'boolean' as const }]))
  const options = {
    ...ofValue,
    ...ofFlag,
    json: { type: 'boolean' as const },
    help: { type: 'boolean' as const, short: 'h' },
  }
  // Not strict, because the built-in refusals are English sentences.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!(token.name in options)) throw usageFault(`没有选项 ${token.rawName}。`)
    const takesValue = token.name in ofValue
    if (
      takesValue &&
      (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))
    )
      throw usageFault(`选项 ${token.rawName} 后面缺少值。`)
    if (!takesValue && token.value !== undefined) throw usageFault(`选项 ${token.rawName} 不带值。`)
  }
  return { values, positionals, tokens }
}

/** The command with the longest name that the line begins with. */
function commandOf(positionals: readonly string[]): Command | undefined {
  const fits = ({ name }: Command) => name.split(' ').every((word, index) => positionals[index] === word)
  return commands.filter(fits).sort((one, other) => other.name.length - one.name.length)[0]
}

function refuseOdd(command: Command, { words, options, flags }: Call): void {
  const missing = (command.required ?? []).find((option) => options[option] === undefined)
  const allowed: readonly string[] = ['data', 'passphrase-file', ...command.options, ...(command.flags ?? [])]
  const odd = Object.keys({ ...options, ...flags }).find((option) => !allowed.includes(option))
  if (odd) throw usageFault(`“${command.name}”没有选项 --${odd}。用法：${usageLine(command)}`)
  if (missing) throw usageFault(`缺少 --${missing}。用法：${usageLine(command)}`)
  if (
    (words.length > command.words && !command.hasMoreWords) ||
    words.length < command.words - (command.optionalWords ?? 0)
  )
    throw usageFault(`“${command.name}”的写法不对。用法：${usageLine(command)}`)
}

function report(error: unknown, dataFolder: string, { printError }: Terminal): 1 | 2 {
  if (isUsageFault(error)) {
    printError(`${error.sentence}\n全部命令见：npm run --silent cli -- --help`)
    return 2
  }
  if (error instanceof Problem || error instanceof ORPCError) {
    printError(error.message)
    return 1
  }
  logError(dataFolder, () => new Date().toISOString(), error)
  printError(
    '程序内部出错，本次操作没有完成，已有数据不受影响；请重试，仍不行请把数据文件夹中的“错误日志”交给技术人员。',
  )
  return 1
}
