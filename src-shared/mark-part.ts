/** 发文机关标志: how large it stands and how it breaks, for one office or for several. */
import { widthOf } from './chinese.ts'
import { defaultLayout, type Layout } from './layouts.ts'
import { breaksWell } from './title-breaking.ts'

/** Size in points, width of the characters in percent; `suffix` is the 文件 beside the names of a joint mark. */
export type MarkPart = {
  readonly lines: readonly string[]
  readonly size: number
  readonly scale: number
  readonly suffix?: string
}

/** Size and condensing with which the mark fits the line (7.2.4); two lines if it would become too thin. */
export function markPart(mark: string, layout: Layout = defaultLayout, maxSize = layout.mark.maxSize.value): MarkPart {
  const names = mark.split(/\s*\n\s*/).filter(Boolean)
  if (names.length > 1) return jointMark(names, layout)
  const rules = layout.mark
  const room = roomOf(layout)
  const narrowest = rules.minSize.value * (rules.minScale.value / 100)
  const chars = [...(names[0] ?? '')]
  const isWrapped = widthOf(mark) * narrowest > room
  const lines = isWrapped ? linesThatFit(chars, Math.floor(room / narrowest)) : [chars.join('')]
  const perCharacter = room / Math.max(1, ...lines.map(widthOf))
  const size = Math.floor(Math.min(maxSize, Math.max(rules.minSize.value, perCharacter)))
  return { lines, size, scale: Math.min(100, Math.floor((perCharacter / size) * 100)) }
}

/** Names of a joint mark below each other, the main first, 文件 beside them; together low enough for text on page 1. */
function jointMark(written: readonly string[], layout: Layout): MarkPart {
  const rules = layout.mark
  const last = written.at(-1) ?? ''
  const names = last === '文件' ? written.slice(0, -1) : [...written.slice(0, -1), last.replace(/文件$/, '')]
  const suffix = last.endsWith('文件') ? '文件' : ''
  const widest = Math.max(...names.map(widthOf))
  const width = widest + (suffix === '' ? 0 : widthOf(suffix) + rules.jointGap.value)
  const byHeight = rules.jointHeight.value / (names.length * rules.jointLineHeight.value)
  const perCharacter = roomOf(layout) / width
  const size = Math.floor(Math.min(rules.maxSize.value, byHeight, Math.max(perCharacter, rules.minSize.value / 2)))
  return { lines: names, size, scale: Math.min(100, Math.floor((perCharacter / size) * 100)), suffix }
}

/** Columns of a joint mark and the room between its names, in twips; `suffix` is 0 where the mark has no 文件. */
export function jointMarkWidths(
  mark: MarkPart,
  { mark: rules }: Layout,
): { readonly names: number; readonly suffix: number; readonly between: number } {
  const widthOfText = (text: string) => Math.ceil(widthOf(text) * mark.size * 20 * (mark.scale / 100)) + 20
  const gap = Math.round(rules.jointGap.value * mark.size * 20 * (mark.scale / 100))
  return {
    names: Math.max(...mark.lines.map(widthOfText)),
    suffix: mark.suffix ? widthOfText(mark.suffix) + gap : 0,
    between: Math.round(mark.size * 20 * (rules.jointLineHeight.value - rules.lineHeight.value)),
  }
}

/** As few lines as fit, about as long as each other, ended between words where one ends nearby. */
function linesThatFit(chars: readonly string[], most: number): string[] {
  const text = chars.join('')
  const count = Math.max(2, Math.ceil(widthOf(text) / most))
  const lines: string[] = []
  for (let start = 0; start < chars.length; ) {
    const rest = chars.length - start
    const length = Math.ceil(rest / Math.max(1, count - lines.length))
    const near = rest <= length ? [rest] : nearby.map((more) => length + more).filter((size) => size < rest)
    const lineOf = (size: number) => chars.slice(start, start + size).join('')
    const endsWell = (size: number) =>
      size === rest || (widthOf(lineOf(size)) <= most && breaksWell(text, chars.slice(0, start + size).join('').length))
    const size = near.find(endsWell) ?? Math.min(length, rest)
    lines.push(lineOf(size))
    start += size
  }
  return lines
}

/** Characters that a line may be shorter or longer, in the order of trying. */
const nearby = [0, -1, 1, -2, 2]

/** Width that the mark may fill, in points. */
function roomOf(layout: Layout): number {
  return (layout.typeArea.width.value / 20) * layout.mark.fill.value
}
