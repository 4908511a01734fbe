/** The register of grassroots unions (单位名册, 基层工会): the base of lecture coverage. */
import { z } from 'zod'
import { creditCodeFormFault } from './credit-code.ts'
import { form, oneOf, optionalCount, optionalDay, optionalText, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { type unionEndings, unionKinds } from './vocabulary.ts'

export const unionSchema = form({
  name: requiredText(60),
  kind: oneOf(unionKinds),
  /** 乡镇、街道 or 园区 it belongs to: the rows of the coverage sheet. */
  township: requiredText(30),
  industry: optionalText(30),
  members: optionalCount(),
  staff: optionalCount(),
  /**
   * 统一社会信用代码, GB 32100—2015; may be empty. Its check characters are judged where it is entered or changed, so
   * that a union with a wrong code of old can still be kept up.
   */
  code: optionalText(18).check((context) => {
    const fault = context.value === '' ? null : creditCodeFormFault(context.value)
    if (fault !== null) context.issues.push({ code: 'custom', message: fault, input: context.value })
  }),
  /** 基层工会统计编码 (901 of the annual statistics): one per union, kept for life. */
  statisticsCode: optionalText(20).refine((code) => /^[0-9A-Z-]*$/.test(code), '应为数字、大写字母或“-”'),
  /** 上级工会 within the register, of which this is a part. */
  parentId: z.string({ error: '应为单位编号' }).nullable().default(null),
  chair: optionalText(20),
  phone: optionalText(30),
  /** 成立日期; unknown counts as always. */
  foundedOn: optionalDay(),
  note: optionalText(500),
}).refine((union) => union.members === null || union.staff === null || union.members <= union.staff, {
  path: ['members'],
  error: '会员人数多于职工人数，请核对',
})

export type UnionInput = z.input<typeof unionSchema>
export type UnionFields = z.output<typeof unionSchema>

/** What became of the union (沿革); changed by renaming, retiring, merging and splitting, never in its form. */
export type UnionLife = {
  /** From this day on it is no longer a union of its own. */
  readonly endedOn: string | null
  readonly ending: '' | (typeof unionEndings)[number]
  /** 并入的工会 */
  readonly successorId: string | null
  /** 由哪个工会分设 */
  readonly originId: string | null
  /** Names it had, oldest first, each with the first day on which it no longer had it. */
  readonly formerNames: readonly { readonly name: string; readonly until: string }[]
}
export type GrassrootsUnion = UnionFields & { readonly life: UnionLife } & Stamp
