/** Prints the preview of one document to a file (存为PDF) in a window that nobody sees, for the command line. */
import type { BrowserWindow } from 'electron'
import { Problem } from '../../src-shared/problems.ts'
import { writeFile } from '../files/write-file.ts'
import { printPage } from './host-answers.ts'

/** Milliseconds: a document of a hundred pages takes some seconds. */
const patience = 60_000

/** @throws Problem when the pages do not come, or DISK_FULL, FILE_UNWRITABLE */
export async function printDocument(window: BrowserWindow, path: string): Promise<void> {
  const state: unknown = await window.webContents.executeJavaScript(waitForPages)
  if (state !== 'ready')
    throw new Problem('FILE_UNWRITABLE', 'PDF没有存成：版面没有排出来，请在桌面窗口里打开这件公文看看。')
  await writeFile(path, await printPage(window))
}

/**
 * Runs in the page: the pages stand when the fonts are there, papers are on the desk, and nothing on it has changed
 * for a while; what still changes is being measured.
 */
const waitForPages = `new Promise((resolve) => {
  const quiet = 500
  let changedAt = performance.now()
  new MutationObserver(() => { changedAt = performance.now() })
    .observe(document.body, { childList: true, subtree: true, characterData: true })
  const look = () => {
    const now = performance.now()
    const isReady = document.fonts.status === 'loaded' && document.querySelector('.paper') && now - changedAt > quiet
    if (isReady || now > ${patience}) resolve(isReady ? 'ready' : 'late')
    else setTimeout(look, 50)
  }
  look()
})`
