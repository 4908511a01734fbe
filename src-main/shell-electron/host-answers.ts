/** Answers what the core asks of the desktop (桌面能力): the save dialog, printing to PDF, the file manager. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { HostQuestion } from '../host-port.ts'
import { protectSecret, revealSecret } from './secret-store.ts'

const kinds: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  xlsx: 'Excel 工作簿',
  pdf: 'PDF 文件',
  ghb: '上报包',
  ghk: '密钥名片',
}

/** Places that the person chose in this run: the page may have no other file shown, such as one on a foreign computer. */
const chosenPaths = new Set<string>()

/** @throws Error when the window is gone or the question cannot be answered; the core reports it */
export async function answerQuestion(window: BrowserWindow, question: HostQuestion, text: string): Promise<unknown> {
  switch (question) {
    case 'pickSavePath':
      return await pickSavePath(window, text)
    case 'pickFolder':
      return await pickFolder(window, text)
    case 'printPdf':
      return await printPage(window)
    case 'showInFolder':
      return showInFolder(text)
    case 'protectSecret':
      return protectSecret(text)
    case 'revealSecret':
      return revealSecret(text)
  }
}

/** The page as PDF on the paper that its CSS asks for. */
export async function printPage(window: BrowserWindow): Promise<Uint8Array> {
  return await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true })
}

async function pickSavePath(window: BrowserWindow, fileName: string): Promise<string | undefined> {
  const name = basename(fileName)
  const extension = name.split('.').at(-1) ?? ''
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '保存到',
    buttonLabel: '保存',
    defaultPath: join(app.getPath('documents'), name),
    filters: [
      { name: kinds[extension] ?? '文件', extensions: [extension] },
      { name: '所有文件', extensions: ['*'] },
    ],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return undefined
  chosenPaths.add(filePath)
  return filePath
}

/** A stick, or any folder that can be written to. */
async function pickFolder(window: BrowserWindow, title: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: '写到这里',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return undefined
  chosenPaths.add(folder)
  return folder
}

function showInFolder(path: string): void {
  if (!(chosenPaths.has(path) || chosenPaths.has(dirname(path))) || !existsSync(path))
    throw new Error(`not a file that can be shown: ${path}`)
  shell.showItemInFolder(path)
}
