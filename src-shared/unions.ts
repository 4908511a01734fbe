/** The register of grassroots unions (单位名册, 基层工会): the base of lecture coverage. */
import type { z } from 'zod'
import { form, oneOf, optionalCount, optionalText, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { unionKinds } from './vocabulary.ts'

export const unionSchema = form({
  name: requiredText(60),
  kind: oneOf(unionKinds),
  /** 乡镇、街道 or 园区 it belongs to: the rows of the coverage sheet. */
  township: requiredText(30),
  industry: optionalText(30),
  members: optionalCount(),
  staff: optionalCount(),
  /** 统一社会信用代码, GB 32100—2015, 18 characters; may be empty. */
  code: optionalText(18).refine(
    (code) => code === '' || /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code),
    '应为18位数字或大写字母',
  ),
  note: optionalText(500),
}).refine((union) => union.members === null || union.staff === null || union.members <= union.staff, {
  path: ['members'],
  error: '会员人数多于职工人数，请核对',
})

export type UnionInput = z.input<typeof unionSchema>
export type UnionFields = z.output<typeof unionSchema>
export type GrassrootsUnion = UnionFields & Stamp
