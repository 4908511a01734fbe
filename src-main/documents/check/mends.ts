/** Which rows can be mended, in the order in which it is done (可自动订正的各项). */
import { blankLineMends } from './mend-blank-lines.ts'
import { imprintMends } from './mend-imprint.ts'
import { lookMends } from './mend-look.ts'
import { type Mend, pageMends } from './mend-page.ts'
import { pageNumberMends } from './mend-page-number.ts'
import { wordMends } from './mend-words.ts'

/** Sizes before fonts, spaces before indents, brackets of the number before marks in general. */
const order = [
  2, 14, 3, 4, 5, 6, 7, 11, 12, 71, 73, 70, 72, 21, 19, 30, 44, 50, 51, 87, 47, 52, 66, 68, 46, 13, 20, 49, 23, 27, 32,
  39, 60, 31, 40, 61, 77, 88,
]

const all: Readonly<Record<number, Mend>> = {
  ...pageMends,
  ...blankLineMends,
  ...pageNumberMends,
  ...lookMends,
  ...wordMends,
  ...imprintMends,
}

export const mends: readonly { readonly id: number; readonly mend: Mend }[] = order.flatMap((id) => {
  const mend = all[id]
  return mend ? [{ id, mend }] : []
})
