/** Playwright fixtures: the preview by itself, bundled by Vite, in the fonts that LibreOffice takes for the same documents. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { type LayoutName, type LayoutOptions, layoutOf } from '../../../src-shared/layouts.ts'
import { chooseFonts, renderAll } from '../../src-main/documents/render-pdf.ts'

export type Printed = {
  readonly content: OfficialDocument
  readonly name?: LayoutName
  readonly options?: LayoutOptions
}
type WorkerFixtures = {
  /** Where LibreOffice works; both take their fonts from here. */
  readonly renderFolder: string
}
type Fixtures = {
  /** The empty preview. */
  readonly papers: Page
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  renderFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'xuexuan-papers-'))
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, renderFolder }, use) =>
      use({ ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: await chooseFonts(renderFolder) } }),
    { scope: 'worker' },
  ],
  papers: async ({ page }, use) => {
    await openPapers(page)
    await use(page)
  },
})

/** Turns the documents into PDF with LibreOffice, as `NAME.pdf` in the folder. */
export async function renderWithLibreOffice(folder: string, all: Readonly<Record<string, Printed>>): Promise<void> {
  const written = Object.entries(all).map(
    async ([name, { content, name: layout = 'office-A', options }]) =>
      [name, await writeDocx(content, layoutOf(layout, options))] as const,
  )
  await renderAll(folder, Object.fromEntries(await Promise.all(written)))
}

/** Prints the pages of the preview as `NAME.pdf` in the folder. */
export async function printPapers(papers: Page, folder: string, all: Readonly<Record<string, Printed>>): Promise<void> {
  for (const [name, printed] of Object.entries(all)) {
    await showPapers(papers, printed)
    const pdf = await papers.pdf({ preferCSSPageSize: true, printBackground: true })
    await writeFile(join(folder, `${name}.pdf`), pdf)
  }
}

export async function showPapers(papers: Page, { content, name, options }: Printed): Promise<void> {
  await papers.evaluate(([content, name, options]) => window.showPapers(content, name, options), [
    content,
    name,
    options,
  ] as const)
}

let bundle: Promise<{ script: string; style: string }> | undefined

export async function openPapers(page: Page): Promise<void> {
  bundle ??= bundlePapers()
  const { script, style } = await bundle
  const head = `<meta charset="utf-8"><style>body { margin: 0 } ${style}</style>`
  const body = `<!doctype html><html lang="zh-CN"><head>${head}</head><body></body></html>`
  await page.route('http://papers.test/', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('http://papers.test/')
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'showPapers' in window)
}

async function bundlePapers(): Promise<{ script: string; style: string }> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome109',
      rolldownOptions: { input: join(import.meta.dirname, 'show-papers.ts') },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.find((file) => file.type === 'chunk')?.code ?? ''
  const styles = outputs.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  return { script, style: styles.join('\n') }
}
