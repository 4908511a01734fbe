/** Styles (样式) with all that they inherit, and the fonts that a theme stands for. */
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { childValue, layered, noProperties, type Properties, plainAttributes } from './properties.ts'

export type StyleLooks = {
  /** The style's own and inherited properties, without the document's defaults. */
  readonly paragraph: Properties
  readonly run: Properties
}

export type Styles = {
  readonly defaults: StyleLooks
  /** Id of the paragraph style that is taken where none is named. */
  readonly normal: string | undefined
  readonly byId: ReadonlyMap<string, XmlElement>
  /** Of a style and all that it is based on; empty for an unknown one. */
  readonly looksOf: (id: string | undefined) => StyleLooks
  /** Typeface of a theme font such as `minorEastAsia`; empty if the theme names none. */
  readonly themeFont: (name: string) => string
}

export function readStyles(styles: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const byId = new Map(childElements(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const defaults = childElement(styles, 'w:docDefaults')
  const known = new Map<string, StyleLooks>()
  const looksOf = (id: string | undefined, depth = 0): StyleLooks => {
    const style = id === undefined ? undefined : byId.get(id)
    // A style that is based on itself, through others, must not run for ever.
    if (id === undefined || !style || depth > 50) return nothing
    const found = known.get(id)
    if (found) return found
    const base = looksOf(childValue(style, 'w:basedOn'), depth + 1)
    const looks = {
      paragraph: layered(base.paragraph, childElement(style, 'w:pPr')),
      run: layered(base.run, childElement(style, 'w:rPr')),
    }
    known.set(id, looks)
    return looks
  }
  const paragraphStyles = [...byId.values()].filter(({ attributes }) => attributes['w:type'] === 'paragraph')
  const normal =
    paragraphStyles.find(({ attributes }) => ['1', 'true', 'on'].includes(attributes['w:default'] ?? '')) ??
    paragraphStyles.find((style) => childValue(style, 'w:name')?.toLowerCase() === 'normal')
  return {
    defaults: {
      paragraph: layered(noProperties, childElement(childElement(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: layered(noProperties, childElement(childElement(defaults, 'w:rPrDefault'), 'w:rPr')),
    },
    normal: normal?.attributes['w:styleId'],
    byId,
    looksOf: (id) => looksOf(id),
    themeFont: (name) => themeFontOf(theme, name),
  }
}

const nothing: StyleLooks = { paragraph: noProperties, run: noProperties }

function themeFontOf(theme: XmlElement | undefined, name: string): string {
  const group = name.startsWith('major') ? 'a:majorFont' : 'a:minorFont'
  for (const fonts of elementsBelow(theme, group)) {
    if (!name.endsWith('EastAsia'))
      return plainAttributes(childElement(fonts, name.endsWith('Bidi') ? 'a:cs' : 'a:latin')).typeface ?? ''
    const named = plainAttributes(childElement(fonts, 'a:ea')).typeface ?? ''
    if (named !== '') return named
    const forHan = childElements(fonts, 'a:font').find(({ attributes }) => attributes.script === 'Hans')
    return forHan?.attributes.typeface ?? ''
  }
  return ''
}
