/** Paragraphs that the records would give now and the document does not have (可补写的内容): offered, never put in unasked. */
import type { Block } from '../documents.ts'

export type OfferedBlock = {
  /** The heading that it would stand under; empty before the first. */
  readonly heading: string
  readonly block: Block
}

/** Puts a paragraph at the end of its chapter; one whose heading is gone comes last. */
export function withOffered(blocks: readonly Block[], { heading, block }: OfferedBlock): Block[] {
  const start = blocks.findIndex((known) => known.kind === 'heading' && known.text === heading)
  if (start === -1) return [...blocks, block]
  const rest = blocks.slice(start + 1).findIndex((known) => known.kind === 'heading')
  const end = rest === -1 ? blocks.length : start + 1 + rest
  return [...blocks.slice(0, end), block, ...blocks.slice(end)]
}
