/** The gate of the browser shell (门卫): which requests are refused before anything is read or run. */
import type { IncomingMessage } from 'node:http'

type Head = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/**
 * The status to refuse a request with, or null to let it pass. Refusals carry no body, so that probes by script,
 * frame or image from another site all look alike.
 * @param host exactly what the address bar shows, `127.0.0.1:PORT`: another name is DNS rebinding
 */
export function refuseForeign(head: Head, host: string): 400 | 403 | 421 | null {
  if (head.headers.host !== host) return 421
  if (!head.url?.startsWith('/')) return 400
  return isTopLevelPage(head) || isOwnPage(head, `http://${host}`) ? null : 403
}

/** The token of `Authorization: Bearer …`, or an empty string. */
export function bearerOf(head: Head): string {
  return /^Bearer ([\w-]+)$/.exec(head.headers.authorization ?? '')?.[1] ?? ''
}

/** Somebody opens the page itself: the only thing that may come from elsewhere, because it holds nothing. */
function isTopLevelPage({ method, url, headers }: Head): boolean {
  if (method !== 'GET' || url !== '/' || headers.origin !== undefined) return false
  return (headers['sec-fetch-dest'] ?? 'document') === 'document'
}

/** Sent by our own page. Another port of 127.0.0.1 is the same site, hence the origin, not the site, must agree. */
function isOwnPage({ method, headers }: Head, origin: string): boolean {
  // Browsers before Sec-Fetch-Site leave it out; then the origin and the token must do.
  if ((headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return false
  // Every browser names the origin of a POST; scripts and styles of the page come without it.
  return method === 'GET' ? (headers.origin ?? origin) === origin : headers.origin === origin
}
