/** The address of the window's files, `app://bundle/` (程序内页面): the build folder and nothing else. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { freshPage, readPageFile, safeHeaders } from '../page/static-page.ts'

export const origin = 'app://bundle'

/** Must run before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built window in `folder`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (host !== 'bundle' || method !== 'GET') return answer(404)
    if (pathname === '/') return servePage(folder)
    const file = await readPageFile(folder, pathname)
    return file ? answer(200, new Uint8Array(file.bytes), { 'Content-Type': file.type }) : answer(404)
  })
}

async function servePage(folder: string): Promise<Response> {
  const page = freshPage(await readFile(join(folder, 'index.html'), 'utf8'))
  return answer(200, page.html, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': page.policy })
}

function answer(
  status: number,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Response {
  return new Response(body ?? null, { status, headers: { ...safeHeaders, ...headers } })
}
