/** The tabs of 下级上报: which there are, in which order. */
import type { ComponentType } from 'react'
import { BoardTab } from './board-tab.tsx'

/** `key` is its word in the address; the first is shown where the address names none. */
export const upperTabs: readonly { readonly key: string; readonly label: string; readonly Tab: ComponentType }[] = [
  { key: 'board', label: '上报情况', Tab: BoardTab },
]
