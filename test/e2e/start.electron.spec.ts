/** The desktop window as it starts, what it may not do, and what happens when its core dies. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { callCore } from './call-core.ts'
import { startBrowserShell } from './open-app.ts'
import { desktopArguments, electronProgram, test } from './open-desktop.ts'

test('the window opens on the first steps', async ({ desktop: { page } }) => {
  await expect(page.getByRole('heading', { name: '学宣台账' })).toBeVisible()
  await expect(page.getByText('本单位全称')).toBeVisible()
  expect(await page.evaluate(() => location.origin)).toBe('app://bundle')
})

test('the page has the desktop word and nothing of Node or Electron', async ({ desktop: { app, page } }) => {
  const seen = await page.evaluate(() => ({
    desktop: JSON.stringify((window as unknown as { desktop: unknown }).desktop),
    names: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ desktop: '{"shell":"electron"}', names: [] })
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  })
})

test('the page cannot leave, open windows, reach the network or get permissions', async ({
  desktop: { app, page },
}) => {
  const address = page.url()
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/'])
    await page.evaluate((target) => location.assign(target), url).catch(() => undefined)
  const outcome = await page.evaluate(async () => {
    const fetched = (url: string) =>
      fetch(url).then(
        ({ status }) => String(status),
        () => 'refused',
      )
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const evaluated = () => {
      try {
        return String(Function('return 1')())
      } catch {
        return 'refused'
      }
    }
    return {
      opened: window.open('https://example.com/') === null,
      network: await fetched('https://example.com/'),
      loopback: await fetched('http://127.0.0.1:80/'),
      files: await fetched('file:///etc/passwd'),
      outside: await fetched('app://bundle/%2e%2e/%2e%2e/package.json'),
      otherHost: await fetched('app://other/assets/x.js'),
      injected: 'injected' in window,
      evaluated: evaluated(),
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        ({ name }) => name,
      ),
    }
  })
  expect(outcome).toEqual({
    opened: true,
    network: 'refused',
    loopback: 'refused',
    files: 'refused',
    outside: '404',
    otherHost: 'refused',
    injected: false,
    evaluated: 'refused',
    notification: 'denied',
    camera: expect.stringMatching(/NotAllowedError|NotFoundError/),
  })
  expect(page.url()).toBe(address)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the core runs in a process of its own; when it dies, a new one answers the same window', async ({ desktop }) => {
  const { app, page } = desktop
  await page.getByLabel('本单位全称').fill('云山县总工会')
  const first = await corePid(app)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => corePid(app).catch(() => first)).not.toBe(first)
  expect(await callCore(page, 'office/show')).toBe(null)
  // The window itself connects again: what was being filled in can be saved.
  await page.getByLabel('上级工会').fill('固川市总工会')
  await page.getByLabel('发文代字').fill('云工发')
  await page.getByLabel('签发人').fill('马建国')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect.poll(async () => (await callCore(page, 'office/show'))?.name).toBe('云山县总工会')
})

test('a core that keeps dying is not started for ever; the window says so', async ({ desktop: { app, page } }) => {
  const first = await corePid(app)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => corePid(app).catch(() => first)).not.toBe(first)
  process.kill(await corePid(app), 'SIGKILL')
  await expect(page.getByText('学宣台账的后台连续出错，已停止。')).toBeVisible()
})

test('a second start on the same folder shows the first window and ends', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  const second = spawn(electronProgram() ?? '', desktopArguments(dataFolder), { stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect((await callCore(page, 'shell/abilities')).shell).toBe('electron')
})

test('two data folders can be open side by side', async ({ desktop, startDesktop, dataFolder }) => {
  const other = await startDesktop(join(dataFolder, '另一本'))
  expect((await callCore(other.page, 'shell/abilities')).dataFolder).toBe(join(dataFolder, '另一本'))
  expect((await callCore(desktop.page, 'shell/abilities')).dataFolder).toBe(dataFolder)
})

test('a folder that the browser shell holds is named as busy, in the window and on stderr', async ({
  startDesktop,
  dataFolder,
}) => {
  const holder = await startBrowserShell(dataFolder)
  const { app, page, said } = await startDesktop()
  await expect(page.getByRole('heading', { name: '学宣台账没有打开' })).toBeVisible()
  await expect(page.getByText(`数据文件夹“${dataFolder}”正由电脑`)).toBeVisible()
  expect(said()).toContain('请先关闭浏览器里的学宣台账，一分钟后再试。')
  expect(await endedWith(app)).toBe(1)
  await holder.stop()
})

test('a folder that the window holds is named as busy by the browser shell', async ({ desktop, dataFolder }) => {
  expect(desktop.page.url()).toContain('app://bundle/')
  await expect(startBrowserShell(dataFolder)).rejects.toThrow('请先关闭那个窗口，再打开这一个。')
})

test('a damaged database is named in one sentence and left as it is', async ({ startDesktop, dataFolder }) => {
  await writeFile(join(dataFolder, 'ledger.sqlite'), 'this is no database, and long enough to be looked at '.repeat(40))
  const { app, page } = await startDesktop()
  await expect(page.getByText('已损坏，未作任何改动，请用备份恢复，或联系技术人员抢救。')).toBeVisible()
  expect(await page.locator('body').textContent()).not.toMatch(/Error|at .*:\d+|SQLITE/)
  expect(await endedWith(app)).toBe(1)
})

/** Closes the window as a person does and answers the program's exit code. */
async function endedWith(app: ElectronApplication): Promise<number | null> {
  const exited = once(app.process(), 'exit')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  const [code] = await exited
  return code
}

async function corePid(app: ElectronApplication): Promise<number> {
  return await app.evaluate(({ app: electron }) => {
    const core = electron.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === '学宣台账核心')
    if (!core) throw new Error('the core does not run')
    return core.pid
  })
}
