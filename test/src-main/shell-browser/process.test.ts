import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { endWhenIdle } from '../../../src-main/shell-browser/end-when-idle.ts'
import { writeRedirect } from '../../../src-main/shell-browser/open-browser.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { openShell } from './open-shell.ts'

const main = join(import.meta.dirname, '../../../src-main/shell-browser/main.ts')

test('a second start names who holds the folder and ends with 1; Ctrl+C ends the first with 0 and frees the folder', async () => {
  const folder = await makeTestFolder()
  const first = start(folder)
  await first.says('#launch=')
  const second = start(folder)
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(
    /^数据文件夹“.*”正由电脑“.*”上的用户“.*”在浏览器中使用.*，请先关闭浏览器里的学宣台账，一分钟后再试。\n$/,
  )
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  const third = start(folder)
  await third.says('#launch=')
  third.child.kill('SIGTERM')
  expect(await third.ended).toBe(0)
})

test('the file that leads the browser here is for this user only and goes away', async () => {
  const { path, remove } = await writeRedirect('http://127.0.0.1:1/#launch=token')
  expect(await readFile(path, 'utf8')).toContain('url=http://127.0.0.1:1/#launch=token')
  expect([(await stat(path)).mode & 0o777, (await stat(dirname(path))).mode & 0o777]).toEqual([0o600, 0o700])
  await remove()
  await expect(stat(dirname(path))).rejects.toThrow('ENOENT')
})

test('a window is counted while its event stream is open', async () => {
  const { shell, own, signIn } = await openShell()
  const headers = { ...own, authorization: `Bearer ${await signIn()}`, 'content-type': 'application/json' }
  const abort = new AbortController()
  const stream = await fetch(`${shell.origin}/rpc/jobs/events`, { method: 'POST', headers, signal: abort.signal })
  expect([stream.status, shell.windows()]).toEqual([200, 1])
  abort.abort()
  await expect.poll(shell.windows).toBe(0)
})

test('the program ends soon after the last event stream has closed, and not over a reload', async () => {
  let ends = 0
  const stop = () => {
    ends += 1
  }
  const idle = endWhenIdle(stop, { first: 600_000, after: 300 })
  const { shell, own, signIn } = await openShell({ onWindows: idle.onWindows })
  const headers = { ...own, authorization: `Bearer ${await signIn()}`, 'content-type': 'application/json' }
  const openWindow = async () => {
    const abort = new AbortController()
    await fetch(`${shell.origin}/rpc/jobs/events`, { method: 'POST', headers, signal: abort.signal })
    return () => abort.abort()
  }
  const [closeFirst, closeSecond] = [await openWindow(), await openWindow()]
  closeFirst()
  await expect.poll(shell.windows).toBe(1)
  await wait(600)
  closeSecond()
  await expect.poll(shell.windows).toBe(0)
  const closeAgain = await openWindow()
  await wait(600)
  expect(ends).toBe(0)
  closeAgain()
  await expect.poll(() => ends).toBe(1)
  expect(shell.windows()).toBe(0)
})

test('a program whose browser never came ends too, later', async () => {
  let ends = 0
  const stop = () => {
    ends += 1
  }
  endWhenIdle(stop, { first: 100, after: 0 })
  await expect.poll(() => ends).toBe(1)
})

function start(folder: string) {
  const child = spawn(process.execPath, [main, '--data', folder, '--no-open', '--keep'])
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const says = (word: string) => expect.poll(() => text, { timeout: 15_000 }).toContain(word)
  return { child, ended, says, said: () => text }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
