/** Reads a JSON file that a person or another program wrote; what is wrong is said with line and column. */
import { readFile } from 'node:fs/promises'
import { Problem } from '../../src-shared/problems.ts'

/** UTF-8 with or without byte order mark. @throws Problem FILE_UNREADABLE, INVALID_INPUT */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = decode(await readBytes(path), path)
  try {
    return JSON.parse(text)
  } catch {
    const [line, column] = lineAndColumn(text, firstFault(text))
    throw new Problem('INVALID_INPUT', `文件“${path}”第${line}行第${column}列不是正确的JSON，没有保存，请改正后再试。`)
  }
}

/** @throws Problem FILE_UNREADABLE */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' || code === 'ENOTDIR' ? '不存在' : code === 'EISDIR' ? '是一个文件夹' : '读不了'
    throw new Problem('FILE_UNREADABLE', `文件“${path}”${why}，请核对文件名和权限后再试。`, { cause })
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem('INVALID_INPUT', `文件“${path}”不是UTF-8编码，没有保存，请另存为UTF-8后再试。`, { cause })
  }
}

function lineAndColumn(text: string, at: number): [number, number] {
  const before = text.slice(0, at).split('\n')
  return [before.length, (before.at(-1)?.length ?? 0) + 1]
}

const scalar =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them raw in a string, and that is a fault to find
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const blank = /[\t\n\r ]*/y

/** What follows a character or value at one step: characters consumed (null is a fault), then what to expect next. */
type Step = readonly [consumed: number | null, ...next: string[]]
const fault: Step = [null]

/** Where the text stops being JSON: the engine's own message does not always say. */
function firstFault(text: string): number {
  const expected = ['end', 'value']
  let at = 0
  for (let state = expected.pop(); state !== undefined; state = expected.pop()) {
    at += lengthOf(blank, text, at) ?? 0
    const [consumed, ...next] = stepOf(state, text, at)
    if (consumed === null) break
    at += consumed
    expected.push(...next)
  }
  return at
}

function stepOf(state: string, text: string, at: number): Step {
  const character = text.charAt(at)
  switch (state) {
    case 'value':
      if (character === '{') return [1, 'first member']
      if (character === '[') return [1, 'first item']
      return [lengthOf(scalar, text, at)]
    case 'first member':
      return character === '}' ? [1] : [0, 'members', 'value', ':', 'key']
    case 'members':
      if (character === '}') return [1]
      return character === ',' ? [1, 'members', 'value', ':', 'key'] : fault
    case 'first item':
      return character === ']' ? [1] : [0, 'items', 'value']
    case 'items':
      if (character === ']') return [1]
      return character === ',' ? [1, 'items', 'value'] : fault
    case 'key':
      return character === '"' ? [lengthOf(scalar, text, at)] : fault
    case ':':
      return character === ':' ? [1] : fault
    default:
      return fault
  }
}

function lengthOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? null
}
