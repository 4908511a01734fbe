/** Mends the page number (页码的订正): looks, sides, and footers of their own for odd and even pages. */
import { childElement, childElements, type XmlElement } from '../../files/xml.ts'
import { setOnParagraph, setOnRuns, setProperty } from './change-xml.ts'
import type { Subject } from './check.ts'
import { numbered, numberLines } from './check-page-number.ts'
import { noIndent } from './mend-look.ts'
import { type Mend, partNamed } from './mend-page.ts'
import type { HeaderFooter, PaperParagraph, Section } from './paper.ts'
import { runsIn } from './read-runs.ts'

export const pageNumberMends: Readonly<Record<number, Mend>> = {
  70: ({ paper, layout }) => {
    const numbers = numberLines(paper)
    for (const one of numbers) {
      const { size } = layout.pageNumber
      const { name } = layout.fonts.songti
      const themes = { asciiTheme: undefined, hAnsiTheme: undefined, eastAsiaTheme: undefined }
      setOnRuns(one.runs, 'w:rFonts', { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia', ...themes })
      setOnRuns(one.runs, 'w:sz', { val: size.value })
      setOnRuns(one.runs, 'w:szCs', { val: size.value })
      setDashes(one.xml)
    }
    return numbers.map(({ part }) => part)
  },
  72: (subject) => [
    ...subject.paper.sections.flatMap(({ footers, isLandscape }) =>
      isLandscape ? [] : [...putAside(subject, footers.default, 'right'), ...putAside(subject, footers.even, 'left')],
    ),
  ],
  73: (subject) => {
    const { paper } = subject
    const settings = partNamed(paper.file.parts, paper.file.main, 'settings')
    const changed = new Set<string>()
    if (paper.settings && settings !== undefined && !childElement(paper.settings, 'w:evenAndOddHeaders')) {
      addEvenAndOdd(paper.settings)
      changed.add(settings)
    } else if (paper.settings && settings !== undefined) {
      setProperty(paper.settings, 'w:evenAndOddHeaders', { val: undefined })
      changed.add(settings)
    }
    for (const section of paper.sections) for (const part of addFooters(subject, section)) changed.add(part)
    return [...changed]
  },
}

/** `— 1 —`: whatever else stands around the field goes. */
function setDashes(paragraph: XmlElement): void {
  const runs = [...runsIn(paragraph)]
  const ends = runs.map((run) => childElements(run, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType']))
  const [begin, end] = [
    ends.findIndex((types) => types.includes('begin')),
    ends.findLastIndex((types) => types.includes('end')),
  ]
  const simple = childElement(paragraph, 'w:fldSimple')
  const inside = new Set(simple ? [...runsIn(simple)] : runs.slice(begin, end + 1))
  const [first, last] = [runs.find((run) => inside.has(run)), runs.findLast((run) => inside.has(run))]
  if (!first || !last) return
  for (const run of runs)
    if (!inside.has(run))
      run.children = run.children.filter((child) => typeof child === 'string' || child.name !== 'w:t')
  const holder = simple ?? first
  const look = childElement(first, 'w:rPr')
  const at = paragraph.children.indexOf(holder)
  const until = simple ? at : paragraph.children.indexOf(last)
  if (at < 0 || until < 0) return
  paragraph.children.splice(until + 1, 0, textRun(' —', look))
  paragraph.children.splice(at, 0, textRun('— ', look))
}

function textRun(text: string, look: XmlElement | undefined): XmlElement {
  const words: XmlElement = { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] }
  return { name: 'w:r', attributes: {}, children: look ? [structuredClone(look), words] : [words] }
}

function putAside({ layout }: Subject, footer: HeaderFooter | undefined, side: 'left' | 'right'): string[] {
  const numbers = numbered(footer)
  for (const one of numbers) place(one, side, layout.pageNumber.indent.value)
  return footer && numbers.length > 0 ? [footer.part] : []
}

function place(one: PaperParagraph, side: 'left' | 'right', indent: number): void {
  setOnParagraph(one, 'w:jc', { val: side })
  setOnParagraph(one, 'w:ind', { ...noIndent, [side]: indent })
}

/** The schema wants it behind what comes before in settings: first of what follows decides. */
function addEvenAndOdd(settings: XmlElement): void {
  const before = new Set(
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle'
      .split(' ')
      .map((name) => `w:${name}`),
  )
  const at = settings.children.findIndex((child) => typeof child !== 'string' && !before.has(child.name))
  settings.children.splice(at < 0 ? settings.children.length : at, 0, {
    name: 'w:evenAndOddHeaders',
    attributes: {},
    children: [],
  })
}

/** Footers that a section lacks, made in the layout's own form; the first page keeps what it has. */
function addFooters(subject: Subject, section: Section): string[] {
  if (section.isLandscape) return []
  const changed: string[] = []
  for (const [type, side] of [
    ['default', 'right'],
    ['even', 'left'],
  ] as const) {
    if (numbered(section.footers[type]).length > 0 || numbered(section.headers[type]).length > 0) continue
    if (section.footers[type]?.paragraphs.some(({ text }) => text.trim() !== '')) continue
    changed.push(...addFooter(subject, section, type, side))
  }
  return changed
}

function addFooter(subject: Subject, section: Section, type: string, side: 'left' | 'right'): string[] {
  const { file } = subject.paper
  const parts = file.parts as Map<string, XmlElement>
  const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1)
  const relations = `${folder}_rels/${file.main.slice(folder.length)}.rels`
  const [rels, types] = [parts.get(relations), parts.get('[Content_Types].xml')]
  if (!rels || !types) return []
  let count = 1
  while (parts.has(`${folder}footer-${count}.xml`)) count += 1
  const name = `footer-${count}.xml`
  const id = `rIdFooter${count}`
  parts.set(`${folder}${name}`, footerXml(subject, side))
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer'
  rels.children.push({ name: 'Relationship', attributes: { Id: id, Type: kind, Target: name }, children: [] })
  const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml'
  types.children.push({
    name: 'Override',
    attributes: { PartName: `/${folder}${name}`, ContentType: contentType },
    children: [],
  })
  const own = childElements(section.xml, 'w:footerReference').find(
    ({ attributes }) => (attributes['w:type'] ?? 'default') === type,
  )
  if (own) own.attributes['r:id'] = id
  else
    section.xml.children.unshift({
      name: 'w:footerReference',
      attributes: { 'w:type': type, 'r:id': id },
      children: [],
    })
  declareRelations(parts.get(file.main))
  setProperty(section.xml, 'w:pgMar', { footer: subject.layout.page.footer.value })
  return [`${folder}${name}`, relations, '[Content_Types].xml', file.main]
}

function declareRelations(root: XmlElement | undefined): void {
  if (root) root.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
}

/** The layout's page number as a footer. */
function footerXml({ layout }: Subject, side: 'left' | 'right'): XmlElement {
  const { name } = layout.fonts.songti
  const { size, pitch, indent } = layout.pageNumber
  const element = (
    tag: string,
    attributes: Record<string, string> = {},
    children: (XmlElement | string)[] = [],
  ): XmlElement => ({
    name: tag,
    attributes,
    children,
  })
  const look = () =>
    element('w:rPr', {}, [
      element('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name }),
      element('w:color', { 'w:val': layout.colours.text.value }),
      element('w:spacing', { 'w:val': '0' }),
      element('w:sz', { 'w:val': String(size.value) }),
      element('w:szCs', { 'w:val': String(size.value) }),
    ])
  const run = (...children: XmlElement[]) => element('w:r', {}, [look(), ...children])
  const words = (tag: string, text: string) => run(element(tag, { 'xml:space': 'preserve' }, [text]))
  const field = (type: string) => run(element('w:fldChar', { 'w:fldCharType': type }))
  const properties = element('w:pPr', {}, [
    element('w:snapToGrid', { 'w:val': '0' }),
    element('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': String(pitch.value), 'w:lineRule': 'exact' }),
    element('w:ind', { 'w:firstLine': '0', 'w:firstLineChars': '0', [`w:${side}`]: String(indent.value) }),
    element('w:jc', { 'w:val': side }),
  ])
  const paragraph = element('w:p', {}, [
    properties,
    words('w:t', '— '),
    field('begin'),
    words('w:instrText', ' PAGE '),
    field('separate'),
    words('w:t', '1'),
    field('end'),
    words('w:t', ' —'),
  ])
  return element('w:ftr', { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }, [paragraph])
}
