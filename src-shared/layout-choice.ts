/** What the office has chosen for the look of its documents (公文版式): a profile and what differs from it. */
import { z } from 'zod'
import { form } from './fields.ts'
import { layoutNames } from './layouts.ts'

const points = (least: number, most: number) =>
  z.number({ error: '应为数字' }).min(least, `不能小于${least}磅`).max(most, `不能大于${most}磅`).optional()

export const layoutChoiceSchema = form({
  name: z.enum(layoutNames, { error: '不在可选范围内' }).default('office-A'),
  /** 发文机关标志, largest size in points. */
  markSize: points(30, 72),
  digits: z.enum(['仿宋', 'Times'], { error: '应为仿宋或Times' }).optional(),
  hasBoldHeadings: z.boolean({ error: '应为是或否' }).optional(),
  pageNumber: z.enum(['outer', 'centred'], { error: '应为外侧或居中' }).optional(),
  /** Title, from line to line, in points. */
  titlePitch: points(28, 36),
})
export type LayoutChoice = z.output<typeof layoutChoiceSchema>
