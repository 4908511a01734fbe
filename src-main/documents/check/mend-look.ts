/** Mends the looks of text (字体、字号、颜色、行距、缩进的订正), set on the paragraphs and runs themselves. */
import type { Layout } from '../../../src-shared/layouts.ts'
import { elementsBelow, type XmlElement } from '../../files/xml.ts'
import { replaceCharacters, setOnParagraph, setOnRuns, setProperty } from './change-xml.ts'
import type { Subject } from './check.ts'
import { typeWidth } from './check-page.ts'
import { footerParagraphs } from './check-page-number.ts'
import { dataTables } from './check-tables.ts'
import { indentedText, ownText, textIn3 } from './check-text.ts'
import { levelOf } from './levels.ts'
import { alignmentOf, characterOf, colourOf, indentOf, isBlank, visibleRuns } from './measure.ts'
import { type Mend, partNamed } from './mend-page.ts'
import type { PaperParagraph, RunPiece } from './paper.ts'

export const lookMends: Readonly<Record<number, Mend>> = {
  13: (subject) => {
    const { found, paper, layout } = subject
    const [first, last] = [found.body[0], found.body.at(-1)]
    if (!first || !last) return []
    const flow = paper.paragraphs.slice(paper.paragraphs.indexOf(first), paper.paragraphs.indexOf(last) + 1)
    for (const one of flow) {
      if (!found.body.includes(one) && !(one.place === 'body' && isBlank(one))) continue
      const spacing = { line: layout.grid.pitch.value, lineRule: 'exact', before: 0, after: 0 }
      setOnParagraph(one, 'w:spacing', { ...spacing, ...noOtherSpacing })
      setOnParagraph(one, 'w:snapToGrid', { val: 0 })
    }
    return [paper.file.main]
  },
  19: ({ paper, found, layout }) => {
    const mark = new Set(found.head.mark)
    const paragraphs = [...paper.paragraphs, ...footerParagraphs(paper)].filter((one) => !mark.has(one))
    return partsOf(
      paragraphs,
      (run) => colourOf(run) !== layout.colours.text.value,
      (run) =>
        setOnRuns([run], 'w:color', {
          val: layout.colours.text.value,
          themeColor: undefined,
          themeTint: undefined,
          themeShade: undefined,
        }),
    )
  },
  20: (subject) => setFonts(subject, textIn3(subject), () => 'fangsong'),
  21: ({ paper, layout }) => {
    const named = (theme: string) => paper.styles.themeFont(theme) || layout.fonts.fangsong.name
    return [...paper.file.parts].flatMap(([name, root]) => {
      const fonts = [...elementsBelow(root, 'w:rFonts')].filter(hasTheme)
      for (const one of fonts) nameThemeFonts(one, named)
      return fonts.length > 0 ? [name] : []
    })
  },
  23: ({ paper }) =>
    partsOf(
      paper.paragraphs,
      ({ text, look, fonts }) =>
        /[“”‘’—…·]/.test(text) && look.rFonts?.hint !== 'eastAsia' && fonts.hAnsi.name !== fonts.eastAsia.name,
      (run) => setOnRuns([run], 'w:rFonts', { hint: 'eastAsia' }),
    ),
  27: ({ found: { head }, layout, paper }) => {
    for (const one of head.mark) {
      centre(one)
      setOnRuns(one.runs, 'w:color', { val: layout.colours.red.value, themeColor: undefined })
      setOnRuns(one.runs, 'w:rFonts', fontSlots(layout.fonts.xiaobiaosong.name))
    }
    return head.mark.length > 0 ? [head.mark[0]?.part ?? paper.file.main] : []
  },
  32: ({ found: { head }, paper }) => {
    if (head.number) centre(head.number)
    return [paper.file.main]
  },
  39: ({ found, layout, paper }) => {
    for (const one of found.title) {
      centre(one)
      setOnRuns(one.runs, 'w:rFonts', fontSlots(layout.fonts.xiaobiaosong.name))
      setOnRuns(one.runs, 'w:b', { val: 0 })
      setOnRuns(one.runs, 'w:sz', { val: layout.title.size.value })
      setOnRuns(one.runs, 'w:szCs', { val: layout.title.size.value })
    }
    return [paper.file.main]
  },
  46: (subject) => {
    for (const one of indentedText(subject)) setOnParagraph(one, 'w:ind', bodyIndent(subject.layout))
    return [subject.paper.file.main]
  },
  47: (subject) => {
    const spaced = subject.paper.paragraphs.filter((one) => one.place === 'body' && !isBlank(one))
    for (const one of spaced) indentWithoutSpaces(subject, one)
    return [subject.paper.file.main]
  },
  49: (subject) => {
    const headings = subject.found.body.filter((one) => levelOf(one.text) !== null)
    const families = { 1: 'heiti', 2: 'kaiti', 3: 'fangsong', 4: 'fangsong' } as const
    return setFonts(subject, headings, (one) => families[levelOf(one.text)?.level ?? 3])
  },
  60: ({ found: { annexes }, layout, paper }) => {
    for (const { label } of annexes) {
      setOnParagraph(label, 'w:ind', noIndent)
      setOnParagraph(label, 'w:jc', { val: 'left' })
      if (!label.startsPage) setOnParagraph(label, 'w:pageBreakBefore', { val: 1 })
      setOnRuns(label.runs, 'w:rFonts', fontSlots(layout.fonts.heiti.name))
      setOnRuns(label.runs, 'w:sz', { val: layout.text.size.value })
      const text = ownText(label)
      const colon = /[:：]\s*$/.exec(text)
      if (colon) replaceCharacters(label, new Map([[colon.index, '']]))
    }
    return [paper.file.main]
  },
  77: (subject) => {
    for (const { rows } of dataTables(subject))
      for (const [index, { xml }] of rows.entries()) {
        const own = rowProperties(xml)
        if (index === 0) setProperty(own, 'w:tblHeader', { val: undefined })
        setProperty(own, 'w:cantSplit', { val: undefined })
        for (const height of elementsBelow(own, 'w:trHeight'))
          if (height.attributes['w:hRule'] === 'exact') height.attributes['w:hRule'] = 'atLeast'
      }
    return [subject.paper.file.main]
  },
  88: ({ found, paper }) => {
    const flags = { 'w:kinsoku': 1, 'w:overflowPunct': 0, 'w:autoSpaceDE': 0, 'w:autoSpaceDN': 0 }
    for (const one of found.body) for (const [name, val] of Object.entries(flags)) setOnParagraph(one, name, { val })
    const part = partNamed(paper.file.parts, paper.file.main, 'settings')
    const control = paper.settings?.children.find(
      (child) => typeof child !== 'string' && child.name === 'w:characterSpacingControl',
    )
    if (control && typeof control !== 'string') control.attributes['w:val'] = 'doNotCompress'
    return part === undefined ? [paper.file.main] : [paper.file.main, part]
  },
}

const noOtherSpacing = {
  beforeLines: undefined,
  afterLines: undefined,
  beforeAutospacing: undefined,
  afterAutospacing: undefined,
}
const noHanging = { hanging: undefined, hangingChars: undefined }
export const noIndent = {
  left: 0,
  leftChars: 0,
  right: 0,
  rightChars: 0,
  firstLine: 0,
  firstLineChars: 0,
  ...noHanging,
}

function bodyIndent({ text, grid }: Layout) {
  const chars = text.indent.value
  return { ...noIndent, firstLineChars: chars * 100, firstLine: chars * grid.character.value }
}

function centre(one: PaperParagraph): void {
  setOnParagraph(one, 'w:jc', { val: 'center' })
  setOnParagraph(one, 'w:ind', noIndent)
}

/** The slot of Han and that of “ ” … ; a Latin font for digits may stay. */
function fontSlots(name: string) {
  return { eastAsia: name, hAnsi: name, hint: 'eastAsia', eastAsiaTheme: undefined, hAnsiTheme: undefined }
}

function setFonts(
  subject: Subject,
  paragraphs: readonly PaperParagraph[],
  family: (one: PaperParagraph) => keyof Layout['fonts'],
) {
  const { layout, paper } = subject
  for (const one of paragraphs) {
    setOnRuns(one.runs, 'w:rFonts', fontSlots(layout.fonts[family(one)].name))
    setOnRuns(one.runs, 'w:sz', { val: layout.text.size.value })
    setOnRuns(one.runs, 'w:szCs', { val: layout.text.size.value })
  }
  return [paper.file.main]
}

/** Runs that `isWrong` picks are changed; the parts that hold them. */
function partsOf(
  paragraphs: readonly PaperParagraph[],
  isWrong: (run: RunPiece) => boolean,
  change: (run: RunPiece) => void,
): string[] {
  const parts = new Set<string>()
  for (const one of paragraphs)
    for (const run of visibleRuns(one).filter(isWrong)) {
      change(run)
      parts.add(one.part)
    }
  return [...parts]
}

function hasTheme({ attributes }: XmlElement): boolean {
  return Object.keys(attributes).some((key) => /theme$/i.test(key))
}

function nameThemeFonts(fonts: XmlElement, named: (theme: string) => string): void {
  const slots = { ascii: 'w:asciiTheme', hAnsi: 'w:hAnsiTheme', eastAsia: 'w:eastAsiaTheme', cs: 'w:cstheme' }
  for (const [slot, key] of Object.entries(slots)) {
    const theme = fonts.attributes[key]
    if (theme === undefined) continue
    fonts.attributes[`w:${slot}`] = named(theme)
    delete fonts.attributes[key]
  }
}

/** Spaces go; the place that they held is kept by an indent. */
function indentWithoutSpaces(subject: Subject, one: PaperParagraph): void {
  const text = ownText(one)
  const lead = /^[ \u3000\u00a0]+/.exec(text)?.[0] ?? ''
  const trail = /[ \u3000\u00a0]{2,}$/.exec(text)?.[0] ?? ''
  if (lead === '' && trail === '') return
  const edits = new Map<number, string>()
  for (let index = 0; index < lead.length; index += 1) edits.set(index, '')
  for (let index = text.length - trail.length; index < text.length; index += 1) edits.set(index, '')
  replaceCharacters(one, edits)
  const { found, layout, paper } = subject
  if (found.body.includes(one) && alignmentOf(one.look) !== 'center') setOnParagraph(one, 'w:ind', bodyIndent(layout))
  else if (one === found.date || found.issuers.includes(one)) {
    const width = (words: string) =>
      [...words].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 1 : 0.5), 0) * characterOf(one)
    const section = paper.sections[one.section]
    const room = section ? typeWidth(section) : layout.typeArea.width.value
    const { left, first, right } = indentOf(one)
    const aside = alignmentOf(one.look) === 'right' ? right + width(trail) : room - left - first - width(text.trimEnd())
    setOnParagraph(one, 'w:jc', { val: 'right' })
    setOnParagraph(one, 'w:ind', { ...noIndent, right: Math.max(0, Math.round(aside)) })
  } else if (found.annexNotes.includes(one) || one === found.note) {
    setOnParagraph(one, 'w:ind', bodyIndent(layout))
  }
}

function rowProperties(row: XmlElement): XmlElement {
  const own = row.children.find((child) => typeof child !== 'string' && child.name === 'w:trPr')
  if (own && typeof own !== 'string') return own
  const made: XmlElement = { name: 'w:trPr', attributes: {}, children: [] }
  const first = row.children.findIndex((child) => typeof child !== 'string' && child.name === 'w:tblPrEx')
  row.children.splice(first + 1, 0, made)
  return made
}
