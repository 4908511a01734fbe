/** Whose records the sheets count (取数范围), as the address says it. */
import { createContext, use } from 'react'
import type { RecordScope } from '../../src-shared/record-scope.ts'

/** 下级上报 shows sheets of every office that reports to us; everywhere else they are this office's own. */
export const SheetScopeContext = createContext<RecordScope>(undefined)

export function useSheetScope(): { readonly scope?: 'received' } {
  const scope = use(SheetScopeContext)
  return scope === undefined ? {} : { scope }
}

export function scopeIn(words: URLSearchParams): RecordScope {
  return words.get('scope') === 'received' ? 'received' : undefined
}
