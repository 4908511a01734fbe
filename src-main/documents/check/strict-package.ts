/**
 * The strict form of ISO/IEC 29500 (严格 OOXML), as Word's 「Strict Open XML 文档」 writes it, turned into the
 * transitional one that every office program reads: other namespaces, measures with units, `start` for `left`.
 */
import { elementsBelow, type XmlElement } from '../../files/xml.ts'
import { toNumber } from './properties.ts'

const strictName = /^http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\/(.+)$/

export function isStrict(root: XmlElement): boolean {
  return Object.values(root.attributes).some((value) => strictName.test(value))
}

/** Changes a part in place. */
export function makeTransitional(root: XmlElement): void {
  delete root.attributes['w:conformance']
  for (const element of [root, ...elementsBelow(root)])
    for (const [name, value] of Object.entries(element.attributes))
      element.attributes[name] = transitionalValue(element.name, name, value)
}

function transitionalValue(element: string, attribute: string, value: string): string {
  if (attribute.startsWith('xmlns') || attribute === 'Type') return transitionalName(value)
  if (!element.startsWith('w:')) return value
  if (attribute === 'w:val' && isSided.has(element)) return { start: 'left', end: 'right' }[value] ?? value
  if (value.endsWith('%') && attribute === 'w:w') return String(Math.round(Number.parseFloat(value) * 50))
  if (!/^-?\d+(?:\.\d+)?(?:pt|cm|mm|in|pc|pi)$/.test(value)) return value
  const twips = toNumber(value) ?? 0
  return String(Math.round(inHalfPoints.has(element) ? twips / 10 : twips))
}

function transitionalName(name: string): string {
  return name.replace(
    strictName,
    (_, subject: string, rest: string) =>
      `http://schemas.openxmlformats.org/${subject}/2006/${rest.replace(/(extended|custom)P/, '$1-p')}`,
  )
}

const isSided = new Set(['w:jc', 'w:lvlJc', 'w:tab'])
const inHalfPoints = new Set(['w:sz', 'w:szCs', 'w:kern', 'w:position'])
