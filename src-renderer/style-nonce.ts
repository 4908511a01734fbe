/** The page's nonce on every style element (样式许可). */

/**
 * antd passes the nonce on to nearly all styles it adds; measuring a scroll bar and locking the scroll behind a drawer
 * forget it, and the content security policy would then refuse them.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
