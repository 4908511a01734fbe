/** Reads any DOCX into a paper (读入公文): what stands where, with the looks that Word would give it. */
import { childElement, childElements, type XmlElement } from '../../files/xml.ts'
import { numberingOf } from './numbering.ts'
import { type DocxPackage, openPackage, relationsOf } from './open-package.ts'
import type { Block, Paper, PaperBox, PaperCell, PaperParagraph, PaperTable } from './paper.ts'
import { childValue, isOn, layered, noProperties, numberIn, over, type Properties, toNumber } from './properties.ts'
import { readRuns } from './read-runs.ts'
import { readSections, sectionElements } from './read-sections.ts'
import { boxOf, drawingsIn, ruleOf } from './read-shapes.ts'
import { readStyles, type Styles } from './styles.ts'

/** @throws Problem FILE_UNREADABLE */
export function readPaper(bytes: Uint8Array): Paper {
  const file = openPackage(bytes)
  const related = (type: string) => {
    const target = relationsOf(file.parts, file.main).find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : file.parts.get(target)
  }
  const styles = readStyles(related('styles'), related('theme'))
  const reader = startReading({ file, part: file.main, styles, numbering: related('numbering') })
  const body = childElement(file.parts.get(file.main), 'w:body')
  const blocks = readBlocks(reader, body, { place: 'body', table: undefined, box: undefined, tableRun: noProperties })
  return {
    file,
    styles,
    settings: related('settings'),
    blocks,
    paragraphs: reader.paragraphs,
    tables: reader.tables,
    sections: readSections(file, (part, xml) => {
      const inner = startReading({ file, part, styles, numbering: related('numbering') })
      readBlocks(inner, xml, { place: 'body', table: undefined, box: undefined, tableRun: noProperties })
      return inner.paragraphs
    }),
  }
}

type Source = {
  readonly file: DocxPackage
  readonly part: string
  readonly styles: Styles
  readonly numbering: XmlElement | undefined
}
type Reader = Source & {
  readonly next: ReturnType<typeof numberingOf>
  readonly sectionXml: readonly XmlElement[]
  readonly paragraphs: PaperParagraph[]
  readonly tables: PaperTable[]
  section: number
  isNewPage: boolean
}
type Surroundings = {
  readonly place: PaperParagraph['place']
  readonly table: PaperTable | undefined
  readonly box: PaperBox | undefined
  /** What the table's style says of its text. */
  readonly tableRun: Properties
}

function startReading(source: Source): Reader {
  const next = numberingOf(source.numbering)
  const sectionXml = source.part === source.file.main ? sectionElements(source.file) : []
  return { ...source, next, sectionXml, paragraphs: [], tables: [], section: 0, isNewPage: true }
}

/** Wrappers whose content counts as if they were not there; deleted and moved-away text does not. */
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'])

function readBlocks(reader: Reader, parent: XmlElement | undefined, around: Surroundings): Block[] {
  return childElements(parent).flatMap((child): Block[] => {
    if (child.name === 'w:p') return [readParagraph(reader, child, around)]
    if (child.name === 'w:tbl') return [readTable(reader, child, around)]
    return wrappers.has(child.name) ? readBlocks(reader, child, around) : []
  })
}

function readParagraph(reader: Reader, xml: XmlElement, around: Surroundings): PaperParagraph {
  const own = childElement(xml, 'w:pPr')
  const { look, styleRun, label } = paragraphLook(reader, own, around)
  const styles = reader.styles
  const { runs, hasBreakBefore, hasBreakAfter } = readRuns(xml, styles, styleRun)
  const text = label + runs.map((run) => run.text).join('')
  const startsPage = around.place === 'body' && (reader.isNewPage || hasBreakBefore || isOn(look, 'pageBreakBefore'))
  const drawings = drawingsIn(xml)
  const boxes = drawings.map(boxOf)
  const place = around.place === 'body' && look.framePr !== undefined ? 'frame' : around.place
  for (const [index, box] of boxes.entries()) {
    const content = drawings[index]?.content
    if (content) readBlocks(reader, content, { place: 'box', table: undefined, box, tableRun: noProperties })
  }
  const paragraph: PaperParagraph = {
    xml,
    part: reader.part,
    text,
    label,
    runs,
    look,
    place,
    section: reader.section,
    startsPage,
    table: around.table,
    box: around.box,
    boxes,
    rules: drawings.flatMap(ruleOf),
  }
  reader.paragraphs.push(paragraph)
  if (around.place === 'body' && place === 'body') reader.isNewPage = hasBreakAfter
  if (own) endSection(reader, childElement(own, 'w:sectPr'))
  return paragraph
}

/** Whether a new page begins is said by the section that follows. */
function endSection(reader: Reader, section: XmlElement | undefined): void {
  if (!section) return
  reader.section += 1
  reader.isNewPage = childValue(reader.sectionXml[reader.section], 'w:type') !== 'continuous'
}

/** Defaults, table style, style, number, the paragraph itself: the later wins. */
function paragraphLook(reader: Reader, own: XmlElement | undefined, around: Surroundings) {
  const { styles } = reader
  const named = childValue(own, 'w:pStyle')
  const style = styles.looksOf(named !== undefined && styles.byId.has(named) ? named : styles.normal)
  const styled = over(styles.defaults.paragraph, style.paragraph)
  const withOwn = layered(styled, own)
  const id = withOwn.numId?.val
  const numbered = id === undefined || id === '0' ? undefined : reader.next(id, numberIn(withOwn, 'ilvl') ?? 0)
  const isOwnNumber = childElement(own, 'w:numPr') !== undefined
  const numberLook = layered(noProperties, childElement(numbered?.xml, 'w:pPr'))
  const look = !numbered
    ? withOwn
    : isOwnNumber
      ? layered(over(styled, numberLook), own)
      : layered(over(over(styles.defaults.paragraph, numberLook), style.paragraph), own)
  const styleRun = over(over(styles.defaults.run, around.tableRun), style.run)
  return { look, styleRun, label: numbered?.label ?? '' }
}

function readTable(reader: Reader, xml: XmlElement, around: Surroundings): PaperTable {
  const own = childElement(xml, 'w:tblPr')
  const style = childValue(own, 'w:tblStyle')
  const styleXml = style === undefined ? undefined : reader.styles.byId.get(style)
  const look = layered(layered(noProperties, childElement(styleXml, 'w:tblPr')), own)
  const tableRun = style === undefined ? noProperties : reader.styles.looksOf(style).run
  const grid = childElements(childElement(xml, 'w:tblGrid'), 'w:gridCol').map(
    (column) => toNumber(column.attributes['w:w']) ?? 0,
  )
  const rows: PaperTable['rows'][number][] = []
  const width = grid.reduce((sum, one) => sum + one, 0)
  const stated = look.tblW?.type === 'dxa' ? (numberIn(look, 'tblW', 'w') ?? 0) : 0
  const table: PaperTable = {
    xml,
    section: reader.section,
    look,
    width: Math.max(width, stated),
    indent: numberIn(look, 'tblInd', 'w') ?? 0,
    rows,
    box: around.box,
  }
  reader.tables.push(table)
  const inside: Surroundings = { ...around, place: around.place === 'box' ? 'box' : 'table', table, tableRun }
  for (const row of rowsOf(xml))
    rows.push({
      xml: row,
      look: layered(noProperties, childElement(row, 'w:trPr')),
      cells: childElements(row).flatMap((cell) => readCells(reader, cell, inside)),
    })
  // What follows a table is not where a page was broken before it.
  if (around.place === 'body') reader.isNewPage = false
  return table
}

function rowsOf(parent: XmlElement): XmlElement[] {
  return childElements(parent).flatMap((child) =>
    child.name === 'w:tr' ? [child] : wrappers.has(child.name) ? rowsOf(child) : [],
  )
}

function readCells(reader: Reader, xml: XmlElement, inside: Surroundings): PaperCell[] {
  if (wrappers.has(xml.name)) return childElements(xml).flatMap((child) => readCells(reader, child, inside))
  if (xml.name !== 'w:tc') return []
  const look = layered(noProperties, childElement(xml, 'w:tcPr'))
  const from = reader.paragraphs.length
  readBlocks(reader, xml, inside)
  return [{ xml, look, width: numberIn(look, 'tcW', 'w') ?? 0, paragraphs: reader.paragraphs.slice(from) }]
}
