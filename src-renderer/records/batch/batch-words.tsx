/** The usual words of the grid's columns (词表), offered by the browser while a cell is typed into. */
import { type BatchKind, batchColumns } from '../../../src-shared/batch.ts'

export const wordsId = (kind: BatchKind, field: string) => `batch-${kind}-${field}`

export function BatchWords({ kind }: { readonly kind: BatchKind }) {
  return batchColumns[kind].map(({ field, words }) =>
    words ? (
      <datalist key={field} id={wordsId(kind, field)}>
        {words.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    ) : null,
  )
}
