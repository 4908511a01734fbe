/** Text tables (CSV) in every encoding that offices meet, with all that quotes may hold. */
import { expect, test } from 'vitest'
import { readCsv } from '../../../src-main/excel-import/csv.ts'
import { openTestApp } from '../../open-test-app.ts'
import { bytesFile } from './workbooks.ts'

const table = [
  '2026年宣讲台账,,,,,,,',
  '序号,宣讲时间,宣讲主题,宣讲方式,宣讲人,场所类型,宣讲地点,现场人次',
  '1,11月5日,"党的""二十大""精神",劳模宣讲,"赵铁柱\n孙教授",车间,一车间,"1,200"',
].join('\r\n')

/** 宣讲 and the rest of the table in GB 18030, made by iconv once and told by their bytes. */
const inGb18030 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const char of text) bytes.push(...(gb.get(char) ?? [char.charCodeAt(0)]))
  return Uint8Array.from(bytes)
}
/** The decoder, turned round: two bytes to a Han character. */
const gb = new Map<string, number[]>()
for (let high = 0xa1; high <= 0xf7; high += 1)
  for (let low = 0xa1; low <= 0xfe; low += 1)
    gb.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low])

function utf16(text: string): number[] {
  return [...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])
}

test.each([
  ['UTF-8', new TextEncoder().encode(table)],
  ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(table))],
  ['GB 18030', inGb18030(table)],
  ['UTF-16, as Excel’s Unicode text', Uint8Array.of(0xff, 0xfe, ...utf16(table.replaceAll(/,(?!200)/g, '\t')))],
  ['UTF-8 below a line that names the separator', new TextEncoder().encode(`sep=,\r\n${table}`)],
  ['semicolons between the cells', new TextEncoder().encode(table.replaceAll(/,(?!200)/g, ';'))],
  ['tabs between the cells', new TextEncoder().encode(table.replaceAll(/,(?!200)/g, '\t'))],
])('a text table in %s is read with its quoted cells', async (_name, bytes) => {
  const { api } = await openTestApp()
  await api.imports.apply({ file: bytesFile(bytes, '宣讲.csv') })
  expect((await api.lectures.list({})).rows).toMatchObject([
    {
      date: '2026-11-05',
      topic: '党的"二十大"精神',
      audienceOnSite: 1200,
      speakers: [{ name: '赵铁柱' }, { name: '孙教授' }],
    },
  ])
})

async function rowsOf(text: string): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = []
  for await (const part of readCsv(new TextEncoder().encode(text), '表.csv').parts())
    rows.push(...part.rows.map(({ cells }) => cells))
  return rows
}

test('cells are the same wherever the parts of a long table end', async () => {
  const line = (index: number) =>
    `${index},"第${index}讲，""二十大""\n${'长'.repeat(index % 50)}",第${index % 7}车间\r\n`
  const lines = Array.from({ length: 5000 }, (_, index) => line(index))
  expect(await rowsOf(lines.join(''))).toEqual(
    lines.map((_, index) => [
      String(index),
      `第${index}讲，"二十大"\n${'长'.repeat(index % 50)}`,
      `第${index % 7}车间`,
    ]),
  )
})

test('empty cells, empty lines and what stands behind a closing quote are kept in their places', async () => {
  expect(await rowsOf('a,,c\n\n"b"x,"",\n,,')).toEqual([
    ['a', null, 'c'],
    [null],
    ['bx', null, null],
    [null, null, null],
  ])
})

test('a quote that is never closed is named with its row, before it swallows the file', async () => {
  const rest = `1,2,3\n`.repeat(400_000)
  await expect(rowsOf(`a,b,c\n1,"2,3\n${rest}`)).rejects.toThrow('第2行的引号没有配对')
})
