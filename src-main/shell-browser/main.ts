/**
 * The browser shell (浏览器外壳): the core in this process, its window in the system's browser.
 * `node src-main/shell-browser/main.ts [--data DIR] [--no-open] [--keep] [--dev]`
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '../../src-shared/problems.ts'
import { type Core, openCore } from '../core.ts'
import { chosenDataFolder } from '../data-folder-path.ts'
import { endWhenIdle } from './end-when-idle.ts'
import { openBrowser } from './open-browser.ts'
import { type BrowserShell, startServer } from './server.ts'

/** After the last tab the folder is soon free for the desktop window, which says how long to wait. */
const patience = { first: 10 * 60_000, after: 60_000 }

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    /** Opens no browser; the address is printed all the same. */
    'no-open': { type: 'boolean', default: false },
    /** Goes on running without a window. */
    keep: { type: 'boolean', default: false },
    /** Serves the window from its sources, with reload. */
    dev: { type: 'boolean', default: false },
  },
})

try {
  await run()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const core = await openCore({ dataFolder: chosenDataFolder(options.data), host: { shell: 'browser' } })
  const idle = options.keep || options.dev ? null : endWhenIdle(() => stop(), patience)
  const pageFolder = join(import.meta.dirname, '../../out/renderer')
  const servePage = options.dev ? await (await import('./dev-page.ts')).createDevPage() : undefined
  const shell = await startServer({
    context: core.context,
    pageFolder,
    ...(idle ? { onWindows: idle.onWindows } : {}),
    ...(servePage ? { servePage } : {}),
  })
  const stop = closeOnce(shell, core)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  sayAddress(shell)
  if (!options['no-open'] && !(await openBrowser(shell.launchUrl())))
    console.log('没有找到可以打开的浏览器，请把上面的地址复制到浏览器中。')
}

function sayAddress(shell: BrowserShell): void {
  const say = () => console.log(`地址（60秒内有效，只能打开一次）：${shell.launchUrl()}`)
  say()
  if (!process.stdin.isTTY) return
  console.log('按回车键换一个新地址，按 Ctrl+C 退出。')
  process.stdin.on('data', say).unref()
}

function closeOnce(shell: BrowserShell, core: Core): () => void {
  let isClosing = false
  return () => {
    if (isClosing) return
    isClosing = true
    void shell
      .close()
      .then(() => core.close())
      .then(() => process.exit())
  }
}
