/** Sentences and clauses (句、分句) of a text with their places in it; marks inside brackets and quotations end nothing. */

export type Span = { readonly from: number; readonly to: number }
/** `continues`: after a ；, with the subject of what stands before it. */
export type Sentence = Span & { readonly clauses: readonly Span[]; readonly continues: boolean }

/** Sentences end at 。！？；, their clauses at ，and ：; the marks belong to what they end. */
export function sentencesOf(text: string, from = 0): Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Span[] = []
  let start = from
  let continues = false
  const close = () => {
    sentences.push({ from: clauses[0]?.from ?? 0, to: clauses.at(-1)?.to ?? 0, clauses, continues })
    clauses = []
  }
  for (const { at, mark } of marksOutside(text, from)) {
    if (at + 1 > start) clauses.push({ from: start, to: at + 1 })
    start = at + 1
    if (!'。！？；;'.includes(mark)) continue
    close()
    continues = '；;'.includes(mark)
  }
  if (text.slice(start).trim() !== '') clauses.push({ from: start, to: text.length })
  if (clauses.length > 0) close()
  return sentences
}

function* marksOutside(text: string, from: number): Generator<{ at: number; mark: string }> {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at] ?? ''
    if ('（《“'.includes(mark)) depth += 1
    else if ('）》”'.includes(mark)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。！？，；;：\n'.includes(mark) && !isClock(text, at)) yield { at, mark }
  }
}

/** 17：00 */
function isClock(text: string, at: number): boolean {
  return text[at] === '：' && /\d$/.test(text.slice(0, at)) && /^\d\d(?!\d)/.test(text.slice(at + 1))
}

/** What a quotation leaves out at its ends: marks and spaces that join it to its neighbours. */
export function trimmed(text: string, { from, to }: Span): Span {
  const piece = text.slice(from, to)
  const head = piece.length - piece.replace(/^[\s，；;：、。]+/u, '').length
  const tail = piece.length - piece.replace(/[\s，；;：、]+$/u, '').length
  return { from: from + head, to: Math.max(from + head, to - tail) }
}
