/** The pages beside the editor (旁边的预览): they follow what is typed. */
import { memo } from 'react'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { PaperDesk } from '../paper-desk.tsx'

export const EditorPreview = memo(function EditorPreview({ content }: { readonly content: OfficialDocument }) {
  return (
    <aside className="editor-preview" aria-label="版面预览">
      <PaperDesk content={content} />
    </aside>
  )
})
