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

test('an unknown kind, a flag with a value and a missing file are refused', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '函.txt'), letter)
  const ran = (...rest: string[]) => cli(folder, 'document', 'format', ...rest, '--out', 'x.docx')
  expect((await ran('函.txt', '--kind', '信')).code).toBe(2)
  expect((await ran('函.txt', '--seal=1')).error).toContain('不带值')
  expect((await ran('没有.txt')).error).toContain('不存在')
  expect((await cli(folder, 'document', 'check', '函.txt', '--seal')).error).toContain('没有选项 --seal')
})
