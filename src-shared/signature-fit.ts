/**
 * 署名与正文同处一页 (7.3.5.5): where the page of the signature would hold less than two lines of text, the lines of the
 * page before it stand a little closer, so that the signature finds room there, or a little wider, so that text comes over.
 */

import { boxHeight } from './first-page.ts'
import { mainFlow } from './flow-heights.ts'
import { imprintHeight, imprintRoom } from './imprint-place.ts'
import type { Layout } from './layouts.ts'
import { type FilledPage, fillPages } from './page-filling.ts'
import type { DocumentParts } from './part-types.ts'

/** From that part of the body on, text and headings stand `pitch` twips from line to line. */
export type SignatureFit = { readonly from: number; readonly pitch: number }

/** Other programs reckon some lines otherwise; a fit must hold with so much less room, in twips. */
const margin = 40
const step = 5

/** null where nothing is to be done or nothing helps. */
export function signatureFit(parts: DocumentParts, layout: Layout): SignatureFit | null {
  if (parts.signature.length === 0) return null
  const now = signed(parts, layout, null)
  if (now.lines >= layout.signature.linesOfText.value || now.page === 0) return null
  const from = now.firstOnPageBefore
  // A signature drawn back must not leave the 版记 behind on a page of its own.
  const endsInImprint = parts.annexes.length === 0 && imprintHeight(parts) > 0
  for (const pitch of pitches(layout)) {
    const fit = { from, pitch }
    const isSound = [0, margin].every((less) => {
      const then = signed(parts, layout, fit, less)
      if (then.page < now.page) return !endsInImprint || then.room >= imprintRoom(parts, layout)
      return then.page === now.page && then.lines >= layout.signature.linesOfText.value
    })
    if (isSound) return fit
  }
  return null
}

/** Nearest to the usual one first. */
function pitches({ grid, signature }: Layout): number[] {
  const usual = grid.pitch.value
  const [least, most] = [signature.closestPitch.value, signature.widestPitch.value]
  const count = Math.ceil(Math.max(usual - least, most - usual) / step)
  return Array.from({ length: count }, (_, index) => [usual - (index + 1) * step, usual + (index + 1) * step])
    .flat()
    .filter((pitch) => pitch >= least && pitch <= most)
}

type Signed = {
  /** Index of the signature's page, and the lines of text on it. */
  readonly page: number
  readonly lines: number
  /** Twips below the last line of the last page. */
  readonly room: number
  /** The first part of the body that begins on the page before. */
  readonly firstOnPageBefore: number
}

function signed(parts: DocumentParts, layout: Layout, fit: SignatureFit | null, less = 0): Signed {
  const { pieces, body } = mainFlow(parts, layout, { fit, kept: 1 })
  const pages = fillPages(pieces, boxHeight(layout) - less)
  const isBody = (piece: number) => piece >= body.from && piece < body.to
  // Behind the body come 附件说明, then the signature in one piece.
  const signature = body.to + (parts.annexNotes.length === 0 ? 0 : parts.annexNotes.length + 1)
  const page = pages.findIndex(({ slices }) => slices.some(({ piece }) => piece === signature))
  const linesOn = (at: FilledPage | undefined) =>
    (at?.slices ?? []).reduce((sum, { piece, from, to }) => sum + (isBody(piece) ? to - from : 0), 0)
  const before = pages[page - 1]?.slices ?? []
  const begins = before.find(({ piece, from }) => isBody(piece) && from === 0)
  // The first part of all keeps its lines, as what the others are compared with.
  const first = Math.max(1, (begins?.piece ?? body.to - 1) - body.from)
  const room = boxHeight(layout) - less - (pages.at(-1)?.used ?? 0)
  return { page, lines: linesOn(pages[page]), room, firstOnPageBefore: first }
}
