import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCore } from '../../../src-main/core.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { mountShare } from './mount-share.ts'

test('T35: a data folder on a network share is refused with advice, and nothing is made there', async ({ skip }) => {
  const share = await mountShare()
  if (typeof share === 'string') return skip(share)
  const dataFolder = join(share.folder, 'ledger')
  await expect(openCore({ dataFolder, host: { shell: 'cli' } })).rejects.toMatchObject({
    code: 'DATA_FOLDER_SHARED',
    message: expect.stringMatching(/在网络共享位置（.*）上.*复制到本机磁盘再打开/),
  })
  expect(await readdir(share.folder)).toEqual([])
})

test('T35: a data folder that a cloud program carries away opens, with a sentence that stays on the workbench', async () => {
  const dataFolder = join(await makeTestFolder(), '我的坚果云', '台账')
  await mkdir(dataFolder, { recursive: true })
  const { api } = await openTestApp({ dataFolder })
  const notices = await api.installation.notices()
  expect(notices).toEqual([{ sentence: expect.stringContaining('在“坚果云”的同步目录里'), canClose: false }])
  await api.installation.closeNotice()
  expect(await api.installation.notices()).toHaveLength(1)
})
