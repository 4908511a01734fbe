/** Playwright fixture: the preview by itself, bundled by Vite, with the fonts that LibreOffice takes in the tests. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

let bundle: Promise<{ script: string; style: string }> | undefined

/** Opens the empty preview in that page. */
export async function openPapers(page: Page): Promise<void> {
  bundle ??= bundlePapers()
  const { script, style } = await bundle
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>body { margin: 0 } ${style}</style></head><body></body></html>`
  await page.route('http://papers.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }))
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
  const style = outputs.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [file.source] : [],
  )
  return { script, style: style.join('\n') }
}
