/** The window straight from its sources (开发用页面), for developers: a saved file shows at once, guards as ever. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pagePolicy } from '../page/static-page.ts'

const root = join(import.meta.dirname, '../../src-renderer')

/** Answers page and scripts through Vite. The window's changes reload; changes of the core need a new start. */
export async function createDevPage(): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  // Imported here: it is there only on a developer's machine.
  const { createServer } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const nonce = randomBytes(16).toString('base64url')
  const vite = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    plugins: [react()],
    html: { cspNonce: nonce },
    server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
  })
  // Vite's own inline scripts carry the nonce, and its reload socket is on a port of its own.
  const policy = pagePolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", "connect-src 'self' ws://127.0.0.1:*")
  return async (request, response) => {
    if (request.url !== '/') return vite.middlewares(request, response, () => response.writeHead(404).end())
    const html = (await readFile(join(root, 'index.html'), 'utf8')).replace('content=""', `content="${nonce}"`)
    response.setHeader('Content-Security-Policy', policy).setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(await vite.transformIndexHtml('/', html))
  }
}
