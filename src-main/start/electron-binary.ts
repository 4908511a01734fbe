/** Finds a desktop runtime (Electron) for this machine, and fetches it once where that is wanted and the network allows. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronBinary = { readonly path: string } | { readonly reason: string }

/** Milliseconds for fetching about 120 MB; whoever has less patience presses Ctrl+C and `npm run start:browser`. */
const patience = 5 * 60_000

const programs: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** The path of a binary that runs, or in Chinese why there is none. Looks at ELECTRON_OVERRIDE_DIST_PATH first. */
export function findElectron(root: string, { mayFetch }: { readonly mayFetch: boolean }): ElectronBinary {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { reason: '这里没有图形界面，打不开桌面窗口' }
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist')
  const path = join(folder, programs[process.platform] ?? 'electron')
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(path))
    return { reason: `ELECTRON_OVERRIDE_DIST_PATH 所指的“${folder}”中没有 Electron` }
  if (!existsSync(path) && !mayFetch) return { reason: '还没有桌面运行环境（Electron）' }
  if (!existsSync(path) && !fetchElectron(root, path)) return { reason: '桌面运行环境（Electron）没有下载成功' }
  return runs(path) ? { path } : { reason: '桌面运行环境（Electron）在这台电脑上运行不起来' }
}

/** What Electron is told besides the program: its own complaints (log level below fatal) are nothing to a clerk. */
export function electronFlags(): string[] {
  return [
    '--log-level=3',
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(process.env.XUEXUAN_ELECTRON_FLAGS?.split(' ') ?? []),
  ]
}

/** Chromium refuses to run its sandbox as root. */
export function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** By the electron package's own installer, which checks the hash and heeds ELECTRON_MIRROR. */
function fetchElectron(root: string, path: string): boolean {
  console.log('首次打开桌面窗口，正在下载运行环境 Electron（约120MB，最多等5分钟）……')
  const installer = join(root, 'node_modules/electron/install.js')
  const { status } = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: patience })
  return status === 0 && existsSync(path)
}

/** A missing system library shows already when the binary only serves as a Node. */
function runs(path: string): boolean {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  return spawnSync(path, ['-e', '0'], { stdio: 'ignore', timeout: 20_000, env }).status === 0
}
