/** The window's only door (预加载): says which shell this is and passes one port on to the core. */
import { contextBridge, ipcRenderer } from 'electron'

type PageMessage = { readonly source: unknown; readonly data: unknown; readonly ports: readonly object[] }

/** The page's window; this part of the program is compiled without the browser's types. */
declare const window: {
  readonly origin: string
  addEventListener(type: 'message', listener: (message: PageMessage) => void): void
  postMessage(message: string, targetOrigin: string): void
}

contextBridge.exposeInMainWorld('desktop', { shell: 'electron' })

window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === 'core port' && ports.length === 1) {
    ipcRenderer.postMessage('core port', null, ports as Parameters<typeof ipcRenderer.postMessage>[2])
  }
})

ipcRenderer.on('core restarted', () => window.postMessage('core restarted', window.origin))
