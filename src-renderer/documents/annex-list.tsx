/** The annexes (附件) of a document: drawn from the records, so they are only named here. */
import type { Annex } from '../../src-shared/documents.ts'

export function AnnexList({ annexes }: { readonly annexes: readonly Annex[] }) {
  if (annexes.length === 0) return null
  return (
    <section aria-label="附件" className="annex-list">
      <h2>附件</h2>
      <ol>
        {annexes.map(({ title }) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
      <p>附件是统计表，随“重新取数”更新，在预览中可以看到。</p>
    </section>
  )
}
