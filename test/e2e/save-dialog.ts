/** The desktop's save dialog, answered as the person would. */
import type { ElectronApplication } from '@playwright/test'

/** Answers every save dialog with `path`, undefined being 取消; the function tells what the last dialog was asked. */
export async function answerSaveDialog(app: ElectronApplication, path: string | undefined) {
  await app.evaluate(({ dialog }, filePath) => {
    const asked = globalThis as unknown as { asked?: unknown }
    dialog.showSaveDialog = ((_window: unknown, options: unknown) => {
      asked.asked = options
      return Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' })
    }) as typeof dialog.showSaveDialog
  }, path)
  return () => app.evaluate(() => (globalThis as unknown as { asked?: unknown }).asked)
}
