/** The page beside the text (版面预览) of what was read; a very long text is not drawn. */

import type { OfficialDocument } from '../../src-shared/documents.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { PaperDesk } from '../documents/paper-desk.tsx'

/** Characters that the window draws at once without making the person wait. */
const mostDrawn = 60_000

export function FormatPreview({ document }: { readonly document: OfficialDocument | undefined }) {
  return (
    <section className="format-preview" aria-label="版面预览">
      {document === undefined ? (
        <NothingYet>排好的版面会显示在这里。</NothingYet>
      ) : lengthOf(document) > mostDrawn ? (
        <NothingYet>文字太长，这里不显示版面；可以存为公文草稿，或直接导出Word。</NothingYet>
      ) : (
        <PaperDesk content={document} />
      )}
    </section>
  )
}

function lengthOf({ blocks, annexes }: OfficialDocument): number {
  return JSON.stringify([blocks, annexes]).length
}
