/** Asks the core from inside a desktop window over a port of its own, as the window's client does. */
import type { Page } from '@playwright/test'

/** `path` as in the contract, `office/show`; answers what the core answered, a problem included. */
export function callCore(page: Page, path: string, input: unknown = {}): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([path, input]) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data }) => resolve(JSON.parse(data).p.b.json)
        window.postMessage('core port', window.origin, [port2])
        port1.postMessage(JSON.stringify({ i: '1', p: { u: `/${path}`, b: { json: input } } }))
      }),
    [path, input] as const,
  )
}
