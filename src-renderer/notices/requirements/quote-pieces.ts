/** The places at which a quotation may be cut (可拆处): after each mark that ends a clause. Pure. */

/** Pieces that together are the quotation, to the last character. */
export function piecesOf(quote: string): string[] {
  return quote.match(/[^。；，：！？、\n]*[。；，：！？、\n]+[”’》）]*|[^。；，：！？、\n]+$/gu) ?? []
}

/** The pieces joined between the cuts; `cuts` are numbers of pieces behind which it is cut. */
export function partsOf(pieces: readonly string[], cuts: ReadonlySet<number>): string[] {
  const parts = ['']
  for (const [index, piece] of pieces.entries()) {
    parts.push(`${parts.pop() ?? ''}${piece}`)
    if (cuts.has(index) && index < pieces.length - 1) parts.push('')
  }
  return parts
}
