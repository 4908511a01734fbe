/**
 * The desktop shell (桌面外壳): windows, menus, dialogs and printing; the core runs in a process of its own.
 * `electron . [--data DIR] [--no-sandbox]`; with `--pdf ID --out F.pdf` it prints one document unseen and ends.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, dialog, ipcMain, session } from 'electron'
import { chosenDataFolder } from '../data-folder-path.ts'
import { registerScheme, serveApp } from './app-protocol.ts'
import { type CoreChild, startCore } from './core-child.ts'
import { answerQuestion } from './host-answers.ts'
import { setMenu } from './menu.ts'
import { printDocument } from './print-document.ts'
import { isOurPage, lockSession, lockWindows } from './security.ts'
import { openHiddenWindow, openWindow, showFailure } from './window.ts'

const asked = askedFor()
const dataFolder = chosenDataFolder(asked.data)

// Office computers have Chinese users, whatever the system says; this is for dialogs and the spelling of dates.
app.commandLine.appendSwitch('lang', 'zh-CN')
// Together with --no-sandbox (root on Linux) this would keep every child process from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setPath('userData', profileFolder(dataFolder))
registerScheme()
// Electron's own answer would be a box with a stack.
process.on('uncaughtException', sayDefect)

const { print } = asked
if (print) app.whenReady().then(() => printHidden(print))
else if (app.requestSingleInstanceLock()) app.whenReady().then(showWindow)
else app.quit() // the first start shows its window

function showWindow(): void {
  preparePages()
  setMenu()
  const window = openWindow()
  const core = connectCore(window, (sentence) => showFailure(window, sentence))
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void core.close().then((code) => app.exit(code))
  })
}

/** For the command line, which reads the sentence of what went wrong on stderr. */
async function printHidden({ id, path }: Printing): Promise<void> {
  preparePages()
  const window = openHiddenWindow(`documents/${encodeURIComponent(id)}/preview`)
  const core = connectCore(window, () => app.exit(1))
  const failure = await printDocument(window, path).then(
    () => null,
    (error: unknown) => error,
  )
  if (failure) process.stderr.write(`${failure instanceof Error ? failure.message : failure}\n`)
  await core.close()
  app.exit(failure ? 1 : 0)
}

function preparePages(): void {
  lockWindows()
  lockSession(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))
}

function connectCore(window: BrowserWindow, onFailure: (sentence: string) => void): CoreChild {
  const core = startCore(dataFolder, {
    answer: async (question, text) =>
      // Printing runs on a profile of its own: what is sealed with that one, the window could not open.
      asked.print && question === 'protectSecret' ? undefined : await answerQuestion(window, question, text),
    onRestart: () => window.webContents.send('core restarted'),
    onFailure,
  })
  ipcMain.on('core port', (event) => {
    const [port] = event.ports
    if (port && event.ports.length === 1 && isOurPage(event.senderFrame, window)) core.giveWindow(port)
  })
  return core
}

type Printing = { readonly id: string; readonly path: string }

function askedFor(): { readonly data: string | undefined; readonly print: Printing | undefined } {
  const options = { data: { type: 'string' }, pdf: { type: 'string' }, out: { type: 'string' } } as const
  const { values } = parseArgs({ args: process.argv.slice(1), options, strict: false })
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const [id, path] = [text(values.pdf), text(values.out)]
  return { data: text(values.data), print: id && path ? { id, path } : undefined }
}

function sayDefect(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`)
  if (asked.print) app.exit(1)
  else
    dialog.showErrorBox(
      '学宣台账',
      '程序的窗口部分出错，已保存的数据不受影响；请关闭后重新打开，仍不行请联系技术人员。',
    )
}

/** Chromium's own files lie outside the data folder and apart for each of them; so one window opens per data folder. */
function profileFolder(folder: string): string {
  const own = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(app.getPath('appData'), 'xuexuan-window', asked.print ? `${own}-print` : own)
}
