/** What the clerk must still say (待填写): a draft marks it 【待填写：…】, and finalising waits for it. */

const mark = /【待填写[^】]*】/gu

/** Where the marks of a text stand, from the first. */
export function marksIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(mark)].map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
}

/** How many there are in all texts of a document; sheets are drawn, not written. */
export function countMarks(value: unknown): number {
  if (typeof value === 'string') return marksIn(value).length
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, part]) => sum + (name === 'sheet' ? 0 : countMarks(part)), 0)
}
