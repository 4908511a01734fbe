/** Playwright fixtures: the built app on a fresh data folder, in Chromium through the real browser shell. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { enrolSuperior } from './superior.ts'

const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/.bin/node')

export type RunningShell = {
  /** Works once, within 60 s of the start. */
  readonly launchUrl: string
  readonly origin: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

type Fixtures = {
  /** Whether the office knows a superior before the window opens (`test.use`). */
  readonly hasSuperior: boolean
  /** A folder that is removed after the test. */
  readonly dataFolder: string
  readonly shell: RunningShell
  /** The app, opened and connected. */
  readonly app: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'xuexuan-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
    await rm(`${folder}-备份`, { recursive: true, force: true })
  },
  hasSuperior: [false, { option: true }],
  shell: async ({ dataFolder, hasSuperior }, use) => {
    if (hasSuperior) enrolSuperior(dataFolder)
    const shell = await startBrowserShell(dataFolder)
    await use(shell)
    await shell.stop()
  },
  app: async ({ page, shell }, use) => {
    await page.goto(shell.launchUrl)
    await page.waitForFunction(() => document.title === '学宣台账')
    await use(page)
  },
})

/** Starts the browser shell as its own process, as `npm run start:browser` does, without opening a browser. */
export async function startBrowserShell(dataFolder: string): Promise<RunningShell> {
  const child = spawn(node, ['src-main/shell-browser/main.ts', '--data', dataFolder, '--no-open', '--keep'], {
    cwd: root,
    env: { ...process.env, TZ: 'Asia/Shanghai' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const launchUrl = await new Promise<string>((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(said)?.[0]
      if (url) resolve(url)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    exited.then(() => reject(new Error(`the browser shell ended at once: ${said}`)))
  })
  const stop = async () => {
    child.kill('SIGINT')
    await exited
  }
  return { launchUrl, origin: new URL(launchUrl).origin, process: child, stop }
}
