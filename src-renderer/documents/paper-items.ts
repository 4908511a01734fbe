/**
 * What stands in the flow of the pages (版面各项), as plain data: equal data are drawn alike and are as high, so an item
 * that did not change is neither measured nor drawn again.
 */
import type { AnnexTable } from '../../src-shared/annex-table.ts'
import type { PictureBlock } from '../../src-shared/documents.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import type { PaperRun } from './paper-runs.ts'

/** Room at the sides of a paragraph and of its first line, in 字. */
export type Indent = { readonly left: number; readonly first: number; readonly right: number }

/** How an item looks; classes are those of paper.css. */
export type Look =
  /** Empty lines, each `height` points high. */
  | { readonly kind: 'gap'; readonly height: number; readonly lines: number }
  | { readonly kind: 'head'; readonly head: HeadParts }
  | { readonly kind: 'title'; readonly lines: readonly string[]; readonly isSmall: boolean }
  /** Lines of the grid, between which a page may end. */
  | {
      readonly kind: 'text'
      readonly classes: string
      readonly indent: Indent
      readonly runs: readonly PaperRun[]
      /** From line to line in twips, where it is not that of the grid. */
      readonly pitch?: number
    }
  /** One paragraph that keeps together, in the natural height of its font. */
  | { readonly kind: 'line'; readonly classes: string; readonly runs: readonly PaperRun[] }
  /** Names in one line, each so many 字 from the left edge. */
  | { readonly kind: 'names'; readonly names: readonly { readonly text: string; readonly left: number }[] }
  | { readonly kind: 'frame'; readonly left: readonly PaperRun[]; readonly right: readonly PaperRun[] }
  | { readonly kind: 'table'; readonly table: AnnexTable; readonly isSmall: boolean }
  /** Size on paper in twips. */
  | {
      readonly kind: 'picture'
      readonly picture: PictureBlock
      readonly size: { readonly width: number; readonly height: number }
    }
  /** Two in a row, each with its caption. */
  | {
      readonly kind: 'pair'
      readonly pictures: readonly {
        readonly picture: PictureBlock
        readonly size: { readonly width: number; readonly height: number }
        readonly caption: readonly PaperRun[]
      }[]
    }

export type HeadParts = Pick<
  DocumentParts,
  'format' | 'classification' | 'mark' | 'number' | 'signerLines' | 'minutesLine'
>

export type PaperItem = {
  /** Stands for the look, on pages that lie this way. */
  readonly key: string
  readonly look: Look
  readonly keepsNext: boolean
  readonly startsPage: boolean
}

/** Where an item stands: the width of its page belongs to how it looks. */
export type ItemPlace = { readonly layout: Layout; readonly isLandscape: boolean }
type Flow = { readonly keepsNext?: boolean; readonly startsPage?: boolean }

export function itemOf(look: Look, { isLandscape }: Pick<ItemPlace, 'isLandscape'>, flow: Flow = {}): PaperItem {
  return withFlow({ key: `${isLandscape ? 'turned' : 'upright'} ${JSON.stringify(look)}`, look }, flow)
}

/** An item whose key is worked out once, for looks as large as a table. */
export function withFlow(item: Pick<PaperItem, 'key' | 'look'>, flow: Flow = {}): PaperItem {
  return { ...item, keepsNext: flow.keepsNext ?? false, startsPage: flow.startsPage ?? false }
}

/** So many empty lines; none for 0. */
export function gapItems(lines: number, place: ItemPlace, flow: Flow = {}): PaperItem[] {
  if (lines === 0) return []
  return [itemOf({ kind: 'gap', height: place.layout.grid.pitch.value / twipsPerPoint, lines }, place, flow)]
}

/** A low paragraph that ends a table, as in the DOCX. */
export function anchorItem(place: ItemPlace, flow: Flow = {}): PaperItem {
  return itemOf({ kind: 'gap', height: place.layout.grid.anchor.value / twipsPerPoint, lines: 1 }, place, flow)
}

export const noIndent: Indent = { left: 0, first: 0, right: 0 }
const twipsPerPoint = 20
