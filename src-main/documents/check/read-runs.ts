/** The runs (文字段) of a paragraph with their effective looks and fonts; breaks of pages among them. */
import { childElement, childElements, type XmlElement } from '../../files/xml.ts'
import type { FontUse, RunPiece } from './paper.ts'
import { childValue, isOn, layered, over, type Properties } from './properties.ts'
import type { Styles } from './styles.ts'

export type RunsRead = {
  readonly runs: readonly RunPiece[]
  readonly hasBreakBefore: boolean
  readonly hasBreakAfter: boolean
}

/** @param styleRun what defaults, table and paragraph style say of the text */
export function readRuns(paragraph: XmlElement, styles: Styles, styleRun: Properties): RunsRead {
  const runs: RunPiece[] = []
  const breaks = { hasText: false, isPending: false, isBefore: false, isAfter: false }
  for (const xml of runsIn(paragraph)) {
    const look = runLook(xml, styles, styleRun)
    const text = isOn(look, 'vanish') ? '' : textOfRun(xml)
    noteBreaks(breaks, xml)
    runs.push({ xml, text, look, fonts: fontsOf(look, styles) })
  }
  return { runs, hasBreakBefore: breaks.isBefore, hasBreakAfter: breaks.isPending || breaks.isAfter }
}

/** Text behind a break begins the page with its own paragraph; a break behind the text begins it with the next one. */
function noteBreaks(
  breaks: { hasText: boolean; isPending: boolean; isBefore: boolean; isAfter: boolean },
  run: XmlElement,
): void {
  for (const child of childElements(run)) {
    if (child.name === 'w:br' && child.attributes['w:type'] === 'page') {
      if (breaks.hasText) breaks.isAfter = true
      else breaks.isPending = true
    } else if (child.name === 'w:t' && child.children.join('').trim() !== '') {
      if (breaks.isPending) breaks.isBefore = true
      breaks.hasText = true
      breaks.isPending = false
      breaks.isAfter = false
    }
  }
}

/** Runs in the order of the text, whatever wraps them; deleted ones are gone. */
export function* runsIn(parent: XmlElement): Generator<XmlElement> {
  for (const child of childElements(parent)) {
    if (child.name === 'w:r') yield child
    else if (textWrappers.has(child.name)) yield* runsIn(child)
  }
}

const textWrappers = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
])

function runLook(xml: XmlElement, styles: Styles, styleRun: Properties): Properties {
  const own = childElement(xml, 'w:rPr')
  const named = childValue(own, 'w:rStyle')
  if (named === undefined) return layered(styleRun, own)
  const style = styles.looksOf(named).run
  const both = over(styleRun, style)
  // Bold in the paragraph's and in the character's style cancel each other out.
  const toggled = ['b', 'i'].filter((name) => style[name] && isOn(style, name) && isOn(styleRun, name))
  return layered({ ...both, ...Object.fromEntries(toggled.map((name) => [name, { val: '0' }])) }, own)
}

function textOfRun(run: XmlElement): string {
  let text = ''
  for (const child of childElements(run)) {
    if (child.name === 'w:t') text += child.children.filter((node) => typeof node === 'string').join('')
    else if (child.name === 'w:tab' || child.name === 'w:ptab') text += '\t'
    else if (child.name === 'w:br' && child.attributes['w:type'] !== 'page') text += '\n'
    else if (child.name === 'w:cr') text += '\n'
    else if (child.name === 'w:noBreakHyphen') text += '-'
  }
  return text
}

function fontsOf(look: Properties, styles: Styles): RunPiece['fonts'] {
  const fonts = look.rFonts ?? {}
  const use = (slot: 'ascii' | 'hAnsi' | 'eastAsia'): FontUse => {
    const theme = fonts[`${slot}Theme`]
    if (theme !== undefined) return { name: styles.themeFont(theme), isTheme: true }
    return { name: fonts[slot] ?? '', isTheme: false }
  }
  return { ascii: use('ascii'), hAnsi: use('hAnsi'), eastAsia: use('eastAsia') }
}
