/** A DOCX as read (读入的公文): paragraphs with their effective looks, tables, boxes, rules and sections. Types only. */
import type { XmlElement } from '../../files/xml.ts'
import type { DocxPackage } from './open-package.ts'
import type { Properties } from './properties.ts'
import type { Styles } from './styles.ts'

export type RunPiece = {
  readonly xml: XmlElement
  /** Tabs as \t, line breaks as \n. */
  readonly text: string
  readonly look: Properties
  /** Fonts named by the theme or by the file, per slot. */
  readonly fonts: Readonly<Record<'ascii' | 'hAnsi' | 'eastAsia', FontUse>>
}
export type FontUse = { readonly name: string; readonly isTheme: boolean }

export type PaperParagraph = {
  readonly xml: XmlElement
  /** Name of the part that holds it. */
  readonly part: string
  /** With its automatic number. */
  readonly text: string
  /** The automatic number alone. */
  readonly label: string
  readonly runs: readonly RunPiece[]
  readonly look: Properties
  /** `frame`: out of the flow by framePr. */
  readonly place: 'body' | 'table' | 'box' | 'frame'
  readonly section: number
  /** Begins a page: page break, section break or the paragraph's own property. */
  readonly startsPage: boolean
  readonly table: PaperTable | undefined
  readonly box: PaperBox | undefined
  /** Boxes and rules that hang on it. */
  readonly boxes: readonly PaperBox[]
  readonly rules: readonly PaperRule[]
}

export type PaperTable = {
  readonly xml: XmlElement
  readonly section: number
  readonly look: Properties
  /** Twips, as the grid or the first row says. */
  readonly width: number
  readonly indent: number
  readonly rows: readonly PaperRow[]
  readonly box: PaperBox | undefined
}
export type PaperRow = { readonly xml: XmlElement; readonly look: Properties; readonly cells: readonly PaperCell[] }
export type PaperCell = {
  readonly xml: XmlElement
  readonly look: Properties
  readonly width: number
  readonly paragraphs: readonly PaperParagraph[]
}

export type PaperBox = {
  readonly xml: XmlElement
  /** Width and height in twips. */
  readonly width: number
  readonly height: number
  readonly horizontal: Place
  readonly vertical: Place
  /** `vert` and the like of a turned box. */
  readonly direction: string
  readonly isInline: boolean
}
export type Place = { readonly from: string; readonly align: string; readonly offset: number }

/** A line drawn as a shape; length and thickness in twips, colour RRGGBB. */
export type PaperRule = { readonly box: PaperBox; readonly colour: string; readonly thickness: number }

export type Section = {
  readonly xml: XmlElement
  readonly width: number
  readonly height: number
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter', number>>
  readonly isLandscape: boolean
  /** `nextPage`, `evenPage`, `continuous` … */
  readonly type: string
  readonly grid: Readonly<Record<string, string>>
  readonly hasTitlePage: boolean
  readonly startNumber: string | undefined
  /** default, even, first → the paragraphs, with what earlier sections hand down. */
  readonly footers: Readonly<Record<string, HeaderFooter>>
  readonly headers: Readonly<Record<string, HeaderFooter>>
}
export type HeaderFooter = {
  readonly part: string
  readonly xml: XmlElement
  readonly paragraphs: readonly PaperParagraph[]
}

export type Block = PaperParagraph | PaperTable

export type Paper = {
  readonly file: DocxPackage
  readonly styles: Styles
  readonly settings: XmlElement | undefined
  /** Top-level paragraphs and tables. */
  readonly blocks: readonly Block[]
  /** All paragraphs in the order of the file, those of boxes before the paragraph that they hang on. */
  readonly paragraphs: readonly PaperParagraph[]
  readonly tables: readonly PaperTable[]
  readonly sections: readonly Section[]
}

export function isTable(block: Block): block is PaperTable {
  return 'rows' in block
}
