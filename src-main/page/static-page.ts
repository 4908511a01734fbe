/** The window's page (页面): its files from the build folder and the policy it runs under, the same in both shells. */
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export type PageFile = { readonly bytes: Buffer; readonly type: string }

/** A page with a nonce of its own and the policy that names it. */
export type FreshPage = { readonly html: string; readonly policy: string }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** Headers of every answer: nothing is guessed, framed, referred to or kept. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Puts a new nonce into the page's `<meta name="csp-nonce">`, where antd finds it. */
export function freshPage(html: string): FreshPage {
  const nonce = randomBytes(16).toString('base64url')
  return {
    html: html.replace('<meta name="csp-nonce" content=""', `<meta name="csp-nonce" content="${nonce}"`),
    policy: pagePolicy(nonce),
  }
}

/** Only our own files; styles also with the nonce; frames only as blob:, for the print preview. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A file inside `folder` by its URL path, or null for anything else, whatever the path tries. */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const type = types[extname(urlPath)]
  if (!type || !/^\/[\w.\-/]+$/.test(urlPath)) return null
  try {
    const inside = await realpath(folder)
    const path = await realpath(join(inside, urlPath))
    return path.startsWith(inside + sep) ? { bytes: await readFile(path), type } : null
  } catch {
    return null // not there or not a file: the answer is the same
  }
}
