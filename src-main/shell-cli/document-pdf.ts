/** `document pdf`: the pages of the preview as a PDF, printed by a desktop window that nobody sees. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Problem } from '../../src-shared/problems.ts'
import { clientOf, openCore } from '../core.ts'
import { buildIfNeeded } from '../start/build.ts'
import { electronFlags, findElectron } from '../start/electron-binary.ts'
import type { Command } from './command.ts'

const root = join(import.meta.dirname, '../..')

export const documentPdf: Command = {
  name: 'document pdf',
  usage: 'ID --out F.pdf',
  summary: '把公文存为PDF，要有桌面运行环境（Electron）和图形界面',
  words: 1,
  options: ['out'],
  required: ['out'],
  async runApart(dataFolder, { words: [id = ''], options: { out = '' }, pathOf }) {
    const file = pathOf(out)
    await refuseUnknown(dataFolder, id)
    await printHidden(electronAtHand(), ['--data', dataFolder, '--pdf', id, '--out', file])
    return { value: { file }, text: `已存为PDF：${file}` }
  },
}

/** Before the folder is left to the window. @throws Problem NOT_FOUND, DATA_FOLDER_BUSY */
async function refuseUnknown(dataFolder: string, id: string): Promise<void> {
  const core = await openCore({ dataFolder, host: { shell: 'cli' } })
  try {
    await clientOf(core).documents.get({ id })
  } finally {
    await core.close()
  }
}

/** The path of a binary for the window as it is built. @throws Problem NOT_FOUND */
function electronAtHand(): string {
  const electron = findElectron(root, { mayFetch: false })
  if ('reason' in electron)
    throw new Problem('NOT_FOUND', `${electron.reason}，不能存为PDF，请用 document write 写出Word文件后另存。`)
  if (!buildIfNeeded(root, (line) => process.stderr.write(`${line}\n`)))
    throw new Problem('NOT_FOUND', '窗口没有构建成功，不能存为PDF，请先执行 npm ci 再试。')
  return electron.path
}

/** @throws Problem with the sentence that the window said */
async function printHidden(electron: string, options: readonly string[]): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  const child = spawn(electron, [...electronFlags(), root, ...options], { stdio: ['ignore', 'ignore', 'pipe'], env })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code === 0) return
  const sentence = said.split('\n').findLast((line) => /^\p{Script=Han}.*。$/u.test(line))
  throw new Problem(
    'FILE_UNWRITABLE',
    sentence ?? 'PDF没有存成，桌面窗口意外退出，请重试，或用 document write 写出Word文件后另存。',
  )
}
