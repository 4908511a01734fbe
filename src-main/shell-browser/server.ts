/** The browser shell's server (本机服务): the page, the token exchange and the contract, on 127.0.0.1 only. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { router } from '../api/router.ts'
import type { CoreContext } from '../core-context.ts'
import { freshPage, readPageFile, safeHeaders } from '../page/static-page.ts'
import { bearerOf, refuseForeign } from './guard.ts'
import { createTokens, type Tokens } from './tokens.ts'

export type BrowserShell = {
  readonly origin: string
  /** An address that opens the app once within 60 s. */
  readonly launchUrl: () => string
  /** Event streams that are open: one per window. */
  readonly windows: () => number
  readonly close: () => Promise<void>
}

export type ServerOptions = {
  readonly context: CoreContext
  /** The built page, `out/renderer`. */
  readonly pageFolder: string
  readonly tokens?: Tokens
  /** Told whenever a window's event stream opens or closes. */
  readonly onWindows?: (windows: number) => void
  /** Answers pages and scripts instead of `pageFolder`, while developing. */
  readonly servePage?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Bytes of one request; larger files travel by path. */
export const bodyLimit = 100 * 1024 * 1024

const launchBodyLimit = 1024
const rememberedCalls = 10_000

/** Starts the server on a free port. */
export async function startServer(options: ServerOptions): Promise<BrowserShell> {
  const tokens = options.tokens ?? createTokens()
  const server = createServer()
  // Chromium sends a POST again when an idle connection is closed under it, so the server never closes one.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const windows = countWindows(options.onWindows)
  const answerCall = createCalls(options.context, tokens)
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)
    const refusal = refuseForeign(request, host)
    if (refusal) return end(response, refusal)
    const path = request.url?.split('?')[0] ?? '/'
    if (path === '/rpc/jobs/events') windows.watch(response)
    const answer = path.startsWith('/rpc/')
      ? answerCall(request, response)
      : path === '/session'
        ? exchangeToken(tokens, request, response)
        : (options.servePage ?? servePage(options.pageFolder))(request, response)
    answer.catch(() => end(response, 500))
  })
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    origin: `http://${host}`,
    launchUrl: () => `http://${host}/#launch=${tokens.launch()}`,
    windows: windows.count,
    close,
  }
}

function createCalls(context: CoreContext, tokens: Tokens) {
  const handler = new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: bodyLimit })] })
  const isFirst = rememberCalls()
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return end(response, 405)
    if (!tokens.isSession(bearerOf(request))) return end(response, 401)
    // The page numbers its calls: a browser that sends one again must not have it done twice.
    if (!isFirst(request.headers['x-call-id'])) return end(response, 409)
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context })
    if (!matched) end(response, 404)
  }
}

async function exchangeToken(tokens: Tokens, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return end(response, 405)
  const text = await readShort(request)
  if (text === null) return end(response, 413)
  const token = tokens.exchange(text)
  if (token === null) return end(response, 401)
  response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(token)
}

function servePage(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET') return end(response, 405)
    const path = request.url ?? '/'
    if (path === '/') {
      const page = freshPage(await readFile(join(folder, 'index.html'), 'utf8'))
      response.setHeader('Content-Security-Policy', page.policy)
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page.html)
      return
    }
    const file = path === '/index.html' ? null : await readPageFile(folder, path)
    if (!file) return end(response, 404)
    response.setHeader('Content-Type', file.type).end(file.bytes)
  }
}

function countWindows(onChange: (windows: number) => void = () => undefined) {
  let open = 0
  return {
    count: () => open,
    watch(response: ServerResponse) {
      open += 1
      onChange(open)
      response.once('close', () => {
        open -= 1
        onChange(open)
      })
    },
  }
}

/** Answers true for the first call of an id, and for calls without one (programs that do not send twice). */
function rememberCalls() {
  const seen = new Set<string>()
  return (id: string | string[] | undefined): boolean => {
    if (typeof id !== 'string') return true
    if (seen.has(id)) return false
    seen.add(id)
    for (const oldest of seen) {
      if (seen.size <= rememberedCalls) break
      seen.delete(oldest)
    }
    return true
  }
}

async function readShort(request: IncomingMessage): Promise<string | null> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > launchBodyLimit) return null
  }
  return text
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status).end()
  else response.destroy()
}
