/** Paragraphs and runs (段落与文字) of an official document: a style's name, the text, and the hint for its fonts. */
import { type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { StyleId } from './docx-styles.ts'

/** Text in the paragraph's style; `\t` is a tab. Without the hint “ ” — … · take the Latin font. */
export function textRun(
  text: string,
  options: { readonly style?: string; readonly break?: number; readonly bold?: boolean } = {},
): TextRun {
  return new TextRun({ ...options, text, font: { hint: 'eastAsia' } })
}

export function paragraph(
  style: StyleId,
  content: string | readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph {
  const children = typeof content === 'string' ? (content === '' ? [] : [textRun(content)]) : [...content]
  return new Paragraph({ ...options, style, children })
}

/** One paragraph of several lines that break where they are told to; a space at the end would move a centred line. */
export function brokenLines(lines: readonly string[]): TextRun[] {
  return lines.map((line, index) => textRun(line.trim(), index === 0 ? {} : { break: 1 }))
}

export function blankLines(count: number, options: { readonly keepNext?: boolean } = {}): Paragraph[] {
  return Array.from({ length: count }, () => paragraph('GwBlank', '', options))
}
