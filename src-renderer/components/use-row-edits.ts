/** Changes that several controls make to one stored row (逐项即存): one after another, each on what the last one left. */
import { useRef } from 'react'
import { useAction } from './use-action.ts'

type Stored = { readonly version: number }
/** Stores a change of the row that it is given, answers the row as it is then. */
export type RowEdit<Row extends Stored> = (row: Row) => Promise<Row>

/**
 * A person is quicker than a list is read again: the second of two changes must not be refused because it still has the
 * version that the first one replaced. What fails is told, and does not hold up those after it.
 * @param row as the page shows it; a newer one takes the place of what was left here
 */
export function useRowEdits<Row extends Stored>(row: Row, done?: string) {
  const newest = useRef(row)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useAction({
    call: (edit: RowEdit<Row>) => {
      const edited = last.current.then(async () => {
        if (row.version > newest.current.version) newest.current = row
        newest.current = await edit(newest.current)
      })
      last.current = edited.catch(() => undefined)
      return edited
    },
    ...(done && { done }),
  })
}
