/**
 * Starts the app (启动): builds what is not built, then opens the desktop window, or the browser where there can be no
 * window. `npm start`, `npm run start:browser`, `npm run dev`; what follows `--` goes to the shell, as in
 * `npm start -- --data DIR`.
 *
 * Developing: `npm run dev` serves the window from its sources in the browser and reloads it at every change; after a
 * change of the core press Ctrl+C and start again.
 */
import { join } from 'node:path'
import { buildIfNeeded } from './start/build.ts'
import { electronFlags, findElectron, isRoot } from './start/electron-binary.ts'
import { run } from './start/run.ts'

const root = join(import.meta.dirname, '..')
const isDev = process.argv.includes('--dev')
const isBrowser = isDev || process.argv.includes('--browser')
const options = process.argv.slice(2).filter((option) => option !== '--browser')

if (!isDev && !buildIfNeeded(root, console.log)) process.exit(1)
process.exitCode = (isBrowser ? null : await openDesktop()) ?? (await openBrowser())

/** The exit code of the window, or null where none could be opened; the line printed says why. */
async function openDesktop(): Promise<number | null> {
  const electron = findElectron(root, { mayFetch: true })
  if ('reason' in electron) {
    console.log(`${electron.reason}，改用浏览器打开。`)
    return null
  }
  if (isRoot()) console.log('以 root 身份运行，窗口不使用沙盒（--no-sandbox）；日常使用请换普通用户。')
  const end = await run(electron.path, [...electronFlags(), root, ...options])
  // 0 and 1 are the program's own answers; all else is an Electron that could not start here.
  if (end.code === 0 || end.code === 1 || end.seconds > 30) return end.code ?? 1
  console.log(`桌面窗口没有打开（${end.signal ?? `代码${end.code}`}），改用浏览器打开。`)
  return null
}

async function openBrowser(): Promise<number> {
  const { code } = await run(process.execPath, [join(root, 'src-main/shell-browser/main.ts'), ...options])
  return code ?? 1
}
