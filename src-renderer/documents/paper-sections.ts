/** Sections of a document (分节): pages that lie the same way, one after the other, as the DOCX has them. */

import { type ImprintPlace, imprintHeight, imprintPlace, imprintRoom } from '../../src-shared/imprint-place.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { DocumentParts } from '../../src-shared/part-types.ts'
import { annexItems, settingOf } from './paper-annex.ts'
import type { PaperItem } from './paper-items.ts'
import { mainItems } from './paper-text.ts'

export type PaperSection = { readonly isLandscape: boolean; readonly items: readonly PaperItem[] }
export type PaperFlow = {
  readonly parts: DocumentParts
  readonly layout: Layout
  readonly sections: readonly PaperSection[]
  /** Where the 版记 goes and how many points below the text it needs; null for none. */
  readonly imprint: { readonly place: ImprintPlace; readonly room: number } | null
}

export function flowOf(parts: DocumentParts, layout: Layout): PaperFlow {
  const sections: { isLandscape: boolean; items: PaperItem[] }[] = [
    { isLandscape: false, items: mainItems(parts, { layout, isLandscape: false }) },
  ]
  for (const annex of parts.annexes) {
    const setting = settingOf(annex)
    const items = annexItems(annex, setting, layout)
    const last = sections.at(-1)
    if (last && last.isLandscape === setting.isLandscape) last.items.push(...items)
    else sections.push({ isLandscape: setting.isLandscape, items })
  }
  const imprint =
    imprintHeight(parts) === 0
      ? null
      : { place: imprintPlace(parts, layout), room: imprintRoom(parts, layout) / twipsPerPoint }
  return { parts, layout, sections, imprint }
}

const twipsPerPoint = 20
