/** A pressed key as `aria-keyshortcuts` writes it (快捷键的写法): `Control+S`, `N`, `/`. */

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** Signs that a Chinese input method puts in their place. */
const halfWidth: Readonly<Record<string, string>> = { '？': '?', '／': '/', '、': '/', ｎ: 'N', Ｎ: 'N' }

/** Null for what is typing, or belongs to the system. */
export function keyOf(pressed: Pressed): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = pressed
  if (isComposing || altKey || key.length !== 1) return null
  const sign = halfWidth[key] ?? key.toUpperCase()
  if (ctrlKey || metaKey) return shiftKey ? null : `Control+${sign}`
  return sign
}
