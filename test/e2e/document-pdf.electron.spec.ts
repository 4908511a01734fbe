/** `document pdf` of the command line: the same pages as the preview, in a file, without a window to be seen. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { electronProgram, hasDisplay, root, test } from './open-desktop.ts'

const node = join(root, 'node_modules/.bin/node')

test.skip(!electronProgram(), 'no Electron binary: set ELECTRON_OVERRIDE_DIST_PATH or run npx install-electron')
test.skip(!hasDisplay(), 'no display: run under xvfb-run')

function cli(dataFolder: string, ...args: string[]) {
  const line = [join(root, 'src-main/shell-cli/main.ts'), '--data', dataFolder, ...args]
  const { status, stdout, stderr } = spawnSync(node, line, { cwd: dataFolder, encoding: 'utf8' })
  // A line before the last one may tell that the window is being built.
  return { status, out: stdout.trim(), error: stderr.trim().split('\n').at(-1) }
}

function draft(dataFolder: string): string {
  cli(dataFolder, 'sample', 'load')
  const drafted = cli(dataFolder, 'report', 'draft', '--from', '2026-10-01', '--to', '2026-12-31', '--json')
  return JSON.parse(drafted.out).documentId
}

/** Pages, and for each word its left edge in points on the second page. */
function pagesOf(file: string) {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
  const pages = xml.split('<page ').slice(1)
  return pages.map((page) => ({
    text: [...page.matchAll(/<word [^>]*>([^<]*)/g)].map(([, word]) => word).join(''),
    left: Math.min(...[...page.matchAll(/<word xMin="([\d.]+)"/g)].map(([, left]) => Number(left))),
  }))
}

type Pages = readonly { readonly text: string }[]

/** Letters that stand more often on the first pages than on the second. */
function beyond(some: Pages, others: Pages): string[] {
  const left = [...others.map(({ text }) => text).join('')]
  const counts = new Map<string, number>()
  for (const letter of left) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...some.map(({ text }) => text).join('')].filter((letter) => {
    const count = counts.get(letter) ?? 0
    counts.set(letter, count - 1)
    return count <= 0
  })
}

/** The words of all rows that are repeated at the head of a page. */
function headsOf(word: string): string {
  const xml = strFromU8(unzipSync(readFileSync(word))['word/document.xml'] ?? new Uint8Array())
  const rows = xml.match(/<w:tr[ >](?:(?!<\/w:tr>).)*<\/w:tr>/gsu) ?? []
  return rows
    .filter((row) => row.includes('<w:tblHeader'))
    .map((row) => row.replace(/<[^>]+>/gu, ''))
    .join('')
}

test('a stored document becomes a PDF with the pages and words of its Word file, at their size', async ({
  dataFolder,
}) => {
  const id = draft(dataFolder)
  expect(cli(dataFolder, 'document', 'pdf', id, '--out', '报告.pdf', '--json')).toMatchObject({
    status: 0,
    out: JSON.stringify({ file: join(dataFolder, '报告.pdf') }),
  })
  cli(dataFolder, 'document', 'write', id, '--out', '报告.docx')
  const profile = `-env:UserInstallation=file://${join(dataFolder, 'office')}`
  const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(dataFolder, 'word'), '报告.docx']
  execFileSync('soffice', convert, { cwd: dataFolder, stdio: 'ignore' })
  const ours = pagesOf(join(dataFolder, '报告.pdf'))
  const theirs = pagesOf(join(dataFolder, 'word', '报告.pdf'))
  expect(ours).toHaveLength(theirs.length)
  // Where a page ends differs with the fonts, and with it how often the head of a table is repeated; nothing else does.
  const heads = headsOf(join(dataFolder, '报告.docx'))
  expect(beyond(theirs, ours).filter((letter) => !heads.includes(letter))).toEqual([])
  expect(beyond(ours, theirs).filter((letter) => !heads.includes(letter))).toEqual([])
  // 28 mm: Chromium makes everything smaller where anything is wider than the paper.
  expect(Math.abs((ours[1]?.left ?? 0) - (28 / 25.4) * 72)).toBeLessThan(0.5)
  expect(readdirSync(dataFolder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the folder is free again afterwards, and a place that cannot be written is one sentence', async ({
  dataFolder,
}) => {
  const id = draft(dataFolder)
  writeFileSync(join(dataFolder, '文件'), '')
  expect(cli(dataFolder, 'document', 'pdf', id, '--out', '文件/报告.pdf')).toEqual({
    status: 1,
    out: '',
    error: `文件夹“${join(dataFolder, '文件')}”不存在，请换一个位置再试。`,
  })
  writeFileSync(join(dataFolder, '报告.pdf'), '上一次的文件')
  expect(cli(dataFolder, 'document', 'pdf', id, '--out', '报告.pdf').status).toBe(0)
  expect(statSync(join(dataFolder, '报告.pdf')).size).toBeGreaterThan(10_000)
})

test('while the window holds the folder the command line says so, and writes nothing', async ({
  desktop,
  dataFolder,
}) => {
  expect(desktop.page.url()).toContain('app://bundle/')
  const { status, error } = cli(dataFolder, 'document', 'pdf', 'x', '--out', '报告.pdf')
  expect([status, error]).toEqual([1, expect.stringContaining('在桌面窗口中使用')])
  expect(readdirSync(dataFolder)).not.toContain('报告.pdf')
})
