/** Recognises a text given as lines. */
import {
  type RecognitionOptions,
  recogniseDocument,
} from '../../../../src-main/documents/recognise/recognise-document.ts'
import type { RecognisedBlock, Recognition } from '../../../../src-shared/recognition.ts'

export function recognise(lines: readonly string[], options: RecognitionOptions = {}): Recognition {
  return recogniseDocument({ text: lines.join('\n') }, options)
}

/** Numbers and first words of the headings. */
export function outline(blocks: readonly RecognisedBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.number}${block.text}`] : []))
}

export function textOf(block: RecognisedBlock | undefined): string {
  if (!block) return ''
  if (block.kind === 'table') return block.rows.map((row) => row.join('|')).join('\n')
  const runs = block.kind === 'paragraph' ? block.runs : (block.runIn ?? [])
  return `${block.kind === 'heading' ? `${block.number}${block.text}` : ''}${runs.map((run) => run.text).join('')}`
}
