/** Text that knows which of its characters are bold (加粗), so that it can be cut, joined and mended without losing that. */
import type { RecognisedRun } from '../../../src-shared/recognition.ts'

/** `bold` is as long as `text` and holds `b` where a code unit is bold, else `-`. */
export type RichText = { readonly text: string; readonly bold: string }

export function plain(text: string): RichText {
  return { text, bold: '-'.repeat(text.length) }
}

export function richOf(runs: readonly RecognisedRun[]): RichText {
  return joined(runs.map(({ text, isBold }) => ({ text, bold: (isBold ? 'b' : '-').repeat(text.length) })))
}

export function concat(...parts: readonly RichText[]): RichText {
  return joined(parts)
}

/** As many parts as there may be; as arguments of a call they would overflow the stack. */
export function joined(parts: readonly RichText[]): RichText {
  return { text: parts.map(({ text }) => text).join(''), bold: parts.map(({ bold }) => bold).join('') }
}

export function slice(rich: RichText, start: number, end?: number): RichText {
  return { text: rich.text.slice(start, end), bold: rich.bold.slice(start, end) }
}

export function trim(rich: RichText): RichText {
  const start = rich.text.length - rich.text.trimStart().length
  return slice(rich, start, Math.max(start, rich.text.trimEnd().length))
}

/** Every character that is neither space nor mark is bold. */
export function isAllBold(rich: RichText): boolean {
  const letters = [...rich.text.matchAll(/[\p{L}\p{N}]/gu)]
  return letters.length > 0 && letters.every((letter) => rich.bold[letter.index] === 'b')
}

export function runsOf(rich: RichText): RecognisedRun[] {
  return [...rich.bold.matchAll(/b+|-+/g)].map((match) => {
    const text = rich.text.slice(match.index, match.index + match[0].length)
    return match[0].startsWith('b') ? { text, isBold: true } : { text }
  })
}

/**
 * Replaces every match of a global pattern; the new text is bold where the old began bold.
 * `onChange` gets old and new with two characters of the text around.
 */
export function replaceAll(
  rich: RichText,
  pattern: RegExp,
  to: (match: RegExpExecArray) => string,
  onChange: (before: string, after: string) => void,
): RichText {
  const parts: RichText[] = []
  let at = 0
  for (const match of rich.text.matchAll(pattern)) {
    const [old, end] = [match[0], match.index + match[0].length]
    const next = to(match)
    if (next === old) continue
    const [left, right] = [rich.text.slice(Math.max(0, match.index - 2), match.index), rich.text.slice(end, end + 2)]
    onChange(`${left}${old}${right}`, `${left}${next}${right}`)
    const flag = rich.bold[match.index] ?? '-'
    parts.push(slice(rich, at, match.index), { text: next, bold: flag.repeat(next.length) })
    at = end
  }
  return at === 0 && parts.length === 0 ? rich : joined([...parts, slice(rich, at)])
}
