/** A real browser shell on a temporary folder with a clock that the test turns. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ServerOptions, startServer } from '../../../src-main/shell-browser/server.ts'
import { createTokens } from '../../../src-main/shell-browser/tokens.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { type Request, send } from './send.ts'

const page = '<!doctype html><meta name="csp-nonce" content=""><script type="module" src="./assets/app.js"></script>'

/** Starts the shell; `waitFor` moves the clock of its tokens. */
export async function openShell({ onWindows }: Pick<ServerOptions, 'onWindows'> = {}) {
  const app = await openTestApp({ host: { shell: 'browser' } })
  const outside = await makeTestFolder()
  const pageFolder = join(outside, 'renderer')
  await mkdir(join(pageFolder, 'assets'), { recursive: true })
  await writeFile(join(pageFolder, 'index.html'), page)
  await writeFile(join(pageFolder, 'assets/app.js'), 'console.log(1)')
  await writeFile(join(outside, 'secret.js'), 'the secret')
  let elapsed = 0
  const shell = await startServer({
    context: app.context,
    pageFolder,
    tokens: createTokens(() => elapsed),
    ...(onWindows ? { onWindows } : {}),
  })
  onTestFinished(shell.close)
  const launchToken = () => new URL(shell.launchUrl()).hash.slice('#launch='.length)
  const own = { origin: shell.origin, 'sec-fetch-site': 'same-origin' }
  const exchange = (token: string, headers: Readonly<Record<string, string>> = own) =>
    send(shell.origin, { method: 'POST', path: '/session', headers, body: token })
  return {
    ...app,
    shell,
    pageFolder,
    own,
    launchToken,
    exchange,
    waitFor: (milliseconds: number) => {
      elapsed += milliseconds
    },
    signIn: async () => (await exchange(launchToken())).body,
    send: (request: Request) => send(shell.origin, request),
  }
}

/** A call as the page sends it. */
export function call(path: string, token: string, own: Readonly<Record<string, string>>, input: unknown = {}): Request {
  return {
    method: 'POST',
    path: `/rpc/${path}`,
    headers: { ...own, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  }
}
