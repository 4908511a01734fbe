/** What no window may do (安全限制): leave our page, open others, ask for devices, reach the network. */
import { app, type BrowserWindow, type Session, type WebFrameMain } from 'electron'
import { origin } from './app-protocol.ts'

/** Our page, its blobs, pictures as data; the developer tools are Chromium's own. */
const requestable = [`${origin}/`, `blob:${origin}/`, 'data:', 'devtools:']

/** For every page that will ever exist in this program. */
export function lockWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    // Fired for the top frame too; only the print preview is a frame inside it, made of our own blobs.
    contents.on('will-frame-navigate', (event) => {
      const ours = event.isMainFrame ? [`${origin}/`] : [`blob:${origin}/`, 'about:']
      if (!startsWithOne(event.url, ours)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** No permission but writing text to the clipboard, no device, no request that leaves the program. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isHarmless(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isHarmless(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !startsWithOne(url, requestable) }))
}

/** The top frame of our own window on our own page. */
export function isOurPage(frame: WebFrameMain | null, window: BrowserWindow): boolean {
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === origin
}

function isHarmless(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}

function startsWithOne(url: string, starts: readonly string[]): boolean {
  return starts.some((start) => url.startsWith(start))
}
