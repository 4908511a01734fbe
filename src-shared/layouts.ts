/** The profiles of the official document format (版式方案): each says only what differs from office practice. */
import { type Font, type Measure, officeA, type Profile } from './layout-9704.ts'

/** How the numbers of a profile are used; plain facts beside the measures. */
export type LayoutTraits = {
  /** Word's grid: lines only, or lines and characters (then no character spacing). */
  readonly grid: 'lines' | 'linesAndChars'
  /** Inner and outer margins change sides, 版记 on an even page. */
  readonly isDuplex: boolean
  /** 套打: the head is printed already, so its red parts are left out and their places kept. */
  readonly isPreprinted: boolean
  /** Font of digits and Latin letters in the text; undefined for that of the text. */
  readonly digits: Font | undefined
  /** （一） and 1. in bold, as many offices do. */
  readonly hasBoldHeadings: boolean
  readonly pageNumber: 'outer' | 'centred'
}
type Parts = Omit<typeof officeA, 'name' | 'fonts' | 'colours'>
export type Layout = { readonly [Part in keyof Parts]: { readonly [Name in keyof Parts[Part]]: Measure } } & Pick<
  Profile,
  'name' | 'fonts' | 'colours'
> & { readonly traits: LayoutTraits }

export const layoutNames = ['office-A', 'strict-33476', 'native-grid', 'duplex', '套打'] as const
export type LayoutName = (typeof layoutNames)[number]

/** What an office may set; anything absent stays as the profile has it. */
export type LayoutOptions = {
  /** 发文机关标志, largest size in points, 30 to 72. */
  readonly markSize?: number | undefined
  readonly digits?: '仿宋' | 'Times' | undefined
  readonly hasBoldHeadings?: boolean | undefined
  readonly pageNumber?: 'outer' | 'centred' | undefined
  /** Title, from line to line, in points, 28 to 36. */
  readonly titlePitch?: number | undefined
}

const times: Font = {
  name: 'Times New Roman',
  alternatives: ['Liberation Serif'],
  clause: '5.2.2',
  strength: '实务',
}

const plain: LayoutTraits = {
  grid: 'lines',
  isDuplex: false,
  isPreprinted: false,
  digits: undefined,
  hasBoldHeadings: false,
  pageNumber: 'outer',
}

export const defaultLayout: Layout = { ...officeA, traits: plain }

const changed = (measure: Measure, value: number, clause = measure.clause): Measure => ({ ...measure, value, clause })

/** Half the leading of GB/T 33476.2: 天头 runs to the glyph, Word's margin to the line box. */
const halfLeading = 137

/** Lines of 10.39 mm; the margins give way by half the leading, and what stands by the margin keeps its place. */
function strict(): Layout {
  const { page, grid, mark } = officeA
  return {
    ...defaultLayout,
    name: 'strict-33476',
    page: {
      ...page,
      top: changed(page.top, 1960, 'GB/T 33476.2—2016 附录A'),
      bottom: changed(page.bottom, page.bottom.value - halfLeading, 'GB/T 33476.2—2016 附录A'),
    },
    grid: {
      ...grid,
      pitch: changed(grid.pitch, 589, 'GB/T 33476.2—2016 附录A'),
      overhang: changed(grid.overhang, halfLeading),
    },
    mark: {
      ...mark,
      // LibreOffice puts the first line of this grid 0.4 mm lower.
      before: changed(mark.before, mark.before.value + page.top.value - 1960 - 23),
      jointBefore: changed(mark.jointBefore, mark.jointBefore.value + page.top.value - 1960 - 23),
    },
  }
}

/** Word's own grid of 28 characters; LibreOffice cannot show it. */
function nativeGrid(): Layout {
  const { grid } = officeA
  return {
    ...defaultLayout,
    name: 'native-grid',
    grid: { ...grid, character: changed(grid.character, 316), spacing: changed(grid.spacing, 0) },
    traits: { ...plain, grid: 'linesAndChars' },
  }
}

/** @param options what the office has set; values out of range are brought into it */
export function layoutOf(name: LayoutName, options: LayoutOptions = {}): Layout {
  const base = baseOf(name)
  const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
  const { mark, title, traits } = base
  return {
    ...base,
    mark:
      options.markSize === undefined
        ? mark
        : { ...mark, maxSize: changed(mark.maxSize, between(options.markSize, mark.minSize.value, 72)) },
    title:
      options.titlePitch === undefined
        ? title
        : { ...title, pitch: changed(title.pitch, Math.round(between(options.titlePitch, 28, 36) * 20)) },
    traits: {
      ...traits,
      digits: options.digits === 'Times' ? times : traits.digits,
      hasBoldHeadings: options.hasBoldHeadings ?? traits.hasBoldHeadings,
      pageNumber: options.pageNumber ?? traits.pageNumber,
    },
  }
}

function baseOf(name: LayoutName): Layout {
  switch (name) {
    case 'office-A':
      return defaultLayout
    case 'strict-33476':
      return strict()
    case 'native-grid':
      return nativeGrid()
    case 'duplex':
      return { ...defaultLayout, name, traits: { ...plain, isDuplex: true } }
    case '套打':
      return { ...defaultLayout, name, traits: { ...plain, isPreprinted: true } }
  }
}

/** The layout of a choice, where an option that is absent or undefined is as the profile has it. */
export function layoutChosen({
  name,
  ...options
}: { readonly name: LayoutName } & {
  readonly [Option in keyof LayoutOptions]?: LayoutOptions[Option] | undefined
}): Layout {
  return layoutOf(name, Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)))
}
