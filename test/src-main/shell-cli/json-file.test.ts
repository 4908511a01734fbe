import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readJsonFile } from '../../../src-main/shell-cli/json-file.ts'
import { makeTestFolder } from '../../open-test-app.ts'

async function read(content: string | Uint8Array) {
  const path = join(await makeTestFolder(), 'f.json')
  await writeFile(path, content)
  return await readJsonFile(path).catch((error: Error) => error.message.replace(path, 'F'))
}

test('the place at which a text stops being JSON is named by line and column', async () => {
  const places: readonly (readonly [string, number, number])[] = [
    ['', 1, 1],
    ['abc', 1, 1],
    ['{\n  "a": [1, 2,],\n}', 2, 14],
    ['{"a": 1,}', 1, 9],
    ['{"a" 1}', 1, 6],
    ['{a: 1}', 1, 2],
    ['{"a": "两\n行"}', 1, 7],
    ['[1 2]', 1, 4],
    ['[1]\n[2]', 2, 1],
    ['{"a": 01}', 1, 8],
    ['[{"a": true}, {"b": nul}]', 1, 21],
    ['{"a": "\\x"}', 1, 7],
    ['[', 1, 2],
  ]
  for (const [text, line, column] of places)
    expect(await read(text), text).toBe(`文件“F”第${line}行第${column}列不是正确的JSON，没有保存，请改正后再试。`)
})

test('nesting without end is a fault like any other, found without exhausting the stack', async () => {
  expect(await read('['.repeat(200_000))).toBe('文件“F”第1行第200001列不是正确的JSON，没有保存，请改正后再试。')
})

test('another encoding is named as such', async () => {
  // 工会 in GB 18030.
  expect(await read(Buffer.from([0x22, 0xb9, 0xa4, 0xbb, 0xe1, 0x22]))).toBe(
    '文件“F”不是UTF-8编码，没有保存，请另存为UTF-8后再试。',
  )
})

test('a missing file and a folder are named as such', async () => {
  const folder = await makeTestFolder()
  const sentence = (path: string) => readJsonFile(path).catch((error: Error) => error.message)
  expect(await sentence(join(folder, '无'))).toBe(`文件“${join(folder, '无')}”不存在，请核对文件名和权限后再试。`)
  expect(await sentence(folder)).toBe(`文件“${folder}”是一个文件夹，请核对文件名和权限后再试。`)
})
