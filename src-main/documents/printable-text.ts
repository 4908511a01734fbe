/** What can be printed (可印文字): a document without the characters that XML cannot hold or that would end a line. */

/** Control characters, halves of a pair, and marks that would end the line or paragraph. */
const unprintable = /[^\t\n\r\x20-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export function printable(text: string): string {
  return text.replace(unprintable, '')
}

/** The same value with every text printable; whatever need not change stays the very same. */
export function allPrintable<Value>(value: Value): Value {
  if (typeof value === 'string') return printable(value) as Value
  if (Array.isArray(value)) {
    const parts = value.map(allPrintable)
    return parts.every((part, index) => part === value[index]) ? value : (parts as Value)
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, part, allPrintable(part)] as const)
  if (entries.every(([, before, after]) => before === after)) return value
  return Object.fromEntries(entries.map(([key, , after]) => [key, after])) as Value
}
