/** Checks of the package (文件本身): whole, in the order of the schema, with values that Word knows. */
import { childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { type Check, verdict } from './check.ts'
import { localName } from './properties.ts'

export const packageChecks: readonly Check[] = [
  {
    id: 1,
    expected: () => '各部件齐全、可读',
    mend: '请用 Word 或 WPS 打开后另存一份。',
    judge: ({ paper }) => verdict(paper.file.faults, '文件完整'),
  },
  {
    id: 2,
    expected: () => '按规范的次序',
    mend: '可由程序按规范重排属性，文字和样式不变。',
    judge: ({ paper }) => {
      const faults = [...paper.file.parts].flatMap(([part, root]) => {
        const names = disorderly(root).map(({ name }) => name)
        return names.length === 0 ? [] : [`${part} 中 ${[...new Set(names)].join('、')} 有${names.length}处次序不对`]
      })
      return verdict(faults, '次序正确')
    },
  },
  {
    id: 14,
    expected: () => 'auto、exact 或 atLeast',
    mend: '把行距规则改为“固定值”。',
    judge: ({ paper }) => {
      const wrong = [...paper.file.parts.values()].flatMap((root) =>
        [...elementsBelow(root, 'w:spacing')]
          .map(({ attributes }) => attributes['w:lineRule'])
          .filter((rule) => rule !== undefined && !lineRules.has(rule)),
      )
      return verdict(
        [...new Set(wrong)].map((rule) => `行距规则“${rule}”有${wrong.filter((one) => one === rule).length}处`),
        '行距规则都认得',
      )
    },
  },
]

export const lineRules: ReadonlySet<string> = new Set(['auto', 'exact', 'atLeast'])

/** ECMA-376 part 1: 17.3.1.26, 17.3.2.28, 17.6.17, 17.4.60. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
      ' ',
    ),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange'.split(
      ' ',
    ),
}

/** Property elements whose children do not stand in the order of the schema; extensions are not looked at. */
export function disorderly(root: XmlElement): XmlElement[] {
  return [...elementsBelow(root)].filter((element) => {
    const order = orders[element.name]
    if (!order) return false
    const places = childElements(element)
      .map(({ name }) => placeIn(element.name, order, name))
      .filter((place) => place >= 0)
    return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))
  })
}

/** Puts the children of a property element in order; unknown ones stay behind the known one before them. */
export function putInOrder(element: XmlElement): void {
  const order = orders[element.name]
  if (!order) return
  let last = 0
  const placed = element.children.map((child) => {
    const place = typeof child === 'string' ? -1 : placeIn(element.name, order, child.name)
    if (place >= 0) last = place
    return { child, place: place >= 0 ? place : last }
  })
  element.children = placed.sort((one, other) => one.place - other.place).map(({ child }) => child)
}

/** Headers and footers may mix in a section. */
function placeIn(parent: string, order: readonly string[], name: string): number {
  if (!name.startsWith('w:')) return -1
  if (parent === 'w:sectPr' && name === 'w:footerReference') return 0
  return order.indexOf(localName(name))
}
