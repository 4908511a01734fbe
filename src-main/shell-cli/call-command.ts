/** The command that makes any call of the contract (任意调用): what the window can do without a command of its own. */
import { resolve } from 'node:path'
import { namesOfCalls } from '../../src-shared/calls.ts'
import { contract } from '../../src-shared/contract.ts'
import { Problem, type ProblemData } from '../../src-shared/problems.ts'
import { type Command, usageFault } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { openFile } from './open-file.ts'

/** A stream of events goes to a window that listens, not to a line that ends. */
const withoutAnswer = ['jobs.events']

export const callCommand: Command = {
  name: 'call',
  usage: '[NAME [--json-file F] [--out DIR]]',
  summary: '按名称调用窗口所用的任何一项功能，打印JSON；不写名称时列出全部名称',
  details: [
    '--json-file F  输入；其中 {"$file": "路径"} 换成这个文件，路径从F所在的位置算起',
    '--out DIR      功能给出文件的，存到这个文件夹',
  ],
  words: 1,
  optionalWords: 1,
  options: ['json-file', 'out'],
  out: 'folder',
  async run(api, { words: [name], options, pathOf }) {
    const names = callNames()
    if (name === undefined) return { value: names, text: names.join('\n') }
    if (!names.includes(name)) throw usageFault(`没有叫“${name}”的功能，用“call”列出全部名称。`)
    const given = options['json-file'] && pathOf(options['json-file'])
    const input = given && (await withFiles(await readJsonFile(given), resolve(given, '..')))
    const found = name.split('.').reduce((at: unknown, part) => (at as Record<string, unknown>)[part], api)
    try {
      const value = (await (found as (input: unknown) => Promise<unknown>)(input)) ?? null
      return { value, text: JSON.stringify(value, null, 2) }
    } catch (error) {
      throw withPlaces(error)
    }
  },
}

export function callNames(): readonly string[] {
  return namesOfCalls(contract).filter((name) => !withoutAnswer.includes(name))
}

/** Not every part of an input has a label: whoever writes JSON is told the keys as well. */
function withPlaces(error: unknown): unknown {
  const { data, message } = error as { readonly data?: ProblemData; readonly message: string }
  const places = (data?.issues ?? []).map(({ path }) => path.join('.')).filter((place) => place !== '')
  if (places.length === 0) return error
  return new Problem(
    'INVALID_INPUT',
    `${message.replace(/。$/, '')}（输入中的位置：${places.slice(0, 3).join('、')}）。`,
  )
}

/** @throws Problem FILE_UNREADABLE */
async function withFiles(value: unknown, folder: string): Promise<unknown> {
  if (Array.isArray(value)) return await Promise.all(value.map((item) => withFiles(item, folder)))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [[key, path] = []] = entries
  if (key === '$file' && entries.length === 1 && typeof path === 'string') return await openFile(resolve(folder, path))
  return Object.fromEntries(
    await Promise.all(entries.map(async ([name, item]) => [name, await withFiles(item, folder)])),
  )
}
