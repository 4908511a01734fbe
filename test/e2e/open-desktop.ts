/** Playwright fixtures: the built app in a real Electron on a fresh data folder. Skipped where there is no Electron. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { test as base } from './open-app.ts'

export const root = join(import.meta.dirname, '../..')

type Desktop = {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the program said on stderr. */
  readonly said: () => string
}

type Fixtures = {
  readonly desktop: Desktop
  /** Starts the program once more, on the same folder if not told otherwise. */
  readonly startDesktop: (folder?: string) => Promise<Desktop>
}

export const test = base.extend<Fixtures>({
  startDesktop: async ({ dataFolder }, use) => {
    base.skip(!electronProgram(), 'no Electron binary: set ELECTRON_OVERRIDE_DIST_PATH or run npx install-electron')
    base.skip(!hasDisplay(), 'no display: run under xvfb-run')
    const started: Desktop[] = []
    await use(async (folder = dataFolder) => {
      const desktop = await launch(folder)
      started.push(desktop)
      return desktop
    })
    for (const { app } of started) await app.close().catch(() => undefined) // some tests end it themselves
  },
  desktop: async ({ startDesktop }, use) => {
    const desktop = await startDesktop()
    await expect(desktop.page).toHaveTitle('学宣台账')
    await use(desktop)
  },
})

/** The program's arguments as `npm start` passes them; Chromium has no sandbox for root and no GPU under Xvfb. */
export function desktopArguments(dataFolder: string): string[] {
  const isRoot = process.getuid?.() === 0
  return ['--disable-gpu', '--log-level=3', ...(isRoot ? ['--no-sandbox'] : []), root, '--data', dataFolder]
}

export function electronProgram(): string | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const candidates = folder ? [join(folder, 'electron'), join(folder, 'electron.exe')] : installedProgram()
  return candidates.find((path) => existsSync(path))
}

/** What the electron package has downloaded, without making it download. */
function installedProgram(): string[] {
  const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '../dist')
  return ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'].map((name) => join(folder, name))
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/** Without `executablePath`: only then does Playwright hold the start back until it listens; it finds the same binary. */
async function launch(dataFolder: string): Promise<Desktop> {
  const app = await _electron.launch({
    args: desktopArguments(dataFolder),
    env: { ...(process.env as Record<string, string>), TZ: 'Asia/Shanghai' },
  })
  let text = ''
  app.process().stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return { app, page: await app.firstWindow(), said: () => text }
}
