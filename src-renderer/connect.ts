/**
 * The window's link to the core (连接): a MessagePort in the desktop shell, HTTP with a bearer token in a browser tab.
 * Both give the same typed client; every way in which a link breaks is one `Disconnected` error.
 */
import { type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Api } from '../src-shared/contract.ts'

export type { Api }

export type Connection = {
  readonly api: Api
  /** Calls `listener` when the core was started again: what was asked before is void. Returns the way to stop. */
  readonly onRestart: (listener: () => void) => () => void
}

/** The core cannot be reached; `message` is the Chinese sentence to show. */
export type Disconnected = Error & { readonly name: 'Disconnected' }

type Link = ClientLink<Record<never, never>>

const notLaunched = '这个页面不是从学宣台账打开的，或者已经过期。请关闭这个标签页，从桌面图标打开。'
const lost = '与学宣台账的连接断开了，刚才的操作可能没有完成。请重新打开学宣台账，核对后再继续。'
const restarted = '学宣台账的后台出错后已重新启动，刚才的操作可能没有完成，请核对后再继续。'
const sentTwice = '浏览器把同一个操作发送了两次，只执行了一次，结果没有传回。请刷新页面，核对后再继续。'

/**
 * Connects to the core that opened this page. Call it before the router looks at the address: the launch token is
 * in the `#` part and is taken out of it here. Pages must therefore be routed by hash; only `/` is served.
 * @throws Disconnected when the page was not opened from the desktop icon
 */
export async function connect(): Promise<Connection> {
  const connection =
    'desktop' in window
      ? connectByPort()
      : { link: connectByHttp(await sessionToken()), onRestart: () => () => undefined }
  document.title = '学宣台账'
  return { api: clientOver(connection.link), onRestart: connection.onRestart }
}

/** The typed client over any link, with its failures made plain. */
export function clientOver(link: Link): Api {
  return createORPCClient<Api>(plainly(link))
}

/** A link over a port that refuses calls once the port is closed; by itself the port would swallow them. */
export function linkOver(port: MessagePort): Link {
  const link = new PortLink({ port })
  let isClosed = false
  port.addEventListener('close', () => {
    isClosed = true
  })
  port.start()
  return {
    call: async (...request) => {
      if (isClosed) throw disconnected(lost)
      return await link.call(...request)
    },
  }
}

export function isDisconnected(error: unknown): error is Disconnected {
  return error instanceof Error && error.name === 'Disconnected'
}

function connectByPort(): { link: Link; onRestart: Connection['onRestart'] } {
  const listeners = new Set<() => void>()
  let current = openPort()
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window || data !== 'core restarted') return
    current.abandon()
    current = openPort()
    for (const listener of listeners) listener()
  })
  return {
    link: { call: (...request) => current.link.call(...request) },
    onRestart(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function openPort(): { link: Link; abandon: () => void } {
  const { port1, port2 } = new MessageChannel()
  const link = linkOver(port1)
  // The preload passes the port on to the core.
  window.postMessage('core port', window.origin, [port2])
  const abandon = () => {
    // A core that died may leave its port open, so what is pending is ended here.
    port1.dispatchEvent(new Event('close'))
    port1.close()
  }
  return { link, abandon }
}

function connectByHttp(token: string): Link {
  return new HttpLink({
    url: `${window.origin}/rpc`,
    headers: () => ({ authorization: `Bearer ${token}`, 'x-call-id': crypto.randomUUID() }),
    async fetch(request, init, _options, path) {
      // What was typed last must still arrive when the tab goes away; browsers allow that for short requests only.
      const keepalive = document.visibilityState === 'hidden' && path[0] === 'drafts'
      const response = await fetch(request, { ...init, credentials: 'omit', cache: 'no-store', keepalive })
      if (response.status === 401) throw disconnected(notLaunched)
      if (response.status === 409) throw disconnected(sentTwice)
      return response
    },
  })
}

/** The token of this tab: kept over a reload, fetched with the launch token on the first visit. */
async function sessionToken(): Promise<string> {
  const launch = /^#launch=([\w-]+)$/.exec(location.hash)?.[1]
  if (launch) {
    history.replaceState(null, '', '/')
    const answer = await fetch('/session', { method: 'POST', body: launch }).catch((cause) => {
      throw disconnected(lost, cause)
    })
    if (answer.ok) sessionStorage.setItem('session', await answer.text())
  }
  const token = sessionStorage.getItem('session')
  if (!token) throw disconnected(notLaunched)
  return token
}

/** Gives every failure of a link one of three faces: the caller's own abort, a declared problem, or Disconnected. */
function plainly(link: Link): Link {
  return {
    async call(path, input, options) {
      try {
        const output = await link.call(path, input, options)
        return isStream(output) ? plainStream(output, options.signal) : output
      } catch (error) {
        throw plainError(error, options.signal)
      }
    },
  }
}

/** Not a generator: `return()` must reach the link even while a `next()` waits. */
function plainStream(stream: AsyncIterator<unknown>, signal: AbortSignal | undefined): AsyncIterableIterator<unknown> {
  return {
    async next() {
      try {
        return await stream.next()
      } catch (error) {
        throw plainError(error, signal)
      }
    },
    async return(value) {
      return (await stream.return?.(value)) ?? { done: true, value }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function plainError(error: unknown, signal: AbortSignal | undefined): unknown {
  // After an abort the links throw this or that; what the caller asked for is the truth.
  if (signal?.aborted) return signal.reason
  if (!(error instanceof Error) || isDisconnected(error)) return error
  const isPortGone = error.message.startsWith('[AsyncIdQueue]') || error.name === 'AbortError'
  const isHttpGone = error instanceof TypeError && /fetch|network|terminated/i.test(error.message)
  return isPortGone || isHttpGone ? disconnected(isPortGone ? restarted : lost, error) : error
}

function isStream(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

function disconnected(sentence: string, cause?: unknown): Disconnected {
  return Object.assign(new Error(sentence, { cause }), { name: 'Disconnected' as const })
}
