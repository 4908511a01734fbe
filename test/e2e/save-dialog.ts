/** The desktop's save dialog, answered as the person would. */
import type { ElectronApplication } from '@playwright/test'

/**
 * Answers every save dialog from now on with `path`, undefined being 取消; the function tells what the last of them was
 * asked, undefined before there was one.
 */
export async function answerSaveDialog(app: ElectronApplication, path: string | undefined) {
  await app.evaluate(({ dialog }, filePath) => {
    const asked = globalThis as unknown as { asked?: unknown }
    delete asked.asked
    dialog.showSaveDialog = ((_window: unknown, options: unknown) => {
      asked.asked = options
      return Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' })
    }) as typeof dialog.showSaveDialog
  }, path)
  return () => app.evaluate(() => (globalThis as unknown as { asked?: unknown }).asked)
}
