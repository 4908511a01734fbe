/** A call of the window that is held on its way to the core (慢答), to see what the window shows meanwhile. */
import type { Page } from '@playwright/test'

/** `name` as in the contract, e.g. `upper/totals`; what is returned lets every held call go, and holds none from then on. */
export async function holdCall(page: Page, name: string): Promise<() => void> {
  let letGo: () => void = () => undefined
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**/rpc/${name}`, async (route) => {
    await isLetGo
    await route.continue()
  })
  return letGo
}
