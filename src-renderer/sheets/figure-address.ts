/** The figure whose records are shown, in the address (地址): back from a record's form, it is open again. */
import { useAddress } from '../components/use-address.ts'
import type { SheetPlace } from './sheet-row.tsx'

export type OpenPlace = SheetPlace & { readonly block: number }

export function useOpenPlace() {
  const { words, change } = useAddress()
  return {
    place: placeIn(words.get('at')),
    open: ({ block, row, column }: OpenPlace) => change({ at: `${block}.${row}.${column}` }),
    close: () => change({ at: null }),
  }
}

function placeIn(word: string | null): OpenPlace | null {
  const [, block, row, column] = /^(\d+)\.(\d+|total)\.(\d+)$/.exec(word ?? '') ?? []
  if (block === undefined || row === undefined || column === undefined) return null
  return { block: Number(block), row: row === 'total' ? row : Number(row), column: Number(column) }
}
