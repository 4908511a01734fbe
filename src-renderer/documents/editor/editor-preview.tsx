/** The pages beside the editor (旁边的预览): they follow what is typed. */
import { memo, useRef } from 'react'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { PaperDesk } from '../paper-desk.tsx'
import { useFollow } from './use-follow.ts'

export const EditorPreview = memo(function EditorPreview({ content }: { readonly content: OfficialDocument }) {
  const pages = useRef<HTMLElement>(null)
  useFollow(pages)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <aside className="editor-preview" aria-label="版面预览" ref={pages} tabIndex={0}>
      <PaperDesk content={content} />
    </aside>
  )
})
