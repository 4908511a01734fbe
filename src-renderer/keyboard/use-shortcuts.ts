/**
 * Shortcuts of the window (快捷键): a key works the element that names it in `aria-keyshortcuts`, so that what a screen
 * reader announces is what happens. While a dialog is open, only what stands in it.
 */
import { useEffect } from 'react'
import { keyOf } from './key-of.ts'

/** The field of the search has its own key, which works inside dialogs too. */
const elsewhere = new Set(['Control+K'])
/** Nothing must save the page as a file. */
const kept = new Set(['Control+S'])

export function useShortcuts(): void {
  useEffect(() => {
    const work = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (key === null || elsewhere.has(key) || event.defaultPrevented) return
      if (key.length === 1 && isTyping(event.target)) return
      const element = elementFor(key)
      if (element || kept.has(key)) event.preventDefault()
      if (element instanceof HTMLInputElement) element.select()
      else element?.click()
    }
    window.addEventListener('keydown', work)
    return () => window.removeEventListener('keydown', work)
  }, [])
}

/** The last one that can be seen and used. */
function elementFor(key: string): HTMLElement | undefined {
  const dialog = visible<HTMLElement>(document, '[role="dialog"]').at(-1)
  return visible<HTMLElement>(dialog ?? document, `[aria-keyshortcuts~="${key}"]:not(:disabled)`).at(-1)
}

function visible<Shown extends HTMLElement>(within: ParentNode, selector: string): Shown[] {
  return [...within.querySelectorAll<Shown>(selector)].filter((element) => element.checkVisibility())
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
