import { symlink } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bodyLimit } from '../../../src-main/shell-browser/server.ts'
import { study } from '../../sample-records.ts'
import { call, openShell } from './open-shell.ts'
import { send } from './send.ts'

test('a page on another port of this computer cannot add a record, even with a form that needs no permission', async () => {
  const { send, shell, signIn, api } = await openShell()
  const token = await signIn()
  const boundary = 'x'
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="data"\r\n\r\n${JSON.stringify({ json: [study()] })}\r\n--${boundary}--\r\n`
  const form = (headers: Record<string, string>) =>
    send({
      method: 'POST',
      path: '/rpc/studies/add',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
      body,
    })
  const otherPort = `http://127.0.0.1:${Number(new URL(shell.origin).port) + 1}`
  const statuses = [
    await form({ origin: otherPort, 'sec-fetch-site': 'same-site' }),
    await form({ origin: otherPort, 'sec-fetch-site': 'same-site', authorization: `Bearer ${token}` }),
    await form({ origin: otherPort, authorization: `Bearer ${token}` }), // a browser before Sec-Fetch-Site
    await form({ 'sec-fetch-site': 'same-site', authorization: `Bearer ${token}` }),
    await form({ origin: 'null', authorization: `Bearer ${token}` }),
    await form({ authorization: `Bearer ${token}` }), // no origin: not a browser's POST
  ].map(({ status }) => status)
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403])
  expect(await api.studies.list({})).toEqual({ rows: [], total: 0 })
})

test('another name for this computer is refused, as DNS rebinding would use it', async () => {
  const { send, shell, signIn, own } = await openShell()
  const token = await signIn()
  const port = new URL(shell.origin).port
  const names = [
    `evil.example:${port}`,
    `localhost:${port}`,
    `[::1]:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port}.evil.example`,
  ]
  for (const host of names) {
    const { path = '', ...request } = call('shell/abilities', token, own)
    expect(await send({ ...request, path, headers: { ...request.headers, host } })).toMatchObject({
      status: 421,
      body: '',
    })
    expect(await send({ headers: { host } })).toMatchObject({ status: 421, body: '' })
  }
})

test('a call without the right token is refused, and a cookie is no token', async () => {
  const { send, own, signIn } = await openShell()
  const token = await signIn()
  const request = call('shell/abilities', token, own)
  const withHeaders = (headers: Record<string, string>) => send({ ...request, headers })
  expect(await send(request)).toMatchObject({ status: 200 })
  expect(await withHeaders(own)).toMatchObject({ status: 401, body: '' })
  expect(await withHeaders({ ...own, authorization: 'Bearer ' })).toMatchObject({ status: 401 })
  expect(await withHeaders({ ...own, authorization: `Bearer ${token}x` })).toMatchObject({ status: 401 })
  expect(await withHeaders({ ...own, authorization: `Basic ${token}` })).toMatchObject({ status: 401 })
  expect(await withHeaders({ ...own, cookie: `session=${token}` })).toMatchObject({ status: 401 })
})

test('a launch token works once', async () => {
  const { launchToken, exchange } = await openShell()
  const token = launchToken()
  expect((await exchange(token)).status).toBe(200)
  expect(await exchange(token)).toMatchObject({ status: 401, body: '' })
})

test('a launch token works for sixty seconds', async () => {
  const { launchToken, exchange, waitFor } = await openShell()
  const [early, late] = [launchToken(), launchToken()]
  waitFor(59_999)
  expect((await exchange(early)).status).toBe(200)
  waitFor(1)
  expect(await exchange(late)).toMatchObject({ status: 401, body: '' })
})

test('a launch token is no session token, and only our own page can exchange it', async () => {
  const { launchToken, exchange, send, own } = await openShell()
  const token = launchToken()
  expect(await send(call('shell/abilities', token, own))).toMatchObject({ status: 401 })
  expect(await exchange(token, { origin: 'http://evil.example' })).toMatchObject({ status: 403 })
  expect(await exchange(token, {})).toMatchObject({ status: 403 })
  expect(await exchange('', own)).toMatchObject({ status: 401 })
  expect(await exchange('x'.repeat(100_000), own)).toMatchObject({ status: 413 })
  expect((await exchange(token)).status).toBe(200)
})

test('scripts, frames and pictures of other sites all get the same empty answer, whatever they ask for', async () => {
  const { send } = await openShell()
  const probes = ['script', 'iframe', 'image', 'empty', 'object', 'style'].flatMap((dest) =>
    ['/', '/assets/app.js', '/nothing.js', '/rpc/shell/abilities', '/session'].flatMap((path) =>
      ['cross-site', 'same-site', 'none'].map((site) => ({
        path,
        headers: { 'sec-fetch-dest': dest, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' },
      })),
    ),
  )
  const answers = await Promise.all(probes.map(send))
  const faces = answers.map(({ status, body, headers: { date: _date, ...headers } }) =>
    JSON.stringify({ status, body, headers }),
  )
  expect(new Set(faces).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 403, body: '' })
})

test('the page itself opens from anywhere, because it holds nothing', async () => {
  const { send, launchToken } = await openShell()
  const token = launchToken()
  const answer = await send({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' } })
  expect(answer.status).toBe(200)
  expect(answer.body).not.toContain(token)
  expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toMatch(/学宣|xuexuan|0\.1\.0/)
})

test('each page has a nonce of its own, and only that in its policy', async () => {
  const { send } = await openShell()
  const [one, two] = await Promise.all([send({}), send({})])
  const nonce = /content="([\w-]{22})"/.exec(one.body)?.[1]
  expect(one.headers['content-security-policy']).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  expect(two.body).not.toContain(nonce)
})

test('every answer forbids guessing, keeping, framing by other sites and naming us to them', async () => {
  const { send, own } = await openShell()
  const answers = [
    await send({}),
    await send({ path: '/assets/app.js', headers: own }),
    await send({ path: '/no', headers: own }),
  ]
  for (const { headers } of answers)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  expect(
    answers
      .flatMap(({ headers }) => Object.keys(headers))
      .filter((name) => /cors|allow-origin|server|powered/.test(name)),
  ).toEqual([])
})

test('a preflight of another site gets no permission', async () => {
  const { send } = await openShell()
  const answer = await send({
    method: 'OPTIONS',
    path: '/rpc/studies/add',
    headers: {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(answer).toMatchObject({ status: 403, body: '' })
})

test('a call is a POST', async () => {
  const { send, own, signIn } = await openShell()
  const authorization = `Bearer ${await signIn()}`
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
    expect(await send({ method, path: '/rpc/shell/abilities', headers: { ...own, authorization } })).toMatchObject({
      status: 405,
    })
})

test('a request that is too big is refused before it is read', async () => {
  const { send, own, signIn } = await openShell()
  const request = call('shell/abilities', await signIn(), own)
  const answer = await send({ ...request, body: Buffer.alloc(bodyLimit + 1, ' ') }).catch((error) => ({
    status: error.code,
  }))
  // The server may close the connection while we are still sending.
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(answer.status)
})

test('only files of the page are served, whatever the path tries', async () => {
  const { send, own, pageFolder } = await openShell()
  await symlink(join(pageFolder, '../secret.js'), join(pageFolder, 'assets/link.js'))
  expect((await send({ path: '/assets/app.js', headers: own })).body).toBe('console.log(1)')
  const attempts = [
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets\\..\\..\\secret.js',
    '//etc/hosts.js',
    '/assets/link.js',
    '/assets/app.js%00',
    '/assets',
    '/index.html',
    'http://127.0.0.1/assets/app.js',
  ]
  for (const path of attempts) {
    const { status, body } = await send({ path, headers: own })
    expect([path, status === 404 || status === 400, body]).toEqual([path, true, ''])
  }
})

test('no other address of this computer answers', async () => {
  const { shell } = await openShell()
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1')
    .map(({ address }) => address)
  for (const address of [...others, '127.0.0.2', '[::1]']) {
    const url = shell.origin.replace('127.0.0.1', address)
    const failure = await send(url, {}).then(
      ({ status }) => `answered ${status}`,
      (error) => error.code,
    )
    expect(['ECONNREFUSED', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(failure)
  }
})

test('a call that the browser sends twice is done once', async () => {
  const { send, own, signIn, api } = await openShell()
  const request = call('studies/add', await signIn(), { ...own, 'x-call-id': 'call-1' }, [study()])
  const again = await Promise.all([send(request), send(request)])
  expect(again.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await api.studies.list({})).total).toBe(1)
})

test('a damaging name in the input is refused', async () => {
  const { send, own, signIn } = await openShell()
  const request = call('studies/add', await signIn(), own)
  const body = '{"json":{"__proto__":{"polluted":true}},"meta":[[1,"__proto__","polluted"]]}'
  expect((await send({ ...request, body })).status).toBe(400)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
