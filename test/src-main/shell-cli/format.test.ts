import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CheckResult } from '../../../src-shared/conformance.ts'
import type { Formatted } from '../../../src-shared/formatting.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

const letter = `云山县总工会关于报送有关情况的函

县人力资源和社会保障局：
请将有关情况于月底前函告我会，盼复为荷。

云山县总工会
2026年11月21日
`

test('a text is formatted with options, the result is checked and mended', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '函.txt'), letter)
  await jsonFile(folder, 'meta.json', { mark: '云山县总工会', number: '云工函〔2026〕3号' })
  const format = ['document', 'format', '函.txt', '--kind', '函', '--seal', '--meta', 'meta.json', '--out', '函.docx']
  const report = await cliJson<Formatted & { file: string }>(folder, ...format)
  expect([report.kind, report.file]).toEqual(['函', join(folder, '函.docx')])
  expect(report.missing.find(({ part }) => part === 'copyTo')?.note).toBe('原文未见')
  const results = await cliJson<CheckResult[]>(folder, 'document', 'check', '函.docx')
  expect(Object.keys(results[0] ?? {})).toEqual(
    expect.arrayContaining(['id', 'severity', 'clause', 'pass', 'found', 'expected', 'mend']),
  )
  await cliJson(folder, 'document', 'mend', '函.docx', '--out', '好.docx')
  expect((await readFile(join(folder, '好.docx'))).length).toBeGreaterThan(5_000)
})

test('parts of a file, a profile of its own and a wrong part: one line each', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '函.txt'), letter)
  await jsonFile(folder, 'meta.json', { secrecy: { level: '秘密', term: '1年' }, recipients: ['县财政局'] })
  await jsonFile(folder, 'wrong.json', { recipient: ['县财政局'] })
  const format = (meta: string) => ['document', 'format', '函.txt', '--meta', meta, '--out', '函.docx']
  const { missing } = await cliJson<Formatted>(folder, ...format('meta.json'), '--layout', 'strict-33476')
  expect(missing.some(({ part }) => part === 'secrecy')).toBe(false)
  const [row4] = (await cliJson<CheckResult[]>(folder, 'document', 'check', '函.docx')).filter(({ id }) => id === 4)
  expect(row4).toMatchObject({ pass: true, expected: '上 34.6毫米' })
  const { code, error } = await cli(folder, ...format('wrong.json'))
  expect([code, error]).toEqual([1, '指定的公文要素有误，没有排版：有不认识的字段“recipient”，请核对字段名。'])
  expect((await cli(folder, ...format('meta.json'), '--layout', '竖排')).code).toBe(2)
})

test('a doubt names the line of a text and the paragraph of a Word file', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '函.txt'), letter.replace('云山县总工会关于', '关于'))
  const format = (given: string, made: string) => cli(folder, 'document', 'format', given, '--out', made)
  expect((await format('函.txt', '一.docx')).out).toContain('请核对：第1行，标题一般由')
  expect((await format('一.docx', '二.docx')).out).toMatch(/请核对：第\d+段，标题一般由/)
})

test('a stored document is checked by its id', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'office.json', {
    name: '云山县总工会',
    superior: '固川市总工会',
    documentCode: '云工发',
    signer: '马建国',
  })
  await cliJson(folder, 'office', 'set', '--json-file', 'office.json')
  const { id } = await cliJson<{ id: string }>(folder, 'document', 'new', '通知')
  const rows = await cliJson<CheckResult[]>(folder, 'document', 'check', id)
  expect([rows.length, rows.find((row) => row.id === 86)?.pass]).toEqual([90, false])
})

test('the layout of the office is shown, set by name or by file, and brought back', async () => {
  const folder = await makeTestFolder()
  expect(await cliJson(folder, 'layout', 'show')).toEqual({ name: 'office-A' })
  await jsonFile(folder, 'layout.json', { name: 'duplex', markSize: 50, digits: 'Times' })
  const set = { name: 'duplex', markSize: 50, digits: 'Times' }
  expect(await cliJson(folder, 'layout', 'set', '--json-file', 'layout.json')).toEqual(set)
  expect(await cliJson(folder, 'layout', 'set', '--layout', '套打')).toEqual({ ...set, name: '套打' })
  expect((await cli(folder, 'layout', 'show')).out).toContain('公文版式：套打（套打）')
  await jsonFile(folder, 'big.json', { markSize: 100 })
  expect((await cli(folder, 'layout', 'set', '--json-file', 'big.json')).error).toContain(
    '“发文机关标志字号”：不能大于72磅',
  )
  expect((await cli(folder, 'layout', 'set')).code).toBe(2)
  await jsonFile(folder, 'none.json', {})
  expect(await cliJson(folder, 'layout', 'set', '--json-file', 'none.json')).toEqual({ name: 'office-A' })
})

test('each command tells its own options and the exit codes', async () => {
  const folder = await makeTestFolder()
  const { code, out } = await cli(folder, 'document', 'check', '--help')
  expect(code).toBe(0)
  for (const word of ['severity', 'pass', '退出码：0 完成']) expect(out).toContain(word)
})

test('an unknown kind, a flag with a value and a missing file are refused', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '函.txt'), letter)
  const ran = (...rest: string[]) => cli(folder, 'document', 'format', ...rest, '--out', 'x.docx')
  expect((await ran('函.txt', '--kind', '信')).code).toBe(2)
  expect((await ran('函.txt', '--seal=1')).error).toContain('不带值')
  expect((await ran('没有.txt')).error).toContain('不存在')
  expect((await cli(folder, 'document', 'check', '函.txt', '--seal')).error).toContain('没有选项 --seal')
})
