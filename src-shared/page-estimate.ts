/** 页数估算: on which page a document ends and how much of it is left, without a layout engine. */
import { annexSetting } from './annex-setting.ts'
import { boxHeight } from './first-page.ts'
import { annexFlow, mainFlow } from './flow-heights.ts'
import type { Layout } from './layouts.ts'
import { fillPages } from './page-filling.ts'
import type { DocumentParts } from './part-types.ts'

/** `room` in twips below the last line of the last page. */
export type PageEstimate = { readonly pages: number; readonly room: number; readonly isLandscape: boolean }

export function estimatePages(parts: DocumentParts, layout: Layout): PageEstimate {
  const upright = boxHeight(layout)
  const main = fillPages(mainFlow(parts, layout).pieces, upright)
  let end: PageEstimate = { pages: main.length, room: upright - (main.at(-1)?.used ?? 0), isLandscape: false }
  for (const annex of parts.annexes) {
    const setting = annexSetting(annex)
    const height = setting.isLandscape ? layout.typeArea.width.value : upright
    const own = fillPages(annexFlow(annex, setting, layout), height)
    const room = height - (own.at(-1)?.used ?? 0)
    end = { pages: end.pages + own.length, room, isLandscape: setting.isLandscape }
  }
  return end
}
