/** Opens the system's browser (浏览器) without showing the launch token to the other users of the computer. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchLifetime } from './tokens.ts'

/**
 * Opens `url` through a private file that leads there, because a process list shows arguments. False where no browser
 * can be started; that is no error.
 */
export async function openBrowser(url: string): Promise<boolean> {
  const opener = systemOpener()
  if (!opener) return false
  const { path, remove } = await writeRedirect(url)
  const isOpened = await start(opener.program, [...opener.arguments, pathToFileURL(path).href])
  if (isOpened) setTimeout(remove, launchLifetime).unref()
  else await remove()
  return isOpened
}

/** A page that leads to `url`, readable by this user only: 0600 in a folder 0700. */
export async function writeRedirect(url: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'open-'))
  const path = join(folder, 'open.html')
  await writeFile(path, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, {
    mode: 0o600,
    flag: 'wx',
  })
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}

function systemOpener(): { program: string; arguments: string[] } | null {
  if (process.platform === 'win32') return { program: 'rundll32', arguments: ['url.dll,FileProtocolHandler'] }
  if (process.platform === 'darwin') return { program: 'open', arguments: [] }
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? { program: 'xdg-open', arguments: [] } : null
}

/** False when the program is missing or ends with a failure within three seconds. */
function start(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    setTimeout(() => resolve(true), 3000).unref()
    child.unref()
  })
}
