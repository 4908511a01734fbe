/** Automatic numbers (自动编号) as Word would print them before a paragraph. */
import { chineseNumeral } from '../../../src-shared/chinese.ts'
import { childElement, childElements, type XmlElement } from '../../files/xml.ts'
import { childValue, toNumber } from './properties.ts'

export type NumberedLevel = { readonly xml: XmlElement; readonly label: string }

/** A counter over the document: asked once per numbered paragraph, in order. */
export function numberingOf(
  numbering: XmlElement | undefined,
): (id: string, level: number) => NumberedLevel | undefined {
  const abstracts = new Map(
    childElements(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], one]),
  )
  const abstractOf = new Map(
    childElements(numbering, 'w:num').map((one) => [one.attributes['w:numId'], childValue(one, 'w:abstractNumId')]),
  )
  const counts = new Map<string, number[]>()
  return (id, level) => {
    const key = abstractOf.get(id)
    const levels = childElements(key === undefined ? undefined : abstracts.get(key), 'w:lvl')
    const own = levels.find((one) => Number(one.attributes['w:ilvl']) === level)
    if (key === undefined || !own || !isLevel(level)) return undefined
    const starts = (index: number) => toNumber(childValue(levels[index], 'w:start')) ?? 1
    const count = counts.get(key) ?? []
    count.length = Math.min(count.length, level + 1)
    for (let index = 0; index < level; index += 1) count[index] ??= starts(index)
    count[level] = (count[level] ?? starts(level) - 1) + 1
    counts.set(key, count)
    return { xml: own, label: labelOf(levels, own, count) }
  }
}

/** Word has nine; another number would make a list as long as the file says. */
function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 0 && level <= 8
}

function labelOf(levels: readonly XmlElement[], own: XmlElement, count: readonly number[]): string {
  if (childValue(own, 'w:numFmt') === 'bullet' || childElement(own, 'w:lvlPicBulletId')) return ''
  return (childValue(own, 'w:lvlText') ?? '').replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    return numeral(childValue(levels[index], 'w:numFmt') ?? 'decimal', count[index] ?? 1)
  })
}

function numeral(format: string, value: number): string {
  if (/chinese|japanese|ideograph|taiwanese/i.test(format) && value >= 1 && value <= 99) return chineseNumeral(value)
  if (/Letter$/.test(format) && value >= 1 && value <= 26)
    return String.fromCharCode((format.startsWith('upper') ? 64 : 96) + value)
  if (format === 'none') return ''
  return String(value)
}
