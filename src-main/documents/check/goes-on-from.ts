/** 接上页 (7.3.3): a paragraph parted in two at a page end, whose first half has only full lines and no end of a sentence. */
import { indentOf, isBlank } from './measure.ts'
import type { PaperParagraph } from './paper.ts'

/** Whether `one` is the rest of the paragraph right above it. */
export function goesOnFrom(above: PaperParagraph | undefined, one: PaperParagraph): boolean {
  // Lines are stretched to the last one (分散对齐) only where that one is as full as the others.
  if (above?.look.jc?.val !== 'distribute' || isBlank(above) || isBlank(one)) return false
  if (above.place !== 'body' || one.place !== 'body' || one.label !== '' || one.boxes.length > 0) return false
  const { left, first } = indentOf(one)
  const begins = indentOf(above).first
  return begins > 0 && first === 0 && left === 0 && !/[。！？：；…][”’」』）》】]*\s*$/u.test(above.text)
}
