/** The window (窗口): sandboxed, without Node, on our own page; or one plain page that says why there is none. */
import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { origin } from './app-protocol.ts'
import { addContextMenu } from './menu.ts'

/** Opens the window; it shows itself when its first picture is there. */
export function openWindow(): BrowserWindow {
  const window = makeWindow()
  window.once('ready-to-show', () => window.show())
  addContextMenu(window)
  void window.loadURL(`${origin}/`)
  return window
}

/** A window that nobody sees, on one page of the program (`documents`); it draws as if it were seen. */
export function openHiddenWindow(page: string): BrowserWindow {
  const window = makeWindow()
  window.webContents.setBackgroundThrottling(false)
  void window.loadURL(`${origin}/#/${page}`)
  return window
}

function makeWindow(): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return new BrowserWindow({
    title: '学宣台账',
    width: Math.min(1366, width),
    height: Math.min(860, height),
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

/** Replaces the window's page by the sentence; closing it ends the program. */
export function showFailure(window: BrowserWindow, sentence: string): void {
  if (window.isDestroyed()) return
  void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(failurePage(sentence))}`)
}

function failurePage(sentence: string): string {
  const text = sentence.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>学宣台账没有打开</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <style>body{font:14px/1.8 sans-serif;color:#1f1f1f;max-width:36em;margin:18vh auto;padding:0 2em}
    h1{font-size:18px}p{overflow-wrap:anywhere}</style></head>
    <body><h1>学宣台账没有打开</h1><p>${text}</p></body></html>`
}
