/** Plain HTTP as an attacker or a browser would send it: every header as given, nothing added. */
import { request } from 'node:http'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type Request = {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** Sends one request to the port of `origin`, on a connection of its own. */
export function send(origin: string, { method = 'GET', path = '/', headers = {}, body }: Request): Promise<Answer> {
  const { hostname, port, host } = new URL(origin)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname: hostname.replace(/[[\]]/g, ''),
        port,
        method,
        path,
        headers: { host, ...headers },
        agent: false,
        setHost: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
