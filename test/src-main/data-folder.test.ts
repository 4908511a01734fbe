import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../src-main/core.ts'
import { makeTestFolder, openTestApp } from '../open-test-app.ts'

const coreFile = join(import.meta.dirname, '../../src-main/core.ts')

/** Another process that holds the ledger and adds one study session. */
async function holdElsewhere(dataFolder: string): Promise<ChildProcess> {
  const script = `
    const { openCore, clientOf } = await import(${JSON.stringify(coreFile)})
    const api = clientOf(await openCore({ dataFolder: ${JSON.stringify(dataFolder)}, host: { shell: 'cli' } }))
    await api.studies.add([{ date: '2026-11-05', type: '主题党日', topic: '断电前已保存', organiser: '机关党支部' }])
    process.stdout.write('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a second start on the same folder says who holds it, on which computer, in which process and since when', async () => {
  const dataFolder = await makeTestFolder()
  const child = await holdElsewhere(dataFolder)
  await expect(openTestApp({ dataFolder })).rejects.toThrow(
    new RegExp(
      `^数据文件夹“${dataFolder}”正由电脑“.+”上的用户“.+”用命令行使用（进程${child.pid}，自\\d{4}年\\d{1,2}月\\d{1,2}日 \\d\\d:\\d\\d起），请等那个命令做完再试。$`,
    ),
  )
})

test.each([
  ['electron', /在桌面窗口中使用（.+），请先关闭那个窗口，再打开这一个。$/],
  ['browser', /在浏览器中使用（.+），请先关闭浏览器里的学宣台账，一分钟后再试。$/],
] as const)('what holds the folder is named as the person knows it, and how to end it: %s', async (shell, sentence) => {
  const { dataFolder } = await openTestApp({ host: { shell } })
  await expect(openTestApp({ dataFolder })).rejects.toThrow(sentence)
})

test.each(['', '{}', 'null', '{"shell":"toString"}'])(
  'a note of the holder that says nothing (%s) is done without',
  async (note) => {
    const { dataFolder } = await openTestApp()
    await writeFile(join(dataFolder, 'holder.json'), note)
    await expect(openTestApp({ dataFolder })).rejects.toThrow(
      `数据文件夹“${dataFolder}”正被另一个学宣台账使用，请先关闭那一个，再打开这一个。`,
    )
  },
)

test('a process that was killed holds nothing, and what it had saved is there', async () => {
  const dataFolder = await makeTestFolder()
  const child = await holdElsewhere(dataFolder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { api } = await openTestApp({ dataFolder })
  expect((await api.studies.list({})).rows.map((row) => row.topic)).toEqual(['断电前已保存'])
})

test('a folder that cannot be made is named, with nothing held', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, '文件'), '')
  const dataFolder = join(folder, '文件', '台账')
  await expect(openTestApp({ dataFolder })).rejects.toThrow(
    `数据文件夹“${dataFolder}”无法建立，请检查路径和权限后再试。`,
  )
})

test('a refused ledger is let go of, so that the next start says the same again', async () => {
  const dataFolder = await makeTestFolder()
  await writeFile(join(dataFolder, 'ledger.sqlite'), '这不是数据库'.repeat(100))
  for (const _start of [1, 2]) await expect(openTestApp({ dataFolder })).rejects.toThrow('已损坏，未作任何改动')
})

test('ids ascend within one millisecond and when the clock is put back', async () => {
  let at = Date.parse('2026-11-21T06:30:00Z')
  const core = await openCore({
    dataFolder: await makeTestFolder(),
    host: { shell: 'cli' },
    clock: () => new Date(at),
  })
  onTestFinished(core.close)
  const { newId } = core.context
  const ids = Array.from({ length: 1000 }, newId)
  at -= 3_600_000
  ids.push(newId())
  at += 7_200_000
  ids.push(newId())
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(1002)
})
