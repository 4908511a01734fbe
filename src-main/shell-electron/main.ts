/**
 * The desktop shell (桌面外壳): windows, menus, dialogs and printing; the core runs in a process of its own.
 * `electron . [--data DIR] [--no-sandbox]`
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, ipcMain, session } from 'electron'
import { chosenDataFolder } from '../data-folder-path.ts'
import { registerScheme, serveApp } from './app-protocol.ts'
import { startCore } from './core-child.ts'
import { answerQuestion } from './host-answers.ts'
import { setMenu } from './menu.ts'
import { isOurPage, lockSession, lockWindows } from './security.ts'
import { openWindow, showFailure } from './window.ts'

const dataFolder = chosenDataFolder(askedDataFolder())

// Office computers have Chinese users, whatever the system says; this is for dialogs and the spelling of dates.
app.commandLine.appendSwitch('lang', 'zh-CN')
// Together with --no-sandbox (root on Linux) this would keep every child process from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setPath('userData', profileFolder(dataFolder))
registerScheme()
// Electron's own answer would be a box with a stack.
process.on('uncaughtException', sayDefect)

if (app.requestSingleInstanceLock()) app.whenReady().then(start)
else app.quit() // the first start shows its window

function start(): void {
  lockWindows()
  lockSession(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))
  setMenu()
  const window = openWindow()
  const core = startCore(dataFolder, {
    answer: (question, text) => answerQuestion(window, question, text),
    onRestart: () => window.webContents.send('core restarted'),
    onFailure: (sentence) => showFailure(window, sentence),
  })
  ipcMain.on('core port', (event) => {
    const [port] = event.ports
    if (port && event.ports.length === 1 && isOurPage(event.senderFrame, window)) core.giveWindow(port)
  })
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

function askedDataFolder(): string | undefined {
  const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' } }, strict: false })
  return typeof values.data === 'string' ? values.data : undefined
}

function sayDefect(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`)
  dialog.showErrorBox('学宣台账', '程序的窗口部分出错，已保存的数据不受影响；请关闭后重新打开，仍不行请联系技术人员。')
}

/** Chromium's own files lie outside the data folder and apart for each of them; so one window opens per data folder. */
function profileFolder(folder: string): string {
  return join(app.getPath('appData'), 'xuexuan-window', createHash('sha256').update(folder).digest('hex').slice(0, 16))
}
